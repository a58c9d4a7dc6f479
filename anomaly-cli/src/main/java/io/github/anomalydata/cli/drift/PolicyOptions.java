package io.github.anomalydata.cli.drift;

import io.github.anomalydata.drift.Adjustment;
import io.github.anomalydata.drift.DecisionPolicy;
import io.github.anomalydata.drift.Measure;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** When drift is reason enough to retrain. */
final class PolicyOptions {
  private static final Pattern WINDOWS = Pattern.compile("([1-9]\\d{0,5})/([1-9]\\d{0,5})");

  @Option(
      names = "--alpha",
      paramLabel = "LEVEL",
      defaultValue = "0.01",
      description =
          "The rate of false alarms of a decision, of all its tests together (${DEFAULT-VALUE}).")
  private double alpha;

  @Option(
      names = "--adjust",
      paramLabel = "METHOD",
      defaultValue = "westfall-young",
      description =
          "How p-values are adjusted: westfall-young, holm, benjamini-hochberg or"
              + " benjamini-yekutieli (${DEFAULT-VALUE}).")
  private String adjust = "";

  @Option(
      names = "--floor",
      paramLabel = "MEASURE=EFFECT",
      description = {
        "The least effect that counts, such as score-shift=0.3; may be repeated. Measures are",
        "latent-discrepancy, latent-distance, score-distribution, score-shift (in standard"
            + " deviations), score-spread (a ratio), score-exceedance (of shares),"
            + " feature-distance, feature-categories and feature-missing; feature:NAME=DISTANCE is"
            + " in the unit of that feature."
      })
  private Map<String, Double> floors = new LinkedHashMap<>();

  @Option(
      names = "--windows",
      paramLabel = "K/N",
      defaultValue = "1/1",
      description = "How many of the last N windows must show drift (${DEFAULT-VALUE}).")
  private String windows = "";

  @Option(
      names = "--cool-down",
      paramLabel = "TIME",
      defaultValue = "PT0S",
      description =
          "How long after a decision to retrain no other is made, such as PT12H or P2D"
              + " (${DEFAULT-VALUE}).")
  private String coolDown = "";

  @Option(
      names = "--legacy",
      description =
          "Decide by the fixed limits of the prototype instead, whose rate of false alarms nobody"
              + " knows; only to compare with.")
  private boolean legacy;

  /** Returns the policy. */
  DecisionPolicy policy() {
    if (legacy) {
      return DecisionPolicy.legacy();
    }
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("--alpha: above 0 and below 1, got " + alpha);
    }
    DecisionPolicy.Calibrated policy = DecisionPolicy.atLevel(alpha).with(adjustment());
    for (Map.Entry<String, Double> floor : floors.entrySet()) {
      String name = floor.getKey();
      policy =
          name.startsWith("feature:")
              ? policy.withFloor(name.substring("feature:".length()), floor.getValue())
              : policy.withFloor(measure(name), floor.getValue());
    }
    Matcher matcher = WINDOWS.matcher(windows);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("--windows: K/N, such as 2/3, got '" + windows + "'");
    }
    return policy
        .withWindows(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
        .withCoolDown(coolDown());
  }

  private Adjustment adjustment() {
    return Arrays.stream(Adjustment.values())
        .filter(choice -> name(choice).equals(adjust))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--adjust: westfall-young, holm, benjamini-hochberg or benjamini-yekutieli, got"
                        + " '"
                        + adjust
                        + "'"));
  }

  private static Measure measure(String name) {
    return Arrays.stream(Measure.values())
        .filter(choice -> name(choice).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--floor: a measure such as score-shift, or feature:NAME, got '" + name + "'"));
  }

  private Duration coolDown() {
    try {
      return Duration.parse(coolDown);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "--cool-down: a time such as PT12H or P2D, got '" + coolDown + "'", e);
    }
  }

  /** Returns the name of a choice for people. */
  static String name(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
