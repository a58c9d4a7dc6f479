package io.github.anomalydata.exchange;

import io.github.anomalydata.internal.io.AtomicFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Writes an NPY file whose first dimension grows, in constant memory.
 *
 * <pre>{@code
 * try (NpyWriter writer = NpyWriter.open(path, ElementType.FLOAT32, 14, 30)) {
 *   for (float[] window : windows) {
 *     writer.append(NumericArray.of(window, 1, 14, 30));
 *   }
 *   writer.finish();
 * }
 * }</pre>
 *
 * <p>The file appears under its name when {@link #finish()} returns, byte for byte what {@code
 * numpy.save} writes for the whole array of shape {@code [rows, rowShape...]}. Closed without that,
 * the writer leaves nothing behind and an older file as it was. Not safe for use by several threads
 * at once.
 */
public final class NpyWriter implements Closeable {
  private final AtomicFile file;
  private final ElementType type;
  private final int[] rowShape;
  private final ElementOutput elements;
  private long rows;
  private boolean open = true;

  private NpyWriter(AtomicFile file, ElementType type, int[] rowShape) throws IOException {
    this.file = file;
    this.type = type;
    this.rowShape = rowShape;
    this.elements =
        new ElementOutput(Channels.newOutputStream(file.channel()), ByteOrder.LITTLE_ENDIAN);
    // Holds the place: the header of any number of rows is as long as this one.
    file.channel().position(header().length);
  }

  /**
   * Opens a writer of little-endian values in C order.
   *
   * @param path the file
   * @param type the type of the elements
   * @param rowShape the shape of one row; nothing for a one-dimensional array of single values
   * @return a writer without rows
   * @throws IllegalArgumentException if a dimension is negative, there are more than 63, or a row
   *     holds more elements than a {@link NumericArray} can
   * @throws IOException if the file cannot be created
   */
  public static NpyWriter open(Path path, ElementType type, int... rowShape) throws IOException {
    NumericArray.size(withFirst(1, rowShape));
    AtomicFile file = AtomicFile.create(path);
    try {
      return new NpyWriter(file, type, rowShape.clone());
    } catch (IOException | RuntimeException e) {
      try (file) {
        throw e;
      }
    }
  }

  /**
   * Appends rows.
   *
   * @param block the rows, shape {@code [count, rowShape...]} with any count; not kept
   * @throws IllegalArgumentException if the type or the shape does not fit
   * @throws IllegalStateException if the writer is finished, closed, or an append has failed
   * @throws IOException if the file cannot be written
   */
  public void append(NumericArray block) throws IOException {
    requireOpen();
    int[] shape = block.shape();
    if (block.type() != type
        || shape.length == 0
        || !Arrays.equals(shape, withFirst(shape[0], rowShape))) {
      throw new IllegalArgumentException(
          "block must hold rows of " + type + Arrays.toString(rowShape) + ", got " + block);
    }
    // Stays so if the write fails, for the file then ends in a torn row.
    open = false;
    elements.write(type, block.values());
    rows += shape[0];
    open = true;
  }

  /**
   * Returns the number of rows so far.
   *
   * @return the first dimension
   */
  public long rows() {
    return rows;
  }

  /**
   * Completes the file and moves it to its name.
   *
   * @throws IllegalStateException if the writer is finished, closed, or an append has failed
   * @throws IOException if the file cannot be written
   */
  public void finish() throws IOException {
    requireOpen();
    open = false;
    elements.flush();
    file.channel().position(0);
    ByteBuffer header = ByteBuffer.wrap(header());
    while (header.hasRemaining()) {
      file.channel().write(header);
    }
    file.commit();
  }

  /**
   * Closes the writer; unless it is finished, what was written is dropped.
   *
   * @throws IOException if the unfinished file cannot be removed
   */
  @Override
  public void close() throws IOException {
    open = false;
    file.close();
  }

  private void requireOpen() {
    if (!open) {
      throw new IllegalStateException("the writer is finished, closed or failed");
    }
  }

  private byte[] header() {
    long[] shape = new long[rowShape.length + 1];
    shape[0] = rows;
    for (int axis = 0; axis < rowShape.length; axis++) {
      shape[axis + 1] = rowShape[axis];
    }
    return new NpyHeader(type, ByteOrder.LITTLE_ENDIAN, false, shape).toBytes();
  }

  private static int[] withFirst(int first, int[] rest) {
    int[] shape = new int[rest.length + 1];
    shape[0] = first;
    System.arraycopy(rest, 0, shape, 1, rest.length);
    return shape;
  }
}
