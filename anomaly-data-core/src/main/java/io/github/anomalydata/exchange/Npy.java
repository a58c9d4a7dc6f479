package io.github.anomalydata.exchange;

import io.github.anomalydata.internal.io.AtomicFile;
import io.github.anomalydata.internal.io.InputFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * NumPy's NPY files: one array each, what {@code numpy.save} writes and {@code numpy.load} reads.
 *
 * <p>Read are the format versions 1.0, 2.0 and 3.0, every {@link ElementType}, C and Fortran order,
 * either byte order. Written is version 1.0, byte for byte what {@code numpy.save} (NumPy 1.24 or
 * later) writes for the same array. A file must hold one array and nothing else. Pickled objects,
 * structured types and types without a constant in {@code ElementType} are refused.
 *
 * <p>To write more than memory holds, use {@link NpyWriter}.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">NumPy: the
 *     NPY format</a>
 */
public final class Npy {
  private Npy() {}

  /**
   * Reads a file.
   *
   * @param path the file
   * @return the array, in C order whatever the order in the file
   * @throws io.github.anomalydata.data.DataFileException if the file breaks the format, is longer
   *     or shorter than its header says, or holds a type or a shape that {@link NumericArray}
   *     cannot
   * @throws IOException if the file cannot be read
   */
  public static NumericArray read(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(InputFile.of(path));
        InputStream in = Channels.newInputStream(channel)) {
      return new NpyReader(in, path.toString(), Long.MAX_VALUE).read(channel.size());
    }
  }

  /**
   * Reads a stream to its end; the stream stays open.
   *
   * <p>The memory used grows with the bytes that arrive, not with what the header claims: at most
   * about three times the values.
   *
   * @param in the stream
   * @param name what to call the stream in an error
   * @return the array, in C order whatever the order in the stream
   * @throws io.github.anomalydata.data.DataFileException if the stream breaks the format, is longer
   *     or shorter than its header says, or holds a type or a shape that {@link NumericArray}
   *     cannot
   * @throws IOException if the stream cannot be read
   */
  public static NumericArray read(InputStream in, String name) throws IOException {
    return new NpyReader(new BufferedInputStream(in), name, Long.MAX_VALUE).read(-1);
  }

  /**
   * Writes a file with the default options.
   *
   * @param path the file, replaced once the new one is whole; on failure it stays as it was
   * @param array the array
   * @throws IOException if the file cannot be written
   */
  public static void write(Path path, NumericArray array) throws IOException {
    write(path, array, NpyOptions.withDefaults());
  }

  /**
   * Writes a file.
   *
   * @param path the file, replaced once the new one is whole; on failure it stays as it was
   * @param array the array
   * @param options the layout; Fortran order needs memory for a second copy of the values
   * @throws IOException if the file cannot be written
   */
  public static void write(Path path, NumericArray array, NpyOptions options) throws IOException {
    AtomicFile.write(path, out -> write(out, array, options));
  }

  /**
   * Writes to a stream, which stays open and is not flushed.
   *
   * @param out the stream
   * @param array the array
   * @param options the layout; Fortran order needs memory for a second copy of the values
   * @throws IOException if the stream cannot be written
   */
  public static void write(OutputStream out, NumericArray array, NpyOptions options)
      throws IOException {
    int[] shape = array.shape();
    boolean fortran = options.order() == ArrayOrder.FORTRAN && !FortranOrder.sameAsC(shape);
    long[] dimensions = Arrays.stream(shape).asLongStream().toArray();
    out.write(new NpyHeader(array.type(), options.byteOrder(), fortran, dimensions).toBytes());
    ElementOutput elements = new ElementOutput(out, options.byteOrder());
    elements.write(
        array.type(),
        fortran ? FortranOrder.fromC(array.type(), array.values(), shape) : array.values());
    elements.flush();
  }
}
