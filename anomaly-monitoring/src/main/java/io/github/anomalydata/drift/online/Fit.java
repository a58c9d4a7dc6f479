package io.github.anomalydata.drift.online;

import io.github.anomalydata.internal.ParallelRows;
import java.util.function.Supplier;

/** What a detector keeps of the reference. Immutable. */
sealed interface Fit permits ScalarFit, DiscrepancyFit {

  /**
   * Fits a detector.
   *
   * @throws IllegalArgumentException if the reference is none for it
   */
  static Fit of(Detector detector, Samples reference) {
    Samples used = newest(detector, reference);
    if (used.count() < 2) {
      throw new IllegalArgumentException("reference: at least 2 samples, got " + used.count());
    }
    return detector instanceof SlidingDiscrepancy discrepancy
        ? DiscrepancyFit.of(discrepancy, used)
        : ScalarFit.of(detector, used);
  }

  /** Returns the part of a reference that a detector looks at. */
  static Samples newest(Detector detector, Samples reference) {
    return detector instanceof SlidingDiscrepancy discrepancy
        ? reference.newest(discrepancy.referenceRows())
        : reference;
  }

  /**
   * Returns what was saved.
   *
   * @throws IllegalArgumentException if it is nothing that {@link #of} returns
   */
  static Fit restored(Detector detector, Scale scale, Samples kept) {
    return detector instanceof SlidingDiscrepancy discrepancy
        ? DiscrepancyFit.restored(discrepancy, scale, kept)
        : ScalarFit.restored(detector, scale, kept);
  }

  Detector detector();

  /** Returns what values are taken in. */
  Scale scale();

  /** Returns what is kept of the reference, and of how many columns a sample is. */
  Samples kept();

  /**
   * Checks a value of a sample.
   *
   * @param place where it is, for the message; empty for a single value
   * @throws IllegalArgumentException if the detector does not take it
   */
  void check(String name, double value, String place);

  /** Starts a statistic. */
  Statistic start();

  /**
   * Returns what simulates streams, for any thread of its own.
   *
   * @param reference what the detector was fitted to
   * @param block the consecutive rows that are drawn as one
   */
  Supplier<Simulation> simulations(Samples reference, int block, long seed, ParallelRows workers);
}
