package io.github.anomalydata.turbofan;

import io.github.anomalydata.data.Source;

/**
 * How engine runs are cut into windows of equal length.
 *
 * <p>A window is {@code [channels, length]}; its last column is the cycle whose target it has, so
 * that a window never sees the future. Windows of a unit begin at its first cycle and every {@code
 * stride} cycles from there, and one always ends at its last cycle, so that no unit loses its
 * failure. A window of a longer recording of the same unit is the same window: cutting off the
 * future changes none that came before.
 */
public final class Windows {
  private final int length;
  private final int stride;
  private final int dilation;
  private final Selection selection;
  private final ShortUnits shortUnits;
  private final float padding;
  private final boolean mask;

  /** Which windows of each unit there are. */
  public enum Selection {
    /** All of them: for training, and to follow an engine through its life. */
    EVERY,
    /** The last one: the protocol of the test files. */
    LAST
  }

  /** What becomes of a unit that is shorter than a window. */
  private enum ShortUnits {
    REFUSED,
    PADDED_WITH_EDGE,
    PADDED_WITH_VALUE
  }

  private Windows(
      int length,
      int stride,
      int dilation,
      Selection selection,
      ShortUnits shortUnits,
      float padding,
      boolean mask) {
    this.length = length;
    this.stride = stride;
    this.dilation = dilation;
    this.selection = selection;
    this.shortUnits = shortUnits;
    this.padding = padding;
    this.mask = mask;
  }

  /**
   * Returns windows of a length, with these defaults: every window, {@link #withStride stride} 1,
   * {@link #withDilation dilation} 1, units that are shorter refused, no {@link #withMask mask}.
   *
   * @param length the number of columns of a window, at least 1
   * @return the windows
   * @throws IllegalArgumentException if the length is below 1
   */
  public static Windows ofLength(int length) {
    requireAtLeastOne("length", length);
    return new Windows(length, 1, 1, Selection.EVERY, ShortUnits.REFUSED, 0, false);
  }

  private static void requireAtLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + ": at least 1, got " + value);
    }
  }

  /**
   * Returns these windows with another distance between them.
   *
   * @param cycles the number of cycles from one window to the next, at least 1
   * @return the new windows
   * @throws IllegalArgumentException if the number is below 1
   */
  public Windows withStride(int cycles) {
    requireAtLeastOne("stride", cycles);
    return new Windows(length, cycles, dilation, selection, shortUnits, padding, mask);
  }

  /**
   * Returns these windows with another distance between their columns: a window then spans {@code
   * (length - 1) * dilation + 1} cycles.
   *
   * @param cycles the number of cycles from one column to the next, at least 1
   * @return the new windows
   * @throws IllegalArgumentException if the number is below 1
   */
  public Windows withDilation(int cycles) {
    requireAtLeastOne("dilation", cycles);
    return new Windows(length, stride, cycles, selection, shortUnits, padding, mask);
  }

  /**
   * Returns these windows with another selection.
   *
   * @param newSelection which windows of each unit there are
   * @return the new windows
   */
  public Windows with(Selection newSelection) {
    return new Windows(length, stride, dilation, newSelection, shortUnits, padding, mask);
  }

  /**
   * Returns these windows with units that are shorter padded at the front with their first cycle.
   *
   * @return the new windows
   */
  public Windows withEdgePadding() {
    return new Windows(length, stride, dilation, selection, ShortUnits.PADDED_WITH_EDGE, 0, mask);
  }

  /**
   * Returns these windows with units that are shorter padded at the front with a value.
   *
   * @param value the value a model sees, that is after scaling, for every channel
   * @return the new windows
   * @throws IllegalArgumentException if the value is not finite
   */
  public Windows withPadding(float value) {
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException("value: finite, got " + value);
    }
    return new Windows(
        length, stride, dilation, selection, ShortUnits.PADDED_WITH_VALUE, value, mask);
  }

  /**
   * Returns these windows with or without a feature mask {@code [length]}: 1 for a cycle, 0 for
   * padding.
   *
   * @param newMask whether windows have a mask
   * @return the new windows
   */
  public Windows withMask(boolean newMask) {
    return new Windows(length, stride, dilation, selection, shortUnits, padding, newMask);
  }

  /**
   * Returns the windows of some runs. They share the prepared channels, whatever the stride: a
   * window is copied when a batch is made.
   *
   * @param prepared the prepared runs
   * @param target what is to be predicted
   * @return the source, its features {@code sensors} of shape {@code [channels, length]}; the key
   *     of a window is the engine and its last cycle
   * @throws IllegalArgumentException if a unit is shorter than a window and such units are refused,
   *     or there are more than {@link Integer#MAX_VALUE} windows
   */
  public Source over(PreparedRuns prepared, RulTarget target) {
    return new WindowSource(this, prepared, target);
  }

  /**
   * Returns the number of columns of a window.
   *
   * @return the length, at least 1
   */
  public int length() {
    return length;
  }

  int dilation() {
    return dilation;
  }

  /** The number of cycles from the first to the last of a window, both included. */
  long span() {
    return (length - 1L) * dilation + 1;
  }

  boolean hasMask() {
    return mask;
  }

  boolean isPaddedWithEdge() {
    return shortUnits == ShortUnits.PADDED_WITH_EDGE;
  }

  float padding() {
    return padding;
  }

  /** The number of windows of a run. */
  int count(EngineRun run) {
    if (run.length() < span()) {
      if (shortUnits == ShortUnits.REFUSED) {
        throw new IllegalArgumentException(
            "length: windows over "
                + span()
                + " cycles, got "
                + run
                + "; choose shorter windows, or padding");
      }
      return 1;
    }
    if (selection == Selection.LAST) {
      return 1;
    }
    long beyondFirst = run.length() - span();
    return (int) ((beyondFirst + stride - 1) / stride) + 1;
  }

  /** The last cycle, from 1, of a window of a run that has {@code count} of them. */
  int lastCycle(EngineRun run, int window, int count) {
    return window == count - 1 ? run.length() : (int) (span() + (long) window * stride);
  }

  /**
   * Returns the windows as text.
   *
   * @return all options
   */
  @Override
  public String toString() {
    return "windows of "
        + length
        + " cycles, stride "
        + stride
        + ", dilation "
        + dilation
        + ", "
        + selection
        + ", short units "
        + shortUnits
        + " "
        + padding
        + ", mask "
        + mask;
  }
}
