package io.github.anomalydata.cli.mimii;

import io.github.anomalydata.mimii.Snr;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a signal-to-noise ratio: -6, 0 or 6, with or without dB. */
final class SnrConverter implements ITypeConverter<Snr> {
  @Override
  public Snr convert(String value) {
    return switch (value) {
      case "-6", "-6dB", "min6dB" -> Snr.MINUS_6_DB;
      case "0", "0dB" -> Snr.ZERO_DB;
      case "6", "6dB" -> Snr.PLUS_6_DB;
      default -> throw new TypeConversionException("-6, 0 or 6, got '" + value + "'");
    };
  }
}
