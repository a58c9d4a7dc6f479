package io.github.anomalydata.drift.online;

import java.util.Arrays;

/** Reads the numbers of a state in turn, and refuses those that no statistic leaves. */
final class State {
  /** The greatest count that a number holds exactly. */
  static final long MOST = 1L << 53;

  private final double[] numbers;
  private int next;

  State(double[] numbers) {
    this.numbers = numbers;
  }

  double number() {
    if (next == numbers.length) {
      throw new IllegalArgumentException("state: more than " + next + " numbers, got no more");
    }
    double value = numbers[next++];
    if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
      throw refused("finite", value);
    }
    return value;
  }

  double notNegative() {
    double value = number();
    if (value < 0) {
      throw refused("not negative", value);
    }
    return value;
  }

  long count() {
    return count(MOST);
  }

  long count(long most) {
    double value = number();
    if (!(value >= 0 && value <= most && value == Math.rint(value))) {
      throw refused("a count up to " + most, value);
    }
    return (long) value;
  }

  /** Checks that there is nothing more. */
  void end() {
    if (next != numbers.length) {
      throw new IllegalArgumentException("state: " + next + " numbers, got " + numbers.length);
    }
  }

  private IllegalArgumentException refused(String rule, double value) {
    return new IllegalArgumentException(
        "state: " + rule + " at index " + (next - 1) + ", got " + value);
  }

  /** Collects the numbers of a state. */
  static final class Writer {
    private double[] numbers = new double[16];
    private int size;

    Writer add(double number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = number;
      return this;
    }

    /** Adds a count up to {@link #MOST}. */
    Writer count(long count) {
      return add((double) count);
    }

    double[] numbers() {
      return Arrays.copyOf(numbers, size);
    }
  }
}
