package io.github.anomalydata.cli.mimii;

import io.github.anomalydata.mimii.Dcase;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Layouts by the names that users write: mimii, dcase2020 to dcase2024. */
final class LayoutConverter implements ITypeConverter<Layout> {
  @Override
  public Layout convert(String value) {
    String wanted = value.toLowerCase(Locale.ROOT);
    if (wanted.equals(Layout.MIMII.toString())) {
      return Layout.MIMII;
    }
    for (Dcase.Edition edition : Dcase.Edition.values()) {
      Layout layout = Layout.of(edition);
      if (wanted.equals(layout.toString())) {
        return layout;
      }
    }
    throw new TypeConversionException("mimii or dcase2020 to dcase2024, got '" + value + "'");
  }
}
