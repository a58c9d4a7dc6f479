package io.github.anomalydata.exchange;

import java.nio.ByteOrder;

/** How an array is laid out in an NPY file that is written. Every layout can be read. */
public final class NpyOptions {
  private static final NpyOptions DEFAULT = new NpyOptions(ArrayOrder.C, ByteOrder.LITTLE_ENDIAN);

  private final ArrayOrder order;
  private final ByteOrder byteOrder;

  private NpyOptions(ArrayOrder order, ByteOrder byteOrder) {
    this.order = order;
    this.byteOrder = byteOrder;
  }

  /**
   * Returns the layout NumPy gives a new array on the usual machines: {@linkplain #with(ArrayOrder)
   * order} {@link ArrayOrder#C}, {@linkplain #with(ByteOrder) byte order} {@link
   * ByteOrder#LITTLE_ENDIAN}.
   *
   * @return the options
   */
  public static NpyOptions withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns these options with another order of the elements. Where both orders are alike (rank 0
   * and 1, or at most one dimension above 1) the file says C, as NumPy's does.
   *
   * @param order the order
   * @return the options
   */
  public NpyOptions with(ArrayOrder order) {
    return new NpyOptions(order, byteOrder);
  }

  /**
   * Returns these options with another order of the bytes of each element.
   *
   * @param byteOrder the order
   * @return the options
   */
  public NpyOptions with(ByteOrder byteOrder) {
    return new NpyOptions(order, byteOrder);
  }

  ArrayOrder order() {
    return order;
  }

  ByteOrder byteOrder() {
    return byteOrder;
  }
}
