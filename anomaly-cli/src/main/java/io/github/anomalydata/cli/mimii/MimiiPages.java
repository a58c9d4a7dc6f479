package io.github.anomalydata.cli.mimii;

import io.github.anomalydata.audio.AudioClip;
import io.github.anomalydata.audio.Channels;
import io.github.anomalydata.audio.spectral.Decibels;
import io.github.anomalydata.audio.spectral.MelSpectrogram;
import io.github.anomalydata.data.ProgressListener;
import io.github.anomalydata.mimii.Label;
import io.github.anomalydata.mimii.MachineUnit;
import io.github.anomalydata.mimii.Recording;
import io.github.anomalydata.mimii.Recordings;
import io.github.anomalydata.report.Axis;
import io.github.anomalydata.report.Chart;
import io.github.anomalydata.report.Digits;
import io.github.anomalydata.report.Gallery;
import io.github.anomalydata.report.Histogram;
import io.github.anomalydata.report.Mark;
import io.github.anomalydata.report.MatrixPlot;
import io.github.anomalydata.report.Plot;
import io.github.anomalydata.report.Report;
import io.github.anomalydata.report.Section;
import io.github.anomalydata.report.Table;
import io.github.anomalydata.report.Tone;
import io.github.anomalydata.report.TwoSamples;
import io.github.anomalydata.report.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What a tree of recordings holds, as a report. */
final class MimiiPages {
  private static final Digits WHOLE = Digits.decimals(0);
  private static final Digits ONE = Digits.decimals(1);
  private static final int BANDS = 64;
  private static final int COLUMNS = 240;
  private static final int PEAKS = 400;

  private final Recordings recordings;
  private final List<Listened> listened;

  private MimiiPages(Recordings recordings, List<Listened> listened) {
    this.recordings = recordings;
    this.listened = listened;
  }

  /**
   * Listens to some recordings of each machine and label.
   *
   * @param recordings all recordings
   * @param samples how many of each
   * @param progress is told how far it is
   */
  static MimiiPages of(Recordings recordings, int samples, ProgressListener progress)
      throws IOException {
    List<Recording> chosen = new ArrayList<>();
    for (Recordings unit : recordings.byUnit()) {
      for (Label label : Label.values()) {
        List<Recording> all = with(unit, label);
        int count = Math.min(samples, all.size());
        for (int i = 0; i < count; i++) {
          chosen.add(all.get((int) ((long) i * all.size() / count)));
        }
      }
    }
    List<Listened> listened = new ArrayList<>();
    for (Recording recording : chosen) {
      listened.add(Listened.to(recording));
      progress.progress("listen", listened.size(), chosen.size());
    }
    return new MimiiPages(recordings, listened);
  }

  private static List<Recording> with(Recordings unit, Label label) {
    return unit.list().stream().filter(recording -> recording.label() == label).toList();
  }

  Report report() throws IOException {
    return Report.of("Sounds of machines")
        .withSubtitle(recordings.toString())
        .with(verdict())
        .withFact("recordings", WHOLE.format(recordings.size()))
        .withFact("machines", WHOLE.format(recordings.units().size()))
        .withFact("listened to", WHOLE.format(listened.size()))
        .with(balance())
        .with(levels())
        .with(sounds());
  }

  private Verdict verdict() {
    long silent = listened.stream().filter(one -> one.constantChannels() > 0).count();
    long clipped = listened.stream().filter(one -> one.peak() >= 1).count();
    List<String> reasons = new ArrayList<>();
    reasons.add("All headers are sound; " + listened.size() + " recordings were read whole.");
    if (silent > 0) {
      reasons.add(silent + " of them have a channel without a sound.");
    }
    if (clipped > 0) {
      reasons.add(clipped + " of them reach full scale and may be clipped.");
    }
    return silent + clipped == 0
        ? new Verdict(Mark.GOOD, "The recordings are sound", reasons)
        : new Verdict(Mark.WARNING, "Some recordings should be looked at", reasons);
  }

  private Section balance() {
    List<Recordings> units = recordings.byUnit();
    List<String> names = recordings.units().stream().map(MachineUnit::toString).toList();
    double[] normal = counts(units, Label.NORMAL);
    double[] abnormal = counts(units, Label.ABNORMAL);
    double[] unlabelled = counts(units, Label.UNLABELLED);
    Chart chart =
        Chart.ofCategories(
                "Recordings by machine", Axis.ofCategories("machine", names), Axis.of("recordings"))
            .withBars("normal", Tone.BLUE, normal)
            .withBars("abnormal", Tone.ORANGE, abnormal);
    Table table =
        Table.of("Recordings by machine")
            .withText("machine", names)
            .withNumbers("normal", WHOLE, normal)
            .withNumbers("abnormal", WHOLE, abnormal)
            .withNumbers("unlabelled", WHOLE, unlabelled)
            .withNumbers(
                "abnormal (%)",
                ONE,
                IntStream.range(0, normal.length)
                    .mapToDouble(i -> 100 * abnormal[i] / (normal[i] + abnormal[i]))
                    .toArray());
    return Section.of("Class balance", chart, table);
  }

