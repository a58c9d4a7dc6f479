package io.github.anomalydata.cli.signal;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads numbers as a list or as a range of whole numbers. */
final class ScalesConverter implements ITypeConverter<ScalesConverter.Scales> {
  private static final int MOST = 1 << 20;

  /** Scales: a type of its own, since picocli fills a list of numbers one by one. */
  record Scales(List<Double> values) {}

  @Override
  public Scales convert(String text) {
    try {
      return new Scales(
          text.contains(":")
              ? range(text)
              : Stream.of(text.split(",", -1)).map(Double::valueOf).toList());
    } catch (NumberFormatException e) {
      throw unknown(text);
    }
  }

  private static List<Double> range(String text) {
    String[] words = text.split(":", -1);
    int from = Integer.parseInt(words[0]);
    int to = Integer.parseInt(words[1]);
    int step = words.length == 3 ? Integer.parseInt(words[2]) : 1;
    if (words.length > 3 || from < 1 || step < 1 || to <= from || (to - from) / step >= MOST) {
      throw unknown(text);
    }
    int count = (to - from - 1) / step + 1;
    return IntStream.range(0, count).mapToObj(i -> from + (double) i * step).toList();
  }

  private static TypeConversionException unknown(String text) {
    return new TypeConversionException(
        "expected numbers such as 1,2,4.5 or a range FROM:TO or FROM:TO:STEP, got '" + text + "'");
  }
}
