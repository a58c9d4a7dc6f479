package io.github.anomalydata.signal;

import io.github.anomalydata.internal.simd.FrameTransform;
import io.github.anomalydata.internal.simd.FrameTransforms;
import io.github.anomalydata.internal.simd.Twins;

/** The choice between the two ways of transforming frames. */
final class Frames {
  private static final FrameTransforms PLAIN = PlainFrames::new;
  private static final FrameTransforms FASTER = Twins.faster(FrameTransforms.class, () -> PLAIN);

  private Frames() {}

  /** Returns the fastest way to transform frames, for use by one thread. */
  static FrameTransform of(double[] weights, int length, Detrend detrend) {
    FrameTransforms way = areForLanes(length) ? FASTER : PLAIN;
    return way.of(weights, length, detrend.coefficients());
  }

  /** Returns whether vector twins take a length, and work within the cache. */
  private static boolean areForLanes(int length) {
    return Integer.bitCount(length) == 1 && length >= 16 && length <= 8192;
  }
}
