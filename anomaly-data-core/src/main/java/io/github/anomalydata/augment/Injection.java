package io.github.anomalydata.augment;

import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.SampleLayout;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** What injections of anomalies share: their size, and the label that tells where they are. */
final class Injection {
  private Injection() {}

  static SampleLayout requireLabel(SampleLayout layout, String label) {
    Tracks.requireSeries(layout);
    for (Field field : layout.labels()) {
      if (field.name().equals(label) && field.shape().size() == 2) {
        return layout;
      }
    }
    throw new IllegalArgumentException(
        "label: a labels field of shape [channels, time], got '"
            + label
            + "' where the labels are "
            + layout.labels());
  }

  /** Sets the label of some steps to 1, if the track has it. */
  static void label(Track track, String label, int from, int to) {
    boolean isLabel = track.name().isEmpty() || track.name().equals(label);
    if (track.role() == Track.Role.LABELS && isLabel) {
      for (int at = 0; at < track.values().length; at += track.time()) {
        Arrays.fill(track.values(), at + from, at + to, 1);
      }
    }
  }

  static int channel(Track track, RandomGenerator own) {
    return (int) (own.nextDouble() * track.channels());
  }

  /** Returns a size in the unit of the channel, up or down, one as likely as the other. */
  static double amount(Track track, int channel, double size, RandomGenerator own) {
    double deviation = track.deviation(channel);
    double amount = deviation > 0 ? size * deviation : size;
    return own.nextDouble() < 0.5 ? amount : -amount;
  }
}
