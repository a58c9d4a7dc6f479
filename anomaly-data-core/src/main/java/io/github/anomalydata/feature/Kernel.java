package io.github.anomalydata.feature;

/** How a feature is computed from the measurements of one signal. */
@FunctionalInterface
interface Kernel {

  /** Returns the value for the scaled signal; NaN where the feature is undefined. */
  double of(SignalAnalysis signal);
}
