package io.github.anomalydata.cli.mvtec;

import io.github.anomalydata.mvtec.Layout;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How a data set lays out its files. */
final class LayoutOption {
  @Option(
      names = "--layout",
      paramLabel = "NAME",
      defaultValue = "ad",
      description = {
        "ad for MVTec AD, loco for MVTec LOCO AD, ad2 for MVTec AD 2, visa for VisA, folder for a"
            + " folder of sound products and one for each defect (${DEFAULT-VALUE})."
      })
  private String layout = "ad";

  Layout get() {
    for (Layout known : Layout.values()) {
      if (name(known).equals(layout)) {
        return known;
      }
    }
    throw new IllegalArgumentException(
        "--layout: ad, loco, ad2, visa or folder, got '" + layout + "'");
  }

  static String name(Layout layout) {
    return layout.name().toLowerCase(Locale.ROOT);
  }
}
