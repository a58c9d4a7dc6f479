package io.github.anomalydata.report;

import java.util.List;

/**
 * What an axis of a plot measures. Instances are immutable.
 *
 * @param label the quantity and its unit, as in {@code "latency (ms)"}
 * @param scale how values lie on it
 * @param categories what {@code 0, 1, ...} stand for on a scale of categories, in this order
 */
public record Axis(String label, Scale scale, List<String> categories) {

  /** How values lie on an axis. */
  public enum Scale {
    /** Equal differences are equal distances. */
    LINEAR,
    /** Equal ratios are equal distances; values that are not above 0 are not shown. */
    LOGARITHMIC,
    /** Seconds since 1970-01-01T00:00:00Z, shown as dates and times in UTC. */
    TIME,
    /** Whole numbers from 0 that stand for names. */
    CATEGORIES
  }

  /**
   * Checks the values.
   *
   * @param label the quantity and its unit
   * @param scale how values lie on it
   * @param categories the names of a scale of categories; empty for other scales
   * @throws IllegalArgumentException if there are names and the scale is another, or there is none
   */
  public Axis {
    categories = List.copyOf(categories);
    if (categories.isEmpty() == (scale == Scale.CATEGORIES)) {
      throw new IllegalArgumentException(
          "categories: some for " + Scale.CATEGORIES + " only, got " + categories.size());
    }
  }

  /**
   * Returns an axis of numbers.
   *
   * @param label the quantity and its unit
   * @return the axis
   */
  public static Axis of(String label) {
    return new Axis(label, Scale.LINEAR, List.of());
  }

  /**
   * Returns an axis of times.
   *
   * @param label what happened then
   * @return the axis
   */
  public static Axis ofTime(String label) {
    return new Axis(label, Scale.TIME, List.of());
  }

  /**
   * Returns an axis of names.
   *
   * @param label what they name
   * @param names the names, at least one, in the order they are shown in
   * @return the axis
   * @throws IllegalArgumentException if there is no name
   */
  public static Axis ofCategories(String label, List<String> names) {
    return new Axis(label, Scale.CATEGORIES, names);
  }

  /**
   * Returns this axis with equal distances for equal ratios.
   *
   * @return the axis
   * @throws IllegalArgumentException if it is one of names
   */
  public Axis logarithmic() {
    return new Axis(label, Scale.LOGARITHMIC, categories);
  }
}
