package io.github.anomalydata.drift;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** A policy in a file. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "policy")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PolicyForm.Calibrated.class, name = "calibrated"),
  @JsonSubTypes.Type(value = PolicyForm.Legacy.class, name = "legacy")
})
sealed interface PolicyForm {

  /** Returns the policy. */
  DecisionPolicy policy();

  static PolicyForm of(DecisionPolicy policy) {
    if (policy instanceof DecisionPolicy.Legacy legacy) {
      return new Legacy(legacy.shift());
    }
    DecisionPolicy.Calibrated calibrated = (DecisionPolicy.Calibrated) policy;
    return new Calibrated(
        calibrated.alpha(),
        calibrated.adjustment(),
        calibrated.floors(),
        calibrated.columnFloors(),
        calibrated.alarms(),
        calibrated.windows(),
        calibrated.coolDown().toString());
  }

  /** A policy at a level; the cool-down as ISO 8601 has it. */
  record Calibrated(
      double alpha,
      Adjustment adjustment,
      Map<Measure, Double> floors,
      Map<String, Double> columnFloors,
      int alarms,
      int windows,
      String coolDown)
      implements PolicyForm {
    @Override
    public DecisionPolicy policy() {
      try {
        return new DecisionPolicy.Calibrated(
            alpha, adjustment, floors, columnFloors, alarms, windows, Duration.parse(coolDown));
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException("coolDown: a duration, got '" + coolDown + "'", e);
      }
    }
  }

  /** The prototype's policy. */
  record Legacy(double shift) implements PolicyForm {
    @Override
    public DecisionPolicy policy() {
      return new DecisionPolicy.Legacy(shift);
    }
  }
}