  private static double[] counts(List<Recordings> units, Label label) {
    return units.stream().mapToDouble(unit -> unit.count(label)).toArray();
  }

  private Section levels() {
    double[] normal = levels(Label.NORMAL);
    double[] abnormal = levels(Label.ABNORMAL);
    double[] all = listened.stream().mapToDouble(Listened::level).toArray();
    Section section =
        Section.of("Levels")
            .withText("Of the recordings that were listened to. A silent one has no level.");
    if (normal.length > 0 && abnormal.length > 0) {
      section =
          section.with(
              TwoSamples.of("level (dB of full scale)", normal, abnormal)
                  .withNames("normal", "abnormal")
                  .histograms());
    } else if (Arrays.stream(all).anyMatch(Double::isFinite)) {
      section = section.with(Histogram.of("Levels", "level (dB of full scale)", all));
    }
    return section.with(
        Table.of("Listened to")
            .withText("recording", text(one -> one.recording().file().getFileName().toString()))
            .withText("machine", text(one -> one.recording().unit().toString()))
            .withText("label", text(one -> word(one.recording().label())))
            .withNumbers("level (dB)", ONE, all)
            .withNumbers("peak", Digits.decimals(3), numbers(Listened::peak))
            .withNumbers("constant channels", WHOLE, numbers(Listened::constantChannels)));
  }

  private double[] levels(Label label) {
    return listened.stream()
        .filter(one -> one.recording().label() == label)
        .mapToDouble(Listened::level)
        .filter(Double::isFinite)
        .toArray();
  }

  private List<String> text(Function<Listened, String> property) {
    return listened.stream().map(property).toList();
  }

  private double[] numbers(ToDoubleFunction<Listened> property) {
    return listened.stream().mapToDouble(property).toArray();
  }

  private static String word(Label label) {
    return label.name().toLowerCase(Locale.ROOT);
  }

  private Section sounds() throws IOException {
    Gallery gallery = Gallery.of("One recording of each label");
    for (Recordings unit : recordings.byUnit()) {
      List<Plot> plots = new ArrayList<>();
      for (Label label : Label.values()) {
        List<Recording> all = with(unit, label);
        if (!all.isEmpty()) {
          AudioClip clip = Listened.clip(all.get(0), Channels.mean());
          if (clip.frames() > 0) {
            plots.add(waveform(label, clip));
            plots.add(spectrogram(label, clip));
          }
        }
      }
      gallery = gallery.with(unit.units().get(0).toString(), plots.toArray(Plot[]::new));
    }
    return Section.of("Sounds", gallery).withText("The mean of all channels.");
  }

  /** Returns the least and the greatest samples of short stretches. */
  private static Chart waveform(Label label, AudioClip clip) {
    float[] samples = clip.channel(0);
    int stretches = Math.min(PEAKS, samples.length);
    double[] places = new double[2 * stretches];
    double[] values = new double[places.length];
    for (int i = 0; i < stretches; i++) {
      int from = (int) ((long) i * samples.length / stretches);
      int to = (int) ((i + 1L) * samples.length / stretches);
      double least = samples[from];
      double most = samples[from];
      for (int t = from; t < to; t++) {
        least = Math.min(least, samples[t]);
        most = Math.max(most, samples[t]);
      }
      places[2 * i] = (double) from / clip.sampleRate();
      places[2 * i + 1] = (double) from / clip.sampleRate();
      values[2 * i] = least;
      values[2 * i + 1] = most;
    }
    return Chart.of(
            "Waveform, " + word(label), Axis.of("time (s)"), Axis.of("of full scale"), places)
        .withLine(word(label), label == Label.ABNORMAL ? Tone.ORANGE : Tone.BLUE, values)
        .withDescription(
            ONE.format(clip.seconds())
                + " s at "
                + WHOLE.format(clip.sampleRate())
                + " Hz. Drawn are the least and the greatest samples of "
                + stretches
                + " stretches.");
  }

  private static MatrixPlot spectrogram(Label label, AudioClip clip) {
    MelSpectrogram mel =
        MelSpectrogram.withDefaults().withSampleRate(clip.sampleRate()).withBands(BANDS);
    float[] power = mel.apply(clip);
    float[] levels = Decibels.ofPower().withReferenceOfMaximum().apply(power, power.length);
    int frames = levels.length / BANDS;
    int columns = Math.min(COLUMNS, frames);
    double[][] shown = new double[BANDS][columns];
    for (int band = 0; band < BANDS; band++) {
      for (int column = 0; column < columns; column++) {
        int from = (int) ((long) column * frames / columns);
        int to = (int) ((column + 1L) * frames / columns);
        double sum = 0;
        for (int t = from; t < to; t++) {
          sum += levels[band * frames + t];
        }
        shown[band][column] = sum / (to - from);
      }
    }
    return MatrixPlot.of(
            "Mel spectrogram, " + word(label),
            Axis.of("time (s)"),
            Axis.of("mel band"),
            "dB, 0 for the loudest",
            shown)
        .withColumns(0, clip.seconds())
        .withDescription(
            BANDS + " bands from 0 to " + WHOLE.format(clip.sampleRate() / 2.0) + " Hz.");
  }
}
