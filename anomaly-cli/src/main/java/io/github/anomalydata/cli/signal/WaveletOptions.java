package io.github.anomalydata.cli.signal;

import io.github.anomalydata.signal.wavelet.BoundaryMode;
import io.github.anomalydata.signal.wavelet.Dwt;
import io.github.anomalydata.signal.wavelet.Wavelet;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** A discrete wavelet and what is beyond the ends, by the names of PyWavelets. */
final class WaveletOptions {
  @Option(
      names = "--wavelet",
      paramLabel = "NAME",
      required = true,
      description =
          "haar, db1 to db20, sym2 to sym20, coif1 to coif5, bior1.1 to bior6.8 or rbio1.1 to"
              + " rbio6.8.")
  private String wavelet = "";

  @Option(
      names = "--mode",
      paramLabel = "NAME",
      defaultValue = "symmetric",
      converter = ModeConverter.class,
      description =
          "zero, constant, symmetric, periodic, smooth, periodization, reflect, antisymmetric or"
              + " antireflect (${DEFAULT-VALUE}).")
  private BoundaryMode mode = BoundaryMode.SYMMETRIC;

  Dwt dwt() {
    return Dwt.of(Wavelet.of(wavelet)).with(mode);
  }

  /** Reads a mode by its name. */
  static final class ModeConverter implements ITypeConverter<BoundaryMode> {
    @Override
    public BoundaryMode convert(String text) {
      return Arrays.stream(BoundaryMode.values())
          .filter(mode -> name(mode).equals(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "expected one of "
                          + Arrays.stream(BoundaryMode.values())
                              .map(ModeConverter::name)
                              .collect(Collectors.joining(", "))
                          + ", got '"
                          + text
                          + "'"));
    }

    private static String name(BoundaryMode mode) {
      return mode.name().toLowerCase(Locale.ROOT);
    }
  }
}
