package io.github.anomalydata.signal.wavelet;

import io.github.anomalydata.internal.FiniteValues;
import io.github.anomalydata.internal.SignalBatches;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Wavelet packets, as {@code WaveletPacket} of PyWavelets computes them: a level of {@link Dwt}
 * splits the details as well as the approximations, into {@code 2^level} bands of equal width.
 *
 * <p>Immutable and safe for use by several threads at once.
 */
public final class WaveletPackets {
  private final Dwt dwt;
  private final PacketOrder order;

  private WaveletPackets(Dwt dwt, PacketOrder order) {
    this.dwt = dwt;
    this.order = order;
  }

  /**
   * Returns packets of a wavelet.
   *
   * <p>Defaults: {@link #with(BoundaryMode) boundary mode} {@link BoundaryMode#SYMMETRIC}, {@link
   * #with(PacketOrder) order} {@link PacketOrder#NATURAL}.
   *
   * @param wavelet the wavelet
   * @return the transform
   */
  public static WaveletPackets of(Wavelet wavelet) {
    return new WaveletPackets(Dwt.of(wavelet), PacketOrder.NATURAL);
  }

  /**
   * Returns this transform with another boundary mode.
   *
   * @param mode the mode
   * @return the new transform
   */
  public WaveletPackets with(BoundaryMode mode) {
    return new WaveletPackets(dwt.with(mode), order);
  }

  /**
   * Returns this transform with another order of the nodes.
   *
   * @param nodeOrder the order
   * @return the new transform
   */
  public WaveletPackets with(PacketOrder nodeOrder) {
    return new WaveletPackets(dwt, nodeOrder);
  }

  /**
   * Transforms one signal.
   *
   * @param signal the signal
   * @param level the level
   * @return the nodes of the level
   * @throws IllegalArgumentException if the signal is empty, a value is not finite, or the level
   *     not from 0 to {@link Wavelet#maximumLevel}
   */
  public PacketNodes decompose(double[] signal, int level) {
    return decompose(signal, 1, level);
  }

  /**
   * Transforms a batch.
   *
   * @param signals the signals, one behind the other
   * @param rows the number of signals
   * @param level the level
   * @return the nodes of the level
   * @throws IllegalArgumentException if there are no rows, or not as many of one length, a value is
   *     not finite, or the level is not from 0 to {@link Wavelet#maximumLevel}
   */
  public PacketNodes decompose(double[] signals, int rows, int level) {
    int length = Batch.length(signals, rows);
    dwt.wavelet().requireLevel(level, length);
    for (int row = 0; row < rows; row++) {
      FiniteValues.require("signals", signals, row * length, length, row);
    }
    List<double[]> nodes = List.of(level == 0 ? signals.clone() : signals);
    for (int done = 0; done < level; done++) {
      List<double[]> children = new ArrayList<>();
      for (double[] node : nodes) {
        children.addAll(dwt.split(node, rows, 1, false).bands());
      }
      nodes = children;
    }
    double[][] ordered = new double[nodes.size()][];
    for (int i = 0; i < ordered.length; i++) {
      ordered[i] = nodes.get(order.natural(i));
    }
    return new PacketNodes(rows, length, order, List.of(ordered));
  }

  /**
   * Takes nodes back to the signals.
   *
   * @param packets the nodes, in any order
   * @return the signals, one behind the other, of their own length
   * @throws IllegalArgumentException if the nodes are not as long as the transform makes them, or a
   *     coefficient is not finite
   */
  public double[] reconstruct(PacketNodes packets) {
    int rows = packets.rows();
    int[] lengths = new int[packets.level() + 1];
    lengths[0] = packets.signalLength();
    for (int level = 1; level < lengths.length; level++) {
      lengths[level] = dwt.coefficients(lengths[level - 1]);
    }
    int found = packets.nodes().get(0).length / rows;
    if (found != lengths[packets.level()]) {
      throw new IllegalArgumentException(
          "nodes: "
              + lengths[packets.level()]
              + " coefficients a row for signals of length "
              + packets.signalLength()
              + ", got "
              + found);
    }
    double[][] nodes = new double[packets.nodes().size()][];
    for (int i = 0; i < nodes.length; i++) {
      for (int row = 0; row < rows; row++) {
        FiniteValues.require(packets.path(i), packets.nodes().get(i), row * found, found, row);
      }
      nodes[packets.order().natural(i)] = packets.nodes().get(i);
    }
    for (int level = packets.level(); level > 0; level--) {
      double[][] parents = new double[nodes.length / 2][];
      for (int i = 0; i < parents.length; i++) {
        WaveletBands pair = new WaveletBands(rows, List.of(nodes[2 * i], nodes[2 * i + 1]));
        parents[i] = cut(dwt.join(pair), rows, lengths[level - 1]);
      }
      nodes = parents;
    }
    return packets.level() == 0 ? nodes[0].clone() : nodes[0];
  }

  private static double[] cut(double[] values, int rows, int length) {
    int stride = values.length / rows;
    if (stride == length) {
      return values;
    }
    for (int row = 1; row < rows; row++) {
      System.arraycopy(values, row * stride, values, row * length, length);
    }
    return Arrays.copyOf(values, rows * length);
  }

  /**
   * Transforms over the last axis.
   *
   * @param signals the signals {@code […, time]}
   * @param level the level
   * @return the nodes, each with the leading axes of the signals
   * @throws IllegalArgumentException if the array is empty, a scalar, or not of a real type, a
   *     value is not finite, or the level is not from 0 to {@link Wavelet#maximumLevel}
   */
  public List<INDArray> decompose(INDArray signals, int level) {
    int rows = SignalBatches.requireRows("signals", signals, -1);
    PacketNodes packets = decompose(SignalBatches.doubles(signals), rows, level);
    return packets.nodes().stream().map(node -> SignalBatches.like(signals, node)).toList();
  }

  /**
   * Takes nodes back to the signals, over the last axis.
   *
   * @param nodes all nodes of a level in the {@linkplain #with(PacketOrder) order} of this
   *     transform, {@code 2^level} arrays of one shape {@code […, coefficients]}
   * @param signalLength the length of the signals
   * @return the signals {@code […, time]}, in double precision if the first node is
   * @throws IllegalArgumentException if the number of nodes is no power of two, their shapes
   *     differ, they are not as long as the transform makes them, or a coefficient is not finite
   */
  public INDArray reconstruct(List<INDArray> nodes, int signalLength) {
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("nodes: as many as a power of two, got 0");
    }
    INDArray first = nodes.get(0);
    int rows = SignalBatches.requireRows("nodes", first, -1);
    List<double[]> values = SignalBatches.alike("nodes", nodes);
    return SignalBatches.like(
        first, reconstruct(new PacketNodes(rows, signalLength, order, values)));
  }
}
