package io.github.anomalydata.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads lengths of time as people type them: {@code 30s}, {@code 5m}, {@code 1h} or {@code 7d}. */
public final class LengthConverter implements ITypeConverter<Duration> {
  private static final Pattern LENGTH = Pattern.compile("([1-9][0-9]{0,8})(s|m|h|d)");

  /** Creates the converter. */
  public LengthConverter() {}

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
