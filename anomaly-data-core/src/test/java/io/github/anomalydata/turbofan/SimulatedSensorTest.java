package io.github.anomalydata.turbofan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SimulatedSensorTest {
  @Test
  void sensorsAreThoseOfTheFilesInTheirOrder() {
    List<String> symbols =
        Channel.sensors().stream().map(c -> c.symbol().toUpperCase(Locale.ROOT)).toList();
    assertEquals(symbols, Stream.of(SimulatedSensor.values()).map(Enum::name).toList());
  }

  @Test
  void responsesScaleWithTheLevelOfTheCondition() {
    SimulatedSensor sensor = SimulatedSensor.P30;
    assertEquals(1, sensor.scale(SimulatedCondition.SEA_LEVEL));
    assertEquals(138.97 / 554.81, sensor.scale(SimulatedCondition.FEET_42000), 1e-15);
  }
}
