package io.github.anomalydata.signal.wavelet;

import java.util.List;
import java.util.Objects;

/**
 * All nodes of a level of wavelet packets. The arrays are not copied.
 *
 * @param rows the number of signals, at least 1
 * @param signalLength the length of the signals, at least 1
 * @param order the order of the nodes
 * @param nodes the coefficients, {@code 2^level} arrays of one shape {@code [rows][length]}
 */
public record PacketNodes(int rows, int signalLength, PacketOrder order, List<double[]> nodes) {
  /**
   * Checks the shapes.
   *
   * @param rows the number of signals
   * @param signalLength the length of the signals
   * @param order the order of the nodes
   * @param nodes the coefficients
   * @throws IllegalArgumentException if there are no rows or samples, the number of nodes is not a
   *     power of two, or their lengths differ
   */
  public PacketNodes {
    if (rows < 1 || signalLength < 1) {
      throw new IllegalArgumentException(
          "rows and signalLength: at least 1, got " + rows + " and " + signalLength);
    }
    nodes = List.copyOf(nodes);
    if (Integer.bitCount(nodes.size()) != 1) {
      throw new IllegalArgumentException("nodes: as many as a power of two, got " + nodes.size());
    }
    int length = nodes.get(0).length;
    for (double[] node : nodes) {
      if (node.length != length || Batch.length(node, rows) < 1) {
        throw new IllegalArgumentException(
            "nodes: all of one length, got " + length + " and " + node.length);
      }
    }
  }

  /**
   * Returns the level.
   *
   * @return the level, at least 0
   */
  public int level() {
    return Integer.numberOfTrailingZeros(nodes.size());
  }

  /**
   * Returns the path of a node from the root: {@code a} for an approximation, {@code d} for a
   * detail.
   *
   * @param position the position of the node
   * @return the path, as long as the level
   * @throws IndexOutOfBoundsException if there is no such node
   */
  public String path(int position) {
    int natural = order.natural(Objects.checkIndex(position, nodes.size()));
    StringBuilder path = new StringBuilder();
    for (int bit = level() - 1; bit >= 0; bit--) {
      path.append((natural >>> bit & 1) == 0 ? 'a' : 'd');
    }
    return path.toString();
  }
}
