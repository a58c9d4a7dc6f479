package io.github.anomalydata.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Where an axis is labelled, and with what.
 *
 * @param places the places
 * @param labels their labels
 */
record Ticks(double[] places, List<String> labels) {
  private static final int MOST_LETTERS = 16;
  private static final double[] STEPS = {1, 2, 5, 10};
  private static final double[] SECONDS = {
    1, 5, 15, 60, 300, 900, 3600, 3 * 3600, 6 * 3600, 12 * 3600, 86_400
  };

  /**
   * Returns the ticks of an axis.
   *
   * @param axis the axis
   * @param from its lower end
   * @param to its upper end
   * @param most about how many there should be at most
   */
  static Ticks of(Axis axis, double from, double to, int most) {
    return switch (axis.scale()) {
      case CATEGORIES -> categories(axis);
      case LOGARITHMIC -> decades(from, to);
      case TIME -> times(from, to, most);
      case LINEAR -> linear(from, to, most);
    };
  }

  private static Ticks categories(Axis axis) {
    double[] places = IntStream.range(0, axis.categories().size()).asDoubleStream().toArray();
    return new Ticks(places, axis.categories().stream().map(Ticks::shortened).toList());
  }

  private static String shortened(String name) {
    int[] letters = name.codePoints().toArray();
    return letters.length <= MOST_LETTERS ? name : new String(letters, 0, MOST_LETTERS - 1) + "…";
  }

  private static Ticks decades(double from, double to) {
    int first = (int) Math.ceil(Math.log10(from) - 1e-9);
    int last = (int) Math.floor(Math.log10(to) + 1e-9);
    double[] places =
        IntStream.rangeClosed(first, last).mapToDouble(i -> Math.pow(10, i)).toArray();
    return new Ticks(places, IntStream.rangeClosed(first, last).mapToObj(Ticks::power).toList());
  }

  private static String power(int exponent) {
    return Math.abs(exponent) <= 4
        ? Digits.significant(1).format(Math.pow(10, exponent))
        : String.format(Locale.ROOT, "1e%d", exponent).replace("-", "−");
  }

  private static Ticks linear(double from, double to, int most) {
    double step = step((to - from) / most);
    int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    Digits digits = decimals > 6 ? Digits.significant(3) : Digits.decimals(decimals);
    double[] places = multiples(from, to, step);
    List<String> labels = new ArrayList<>();
    for (double place : places) {
      labels.add(digits.format(place));
    }
    return new Ticks(places, labels);
  }

  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double step : STEPS) {
      if (step * power >= least) {
        return step * power;
      }
    }
    return 10 * power;
  }

  private static double[] multiples(double from, double to, double step) {
    long first = (long) Math.ceil(from / step - 1e-9);
    long last = (long) Math.floor(to / step + 1e-9);
    // Counted, not added up, so that 0 is 0.
    return LongStream.rangeClosed(first, last).mapToDouble(i -> i == 0 ? 0 : i * step).toArray();
  }

  private static Ticks times(double from, double to, int most) {
    double least = (to - from) / most;
    double step = least > 86_400 ? 86_400 * Math.ceil(least / 86_400) : 86_400;
    for (int i = SECONDS.length - 1; i >= 0 && SECONDS[i] >= least; i--) {
      step = SECONDS[i];
    }
    String pattern = step >= 86_400 ? "MM-dd" : step >= 60 ? "MM-dd HH:mm" : "HH:mm:ss";
    DateTimeFormatter format =
        DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    double[] places = multiples(from, to, step);
    List<String> labels = new ArrayList<>();
    for (double place : places) {
      labels.add(format.format(Instant.ofEpochSecond((long) place)));
    }
    return new Ticks(places, labels);
  }
}
