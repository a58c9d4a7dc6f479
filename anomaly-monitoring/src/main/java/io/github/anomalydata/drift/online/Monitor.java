package io.github.anomalydata.drift.online;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Watches a stream, one sample after another, in memory that does not grow.
 *
 * <p>After an alarm the statistic starts anew, as after {@link #restart}: an alarm is raised again
 * if the stream stays what it has become. For one thread at a time; a {@link MonitorQueue} takes
 * samples of many.
 */
public final class Monitor {
  private final FittedDetector detector;
  private final Statistic statistic;
  private final double[] row;

  private long samples;
  private long alarms;
  private int coolDownLeft;

  Monitor(FittedDetector detector) {
    this.detector = detector;
    this.statistic = detector.fit().start();
    this.row = new double[detector.columns()];
  }

  /**
   * Goes on from where a monitor was saved.
   *
   * @param file the file
   * @return a monitor that raises the same alarms as the one that was saved would have
   * @throws io.github.anomalydata.data.DataFileException if the file is not that of a monitor, or
   *     is damaged
   * @throws IOException if the file cannot be read
   */
  public static Monitor open(Path file) throws IOException {
    return MonitorFiles.read(file);
  }

  /**
   * Looks at the next sample, one value.
   *
   * @param value the sample
   * @return the alarm if the statistic is above the threshold, else empty
   * @throws IllegalArgumentException if the sample is not finite, 1e60 or more in magnitude, or of
   *     {@link Ddm} neither 0 nor 1, or the detector takes rows of several columns; it is not
   *     counted then, and nothing has changed
   */
  public Optional<Alarm> update(double value) {
    detector.check(value);
    row[0] = value;
    return next();
  }

  /**
   * Looks at the next samples, one value each, in turn.
   *
   * @param values the samples; not changed
   * @return the alarms in the order of the samples
   * @throws IllegalArgumentException if a sample is refused, as by {@link #update(double)}; none is
   *     counted then, and nothing has changed
   */
  public List<Alarm> update(double[] values) {
    return update(detector.checked("values", values));
  }

  /**
   * Looks at the next sample, a row.
   *
   * @param values the row, a value for each column of the detector; not changed
   * @return the alarm if the statistic is above the threshold, else empty
   * @throws IllegalArgumentException if the row has another length, or a value is refused, as by
   *     {@link #update(double)}; it is not counted then, and nothing has changed
   */
  public Optional<Alarm> updateRow(double[] values) {
    detector.checkRow(values);
    System.arraycopy(values, 0, row, 0, row.length);
    return next();
  }

  /**
   * Looks at the next samples, rows, in turn.
   *
   * @param rows the rows, a value for each column of the detector; not changed
   * @return the alarms in the order of the samples
   * @throws IllegalArgumentException if a row is refused, as by {@link #updateRow}; none is counted
   *     then, and nothing has changed
   */
  public List<Alarm> update(double[][] rows) {
    return rows.length == 0 ? List.of() : update(detector.checked(Samples.of("rows", rows)));
  }

  /**
   * Looks at the next samples in turn.
   *
   * @param rows the rows, {@code [rows, columns]}, a view or in any order; not changed
   * @return the alarms in the order of the samples
   * @throws IllegalArgumentException if the array is empty or no matrix of real numbers, or a row
   *     is refused, as by {@link #updateRow}; none is counted then, and nothing has changed
   */
  public List<Alarm> update(INDArray rows) {
    return update(detector.checked(Samples.of("rows", rows)));
  }

  private List<Alarm> update(Samples samples) {
    List<Alarm> raised = new ArrayList<>();
    for (int i = 0; i < samples.count(); i++) {
      samples.copyRow(i, row);
      next().ifPresent(raised::add);
    }
    return raised;
  }

  private Optional<Alarm> next() {
    long sample = samples++;
    if (coolDownLeft > 0) {
      coolDownLeft--;
      return Optional.empty();
    }
    double now = statistic.next(row);
    double threshold = detector.threshold().value();
    if (!(now > threshold)) {
      return Optional.empty();
    }
    Alarm alarm = new Alarm(sample, sample + 1 - statistic.sinceChange(), now, threshold);
    alarms++;
    coolDownLeft = detector.coolDown();
    statistic.restart();
    return Optional.of(alarm);
  }

  /** Forgets the samples so far, but not their number. */
  public void restart() {
    statistic.restart();
    coolDownLeft = 0;
  }

  /**
   * Returns the number of samples so far.
   *
   * @return their number, those of cool-downs among them
   */
  public long samples() {
    return samples;
  }

  /**
   * Returns the number of alarms so far.
   *
   * @return their number
   */
  public long alarms() {
    return alarms;
  }

  /**
   * Returns what the monitor watches by.
   *
   * @return the detector
   */
  public FittedDetector detector() {
    return detector;
  }

  /**
   * Saves the monitor in the midst of its stream: an NPZ file, whose arrays NumPy reads, with a
   * manifest in JSON and the SHA-256 of each part.
   *
   * @param file the file, replaced once the new one is whole; on failure it stays as it was
   * @throws IOException if the file cannot be written
   */
  public void save(Path file) throws IOException {
    MonitorFiles.write(file, this);
  }

  MonitorFiles.Progress progress() {
    return new MonitorFiles.Progress(samples, alarms, coolDownLeft);
  }

  double[] state() {
    State.Writer to = new State.Writer();
    statistic.write(to);
    return to.numbers();
  }

  void resume(MonitorFiles.Progress progress, double[] state) {
    State from = new State(state);
    statistic.read(from);
    from.end();
    samples = progress.samples();
    alarms = progress.alarms();
    coolDownLeft = progress.coolDownLeft();
  }
}
