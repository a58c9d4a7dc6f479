package io.github.anomalydata.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RulScoreTest {

  @Test
  void scoresFollowTheirFormulas() {
    RulScore score = RulScore.of(new double[] {10, 20, 33}, new double[] {13, 20, 29});
    assertEquals(3, score.count());
    assertEquals(Math.sqrt(25 / 3.0), score.rmse(), 1e-12);
    assertEquals(7 / 3.0, score.meanAbsoluteError(), 1e-12);
    assertEquals(1 / 3.0, score.meanError(), 1e-12);
    assertEquals(Math.exp(3 / 13.0) - 1 + Math.exp(4 / 10.0) - 1, score.nasaScore(), 1e-12);
  }

  @Test
  void tooLateIsWorseThanTooEarly() {
    double[] actual = {50};
    assertTrue(
        RulScore.of(new double[] {60}, actual).nasaScore()
            > RulScore.of(new double[] {40}, actual).nasaScore());
  }

  @Test
  void perfectPredictionsScoreZero() {
    RulScore score = RulScore.of(new double[] {1, 2}, new double[] {1, 2});
    assertEquals(new RulScore(2, 0, 0, 0, 0), score);
  }

  @Test
  void emptyUnequalOrNotFiniteInputIsRefused() {
    assertMessage("at least one", new double[0], new double[0]);
    assertMessage("got 2 and 1", new double[2], new double[1]);
    assertMessage("got NaN and 1.0 at 1", new double[] {1, Double.NaN}, new double[] {1, 1});
  }

  private static void assertMessage(String words, double[] predicted, double[] actual) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> RulScore.of(predicted, actual));
    assertTrue(e.getMessage().contains(words), e.getMessage());
  }
}
