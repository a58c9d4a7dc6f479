package io.github.anomalydata.cli.metrics;

import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Instants as people type them. */
final class TimeConverters {
  private TimeConverters() {}

  /** Reads {@code 2026-11-24T12:00:00Z}. */
  static final class Time implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return Instant.parse(text);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "an instant such as 2026-11-24T12:00:00Z, got '" + text + "'");
      }
    }
  }
}
