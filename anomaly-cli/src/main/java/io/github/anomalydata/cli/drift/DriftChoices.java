package io.github.anomalydata.cli.drift;

import io.github.anomalydata.drift.Dependence;
import io.github.anomalydata.drift.MissingValues;

/** Choices that several commands let a person make. */
final class DriftChoices {
  private DriftChoices() {}

  /** Returns what becomes of missing values. */
  static MissingValues missing(String value) {
    return switch (value) {
      case "fail" -> MissingValues.FAIL;
      case "ignore" -> MissingValues.IGNORE;
      case "test" -> MissingValues.TEST;
      default ->
          throw new IllegalArgumentException(
              "--missing: fail, ignore or test, got '" + value + "'");
    };
  }

  /** Returns how rows depend on one another. */
  static Dependence dependence(String block) {
    if (block.equals("auto")) {
      return Dependence.estimated();
    }
    if (block.equals("off")) {
      return Dependence.independent();
    }
    if (!block.matches("[1-9]\\d{0,8}")) {
      throw new IllegalArgumentException("--block: auto, off or at least 1, got '" + block + "'");
    }
    return Dependence.blocks(Integer.parseInt(block));
  }
}
