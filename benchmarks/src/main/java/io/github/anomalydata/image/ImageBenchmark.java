package io.github.anomalydata.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A PNG file to normalised floats, and its parts. {@code peers/vision.py} does the same with Pillow
 * and NumPy on the file that this benchmark leaves; {@code benchmarks/compare vision} runs both and
 * prints the ratios.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar ImageBenchmark -p file=image.png</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class ImageBenchmark {
  private static final int SIDE = 1024;
  private static final Normalization NORMALIZATION = Normalization.imageNet();

  /** The image file; it is made if it does not exist. */
  @Param("target/image.png")
  public String file = "";

  /** The filter of the resize to 256 x 256. */
  @Param("BILINEAR")
  public ResizeFilter filter = ResizeFilter.BILINEAR;

  /** The number of threads that resize. */
  @Param("1")
  public int workers;

  private Path path = Path.of("");
  private Image image = Image.of(new byte[1], 1, ImageSize.square(1));
  private ExecutorService executor;
  private Resize resize = Resize.to(ImageSize.square(256));

  /** Makes the file: a texture of slopes and noise that compresses as photographs do. */
  @Setup(Level.Trial)
  public void prepare() {
    path = Path.of(file);
    try {
      if (Files.notExists(path)) {
        texture().savePng(path);
      }
      image = Image.open(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    executor = Executors.newFixedThreadPool(Math.max(1, workers - 1));
    resize = Resize.to(ImageSize.square(256)).with(filter).withWorkers(executor, workers);
  }

  private static Image texture() {
    byte[] samples = new byte[3 * SIDE * SIDE];
    for (int i = 0; i < samples.length; i++) {
      int x = i % SIDE;
      int y = i / SIDE % SIDE;
      int noise = (i * 0x9E37_79B9 >>> 28) & 7;
      samples[i] = (byte) (100 + x / 16 + y / 24 + noise + 30 * ((x / 64 + y / 64) % 2));
    }
    return Image.of(samples, 3, ImageSize.square(SIDE));
  }

  /** Ends the threads. */
  @TearDown(Level.Trial)
  public void close() {
    executor.shutdown();
  }

  /**
   * Decodes the file.
   *
   * @return the image
   * @throws IOException if it cannot be read
   */
  @Benchmark
  public Image decode() throws IOException {
    return Image.open(path);
  }

  /**
   * Resizes the decoded image.
   *
   * @return the image of 256 x 256
   */
  @Benchmark
  public Image resize() {
    return resize.apply(image);
  }

  /**
   * Decodes, resizes and normalises.
   *
   * @return the floats
   * @throws IOException if the file cannot be read
   */
  @Benchmark
  public float[] load() throws IOException {
    return NORMALIZATION.apply(resize.apply(Image.open(path)));
  }
}
