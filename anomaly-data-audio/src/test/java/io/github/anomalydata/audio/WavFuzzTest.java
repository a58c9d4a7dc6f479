package io.github.anomalydata.audio;

import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.anomalydata.data.DataFileException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that an adversary or a failing disk made of good ones. */
class WavFuzzTest {
  private static final int FILES = 10_000;
  private static final int LONGEST_HEADER = 120;
  private static final byte[] NASTY = {0, 1, 2, 8, 0x7F, (byte) 0x80, (byte) 0xFE, (byte) 0xFF};

  /** Room for one buffer, the file's name and what the JVM itself needs to read. */
  private static final long ALLOWANCE = 400_000;

  @TempDir Path folder;

  private static byte[] mutate(byte[] original, SplittableRandom random) {
    byte[] bytes = original.clone();
    int header = Math.min(bytes.length, LONGEST_HEADER);
    int changes = random.nextInt(1, 5);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(header);
      switch (random.nextInt(3)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = NASTY[random.nextInt(NASTY.length)];
        default -> Arrays.fill(bytes, at, Math.min(at + 4, bytes.length), (byte) -1);
      }
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  /** Reads whatever can be read, and returns whether anything could. */
  private static boolean read(Path path, Truncation truncation) throws IOException {
    try (WavFile wav = WavFile.open(path, truncation)) {
      wav.read(Channels.all());
      wav.read(Channels.mean());
      return true;
    } catch (DataFileException e) {
      assertTrue(e.getMessage().startsWith(path + ": byte "), e::getMessage);
      return false;
    }
  }

  @Test
  void mutatedFilesAreReadOrRefusedWithinTheMemoryOfTheirSize() throws IOException {
    List<GoldenWavs.File> originals = GoldenWavs.files();
    SplittableRandom random = new SplittableRandom(42);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Path path = folder.resolve("fuzzed.wav");
    int[] outcomes = new int[2];
    assertTimeout(
        Duration.ofMinutes(1),
        () -> {
          for (int i = 0; i < FILES; i++) {
            byte[] bytes = mutate(originals.get(i % originals.size()).bytes(), random);
            Files.write(path, bytes);
            Truncation truncation = i % 2 == 0 ? Truncation.REFUSE : Truncation.KEEP;
            long before = threads.getCurrentThreadAllocatedBytes();
            outcomes[read(path, truncation) ? 1 : 0]++;
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            int file = i;
            assertTrue(
                allocated < ALLOWANCE + 32L * bytes.length,
                () -> "file " + file + " of " + bytes.length + " bytes took " + allocated);
          }
        });
    // Were all refused, nothing would have been tested beyond the header.
    assertTrue(outcomes[0] > FILES / 10 && outcomes[1] > FILES / 10, Arrays.toString(outcomes));
  }
}
