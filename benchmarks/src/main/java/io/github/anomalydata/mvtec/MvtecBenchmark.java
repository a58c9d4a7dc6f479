package io.github.anomalydata.mvtec;

import io.github.anomalydata.data.batch.Batching;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * An epoch of 32 PNG files of 1024 x 1024 as normalised batches {@code [8, 3, 256, 256]}, through
 * the iterator. {@code peers/vision_batches.py} does the same with PyTorch's DataLoader and
 * torchvision on the files that this benchmark leaves; {@code benchmarks/compare vision} runs both
 * and prints the ratio.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar MvtecBenchmark -p data=DIR</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class MvtecBenchmark {
  private static final int IMAGES = 32;
  private static final int SIDE = 1024;
  private static final int BATCH = 8;

  /** The folder of the category; it is made if it does not exist. */
  @Param("target/texture")
  public String data = "";

  /** The threads that make batches. */
  @Param("2")
  public int workers;

  private InspectionImages images;

  /**
   * Finds or makes the files.
   *
   * @throws IOException if they cannot be read or written
   */
  @Setup(Level.Trial)
  public void open() throws IOException {
    Path sound = Path.of(data).resolve("train/good");
    if (Files.notExists(sound)) {
      Files.createDirectories(sound);
      for (int i = 0; i < IMAGES; i++) {
        texture(i).savePng(sound.resolve(String.valueOf(100 + i) + ".png"));
      }
    }
    images = Mvtec.open(Path.of(data));
  }

  /** Slopes and noise that compress as photographs do. */
  private static Image texture(int number) {
    byte[] samples = new byte[3 * SIDE * SIDE];
    for (int i = 0; i < samples.length; i++) {
      int x = i % SIDE;
      int y = i / SIDE % SIDE;
      int noise = ((i + number) * 0x9E37_79B9 >>> 28) & 7;
      samples[i] = (byte) (100 + x / 16 + y / 24 + noise + 30 * ((x / 64 + y / 64) % 2));
    }
    return Image.of(samples, 3, ImageSize.square(SIDE));
  }

  /**
   * Decodes, resizes, normalises and batches every image.
   *
   * @return the number of images
   */
  @Benchmark
  public int epoch() {
    try (MvtecDataSetIterator batches =
        MvtecDataSetIterator.over(images)
            .target(InspectionTarget.NONE)
            .batching(Batching.of(BATCH).withShuffle(42).withWorkers(workers))
            .build()) {
      int count = 0;
      while (batches.hasNext()) {
        count += batches.next().numExamples();
      }
      return count;
    }
  }
}
