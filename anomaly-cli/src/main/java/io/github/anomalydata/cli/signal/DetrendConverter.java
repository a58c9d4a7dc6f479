package io.github.anomalydata.cli.signal;

import io.github.anomalydata.signal.Detrend;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a trend by scipy's name. */
final class DetrendConverter implements ITypeConverter<Detrend> {
  @Override
  public Detrend convert(String text) {
    return switch (text) {
      case "constant" -> Detrend.CONSTANT;
      case "linear" -> Detrend.LINEAR;
      case "false", "False" -> Detrend.NONE;
      default ->
          throw new TypeConversionException(
              "expected constant, linear or false, got '" + text + "'");
    };
  }
}
