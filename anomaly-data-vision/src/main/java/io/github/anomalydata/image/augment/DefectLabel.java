package io.github.anomalydata.image.augment;

import io.github.anomalydata.augment.Track;
import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.SampleLayout;

/** The labels field that tells where a defect was made. */
final class DefectLabel {
  static final String DEFAULT = "mask";

  private DefectLabel() {}

  static SampleLayout require(SampleLayout layout, String label) {
    for (Field field : layout.labels()) {
      if (field.name().equals(label) && field.shape().size() == 3) {
        return layout;
      }
    }
    throw new IllegalArgumentException(
        "label: a labels field of shape [channels, height, width], got '"
            + label
            + "' where the labels are "
            + layout.labels());
  }

  static boolean is(Track track, String label) {
    return track.role() == Track.Role.LABELS
        && (track.name().isEmpty() || track.name().equals(label));
  }
}
