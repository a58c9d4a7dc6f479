package io.github.anomalydata.cli.signal;

import io.github.anomalydata.signal.WindowFunction;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a window by the name scipy gives it, such as {@code hann} or {@code tukey:0.25}. */
public final class WindowConverter implements ITypeConverter<WindowFunction> {
  /** The names, for descriptions. */
  public static final String NAMES =
      "hann, hamming, blackman, flattop, boxcar, tukey:ALPHA or kaiser:BETA";

  private static final Pattern WORDS = Pattern.compile("([a-z]+)(?::([^:]+))?");

  /** Creates the converter. */
  public WindowConverter() {}

  @Override
  public WindowFunction convert(String text) {
    Matcher words = WORDS.matcher(text);
    if (!words.matches()) {
      throw unknown(text);
    }
    String parameter = words.group(2);
    return switch (words.group(1) + (parameter == null ? "" : ":")) {
      case "hann", "hanning" -> WindowFunction.hann();
      case "hamming", "hamm" -> WindowFunction.hamming();
      case "blackman", "black" -> WindowFunction.blackman();
      case "flattop", "flat" -> WindowFunction.flatTop();
      case "boxcar", "box", "ones", "rect", "rectangular" -> WindowFunction.boxcar();
      case "tukey" -> WindowFunction.tukey(0.5);
      case "tukey:" -> of(text, WindowFunction::tukey, parameter);
      case "kaiser:" -> of(text, WindowFunction::kaiser, parameter);
      default -> throw unknown(text);
    };
  }

  private static WindowFunction of(
      String text, DoubleFunction<WindowFunction> window, String parameter) {
    try {
      return window.apply(Double.parseDouble(parameter));
    } catch (NumberFormatException e) {
      throw unknown(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }

  private static TypeConversionException unknown(String text) {
    return new TypeConversionException("expected " + NAMES + ", got '" + text + "'");
  }
}
