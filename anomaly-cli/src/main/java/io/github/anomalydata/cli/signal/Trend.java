package io.github.anomalydata.cli.signal;

import io.github.anomalydata.signal.Detrend;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What an option says is taken out of segments; of its own, since picocli would load ND4J else. */
enum Trend {
  CONSTANT,
  LINEAR,
  NONE;

  Detrend detrend() {
    return Detrend.valueOf(name());
  }

  /** Reads a trend by scipy's name. */
  static final class Converter implements ITypeConverter<Trend> {
    @Override
    public Trend convert(String text) {
      return switch (text) {
        case "constant" -> CONSTANT;
        case "linear" -> LINEAR;
        case "false", "False" -> NONE;
        default ->
            throw new TypeConversionException(
                "expected constant, linear or false, got '" + text + "'");
      };
    }
  }
}
