package io.github.anomalydata.report;

import java.util.List;

/**
 * What a report comes to.
 *
 * @param mark how it is to be taken
 * @param headline the verdict in a few words
 * @param reasons what led to it, the most important first
 */
public record Verdict(Mark mark, String headline, List<String> reasons) {

  /**
   * Checks the values.
   *
   * @param mark how it is to be taken
   * @param headline the verdict, not blank
   * @param reasons what led to it; copied
   * @throws IllegalArgumentException if the headline is blank
   */
  public Verdict {
    Checks.named("headline", headline);
    reasons = List.copyOf(reasons);
  }

  /**
   * Returns a verdict.
   *
   * @param mark how it is to be taken
   * @param headline the verdict, not blank
   * @param reasons what led to it
   * @return the verdict
   * @throws IllegalArgumentException if the headline is blank
   */
  public static Verdict of(Mark mark, String headline, String... reasons) {
    return new Verdict(mark, headline, List.of(reasons));
  }
}
