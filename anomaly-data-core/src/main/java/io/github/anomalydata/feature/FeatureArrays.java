package io.github.anomalydata.feature;

import io.github.anomalydata.internal.NdArrays;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The edge to ND4J, kept apart so that work on arrays of Java loads none of its classes. */
final class FeatureArrays {
  private FeatureArrays() {}

  static INDArray extract(FeatureExtractor extractor, INDArray windows) {
    int channels = extractor.channels().size();
    long[] shape = windows.shape();
    if (shape.length != 3 || windows.isEmpty() || shape[1] != channels) {
      throw new IllegalArgumentException(
          "windows: an array of shape [batch, "
              + channels
              + ", time] that is not empty, got shape "
              + Arrays.toString(shape));
    }
    if (windows.length() > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "windows: fewer than 2^31 - 8 values, got shape " + Arrays.toString(shape));
    }
    int time = (int) shape[2];
    // A copy in 'c' order starts at 0 and has no gaps, whatever view it is of.
    if (windows.dataType() == DataType.DOUBLE) {
      double[] values = windows.dup('c').data().asDouble();
      return NdArrays.of(extractor.extract(values, time), shape[0], extractor.width());
    }
    float[] values = windows.castTo(DataType.FLOAT).dup('c').data().asFloat();
    return NdArrays.of(extractor.extract(values, time), shape[0], extractor.width());
  }
}
