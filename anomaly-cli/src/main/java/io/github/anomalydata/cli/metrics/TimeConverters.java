package io.github.anomalydata.cli.metrics;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lengths and instants as people type them. */
final class TimeConverters {
  private static final Pattern LENGTH = Pattern.compile("([1-9][0-9]{0,8})(s|m|h|d)");

  private TimeConverters() {}

  /** Reads {@code 30s}, {@code 5m}, {@code 1h} or {@code 7d}. */
  static final class Length implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      Matcher matcher = LENGTH.matcher(text);
      if (!matcher.matches()) {
        throw new TypeConversionException("a length such as 30s, 5m, 1h or 7d, got '" + text + "'");
      }
      long count = Long.parseLong(matcher.group(1));
      return switch (matcher.group(2)) {
        case "s" -> Duration.ofSeconds(count);
        case "m" -> Duration.ofMinutes(count);
        case "h" -> Duration.ofHours(count);
        default -> Duration.ofDays(count);
      };
    }
  }

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
