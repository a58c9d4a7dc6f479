package io.github.anomalydata.cli.monitor;

import io.github.anomalydata.drift.online.Adwin;
import io.github.anomalydata.drift.online.Cusum;
import io.github.anomalydata.drift.online.Ddm;
import io.github.anomalydata.drift.online.Detector;
import io.github.anomalydata.drift.online.Ewma;
import io.github.anomalydata.drift.online.PageHinkley;
import io.github.anomalydata.drift.online.SlidingDiscrepancy;
import io.github.anomalydata.drift.online.SlidingWindow;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The detectors of the command. */
enum MonitorMethod {
  CUSUM,
  EWMA,
  PAGE_HINKLEY,
  ADWIN,
  DDM,
  KS,
  CVM,
  MMD;

  static MonitorMethod of(String name) {
    for (MonitorMethod method : values()) {
      if (method.toString().equals(name)) {
        return method;
      }
    }
    throw new IllegalArgumentException(
        "--method: one of " + Arrays.toString(values()) + ", got '" + name + "'");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns the detector.
   *
   * @param window the samples of the window, or nothing for the default
   */
  Detector detector(@Nullable Integer window) {
    boolean hasWindow = this == KS || this == CVM || this == MMD;
    if (window != null && !hasWindow) {
      throw new IllegalArgumentException("--window: for ks, cvm and mmd, got " + window);
    }
    return switch (this) {
      case CUSUM -> Cusum.withDefaults();
      case EWMA -> Ewma.withDefaults();
      case PAGE_HINKLEY -> PageHinkley.withDefaults();
      case ADWIN -> Adwin.withDefaults();
      case DDM -> Ddm.withDefaults();
      case KS -> sized(SlidingWindow.of(SlidingWindow.Distance.KOLMOGOROV_SMIRNOV), window);
      case CVM -> sized(SlidingWindow.of(SlidingWindow.Distance.CRAMER_VON_MISES), window);
      case MMD -> {
        SlidingDiscrepancy mmd = SlidingDiscrepancy.withDefaults();
        yield window == null ? mmd : mmd.withSize(window);
      }
    };
  }

  private static Detector sized(SlidingWindow options, @Nullable Integer window) {
    return window == null ? options : options.withSize(window);
  }
}
