package io.github.anomalydata.internal.simd.vector;

import io.github.anomalydata.internal.simd.FrameTransform;
import io.github.anomalydata.internal.simd.FrameTransforms;

/** Transforms one frame in each lane of a vector; for lengths that are powers of two from 16 on. */
public final class VectorFrameTransforms implements FrameTransforms {
  /** Creates the twin. */
  public VectorFrameTransforms() {
    OperatorProfile.complete();
  }

  @Override
  public FrameTransform of(double[] weights, int length, int trend) {
    return new LaneFrames(weights, length, trend);
  }
}
