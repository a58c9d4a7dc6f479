package io.github.anomalydata.drift.online;

import java.util.Arrays;
import java.util.List;

/**
 * How alarms meet the windows in which a stream is known to be another. A window is found if an
 * alarm lies in it; an alarm outside of all windows is false.
 *
 * <p>Alarms that never end find every window at once: compare any figure with those of {@link
 * #ofAlarmsAtEvery}.
 *
 * @param samples the number of samples
 * @param samplesInWindows those of them in a window
 * @param windows the number of windows
 * @param windowsFound those of them in which there is an alarm
 * @param alarms the number of alarms
 * @param alarmsInWindows those of them in a window
 * @param delay the samples from the beginning of each window that was found to the first alarm in
 *     it, all added up
 */
public record AlarmEvaluation(
    long samples,
    long samplesInWindows,
    int windows,
    int windowsFound,
    long alarms,
    long alarmsInWindows,
    long delay) {

  /**
   * Samples that follow one another.
   *
   * @param from the first of them
   * @param to the one after the last
   */
  public record Window(long from, long to) {

    /**
     * Checks the bounds.
     *
     * @param from the first sample
     * @param to the one after the last
     * @throws IllegalArgumentException if the first is below 0 or there is none
     */
    public Window {
      if (!(from >= 0 && to > from)) {
        throw new IllegalArgumentException(
            "window: from at least 0 to more than that, got " + from + " to " + to);
      }
    }

    boolean holds(long sample) {
      return sample >= from && sample < to;
    }
  }

  /**
   * Compares alarms with windows.
   *
   * @param alarms the samples at which there was one, in any order, each once
   * @param windows the windows, none of which overlap
   * @param samples the number of samples
   * @return the evaluation
   * @throws IllegalArgumentException if windows overlap, or a window or an alarm is beyond the
   *     samples
   */
  public static AlarmEvaluation of(long[] alarms, List<Window> windows, long samples) {
    long inWindows = 0;
    long end = 0;
    for (Window window :
        windows.stream().sorted((a, b) -> Long.compare(a.from(), b.from())).toList()) {
      if (window.from() < end || window.to() > samples) {
        throw new IllegalArgumentException(
            "windows: apart and within " + samples + " samples, got " + windows);
      }
      end = window.to();
      inWindows += window.to() - window.from();
    }
    int found = 0;
    long met = 0;
    long delay = 0;
    for (Window window : windows) {
      long[] in = Arrays.stream(alarms).filter(window::holds).toArray();
      if (in.length > 0) {
        found++;
        met += in.length;
        delay += Arrays.stream(in).min().orElseThrow() - window.from();
      }
    }
    for (long alarm : alarms) {
      if (!(alarm >= 0 && alarm < samples)) {
        throw new IllegalArgumentException("alarms: within " + samples + " samples, got " + alarm);
      }
    }
    return new AlarmEvaluation(
        samples, inWindows, windows.size(), found, alarms.length, met, delay);
  }

  /**
   * Returns the evaluation of alarms that do not look at the stream.
   *
   * @param period from one to the next, at least 1; 1 for an alarm at every sample
   * @param windows the windows, none of which overlap
   * @param samples the number of samples
   * @return the evaluation
   * @throws IllegalArgumentException if the period is below 1, or as by {@link #of}
   */
  public static AlarmEvaluation ofAlarmsAtEvery(int period, List<Window> windows, int samples) {
    if (period < 1) {
      throw new IllegalArgumentException("period: at least 1, got " + period);
    }
    long[] alarms = new long[samples / period];
    Arrays.setAll(alarms, i -> (i + 1L) * period - 1);
    return of(alarms, windows, samples);
  }

  /**
   * Returns the evaluation of this stream and another together.
   *
   * @param other that of the other stream
   * @return the sums of both
   */
  public AlarmEvaluation and(AlarmEvaluation other) {
    return new AlarmEvaluation(
        samples + other.samples,
        samplesInWindows + other.samplesInWindows,
        windows + other.windows,
        windowsFound + other.windowsFound,
        alarms + other.alarms,
        alarmsInWindows + other.alarmsInWindows,
        delay + other.delay);
  }

  /**
   * Returns the share of alarms that are in a window.
   *
   * @return the share, NaN if there is no alarm
   */
  public double precision() {
    return (double) alarmsInWindows / alarms;
  }

  /**
   * Returns the share of windows that are found.
   *
   * @return the share, NaN if there is no window
   */
  public double recall() {
    return (double) windowsFound / windows;
  }

  /**
   * Returns how long a window that is found has lasted by then.
   *
   * @return the mean number of samples, NaN if none is found
   */
  public double meanDelay() {
    return (double) delay / windowsFound;
  }

  /**
   * Returns how rare false alarms are.
   *
   * @return the samples outside of windows for each alarm there, infinite if there is none
   */
  public double samplesPerFalseAlarm() {
    return (double) (samples - samplesInWindows) / (alarms - alarmsInWindows);
  }
}
