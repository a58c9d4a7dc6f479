package io.github.anomalydata.image;

import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.anomalydata.data.DataFileException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Files that an adversary or a failing disk made of good ones. */
class ImageFuzzTest {
  private static final int FILES = 10_000;
  private static final byte[] NASTY = {0, 1, 2, 8, 0x7F, (byte) 0x80, (byte) 0xFE, (byte) 0xFF};

  /** Room for an image that is always allowed, its copies, and the tables of the JDK's readers. */
  private static final long ALLOWANCE = 12 * ImageDecoder.ALWAYS_ALLOWED;

  private static byte[] mutate(byte[] original, SplittableRandom random) {
    byte[] bytes = original.clone();
    boolean header = random.nextInt(3) > 0;
    int reach = header ? Math.min(bytes.length, 160) : bytes.length;
    int changes = random.nextInt(1, 5);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(reach);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = NASTY[random.nextInt(NASTY.length)];
        case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        default -> Arrays.fill(bytes, at, Math.min(at + 4, bytes.length), (byte) -1);
      }
    }
    // Most checksums are set right, or nothing behind them would ever be reached.
    if (random.nextInt(4) > 0) {
      correctChecksums(bytes);
    }
    return random.nextInt(6) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  private static void correctChecksums(byte[] bytes) {
    if (bytes[1] != 'P') {
      return;
    }
    int at = 8;
    while (at + 12 <= bytes.length) {
      int length = java.nio.ByteBuffer.wrap(bytes).getInt(at);
      if (length < 0 || length > bytes.length - at - 12) {
        return;
      }
      CRC32 crc = new CRC32();
      crc.update(bytes, at + 4, length + 4);
      java.nio.ByteBuffer.wrap(bytes).putInt(at + 8 + length, (int) crc.getValue());
      at += 12 + length;
    }
  }

  @Test
  void mutatedFilesAreDecodedOrRefusedByNameWithinBoundedMemory() throws IOException {
    List<Goldens.File> originals = Goldens.files();
    SplittableRandom random = new SplittableRandom(42);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int[] outcomes = new int[2];
    assertTimeout(
        Duration.ofMinutes(2),
        () -> {
          for (int i = 0; i < FILES; i++) {
            Goldens.File original = originals.get(i % originals.size());
            byte[] bytes = mutate(original.bytes(), random);
            String name = original.name() + "#" + i;
            long before = threads.getCurrentThreadAllocatedBytes();
            outcomes[decode(bytes, name) ? 1 : 0]++;
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            assertTrue(allocated < ALLOWANCE, () -> name + " took " + allocated + " bytes");
          }
        });
    // Were all refused, nothing would have been tested beyond the header.
    assertTrue(outcomes[0] > FILES / 10 && outcomes[1] > FILES / 10, Arrays.toString(outcomes));
  }

  private static boolean decode(byte[] bytes, String name) {
    try {
      ImageDecoder.withDefaults().decode(bytes, name);
      return true;
    } catch (DataFileException e) {
      assertTrue(e.getMessage().startsWith(name + ": byte "), e::getMessage);
      return false;
    }
  }
}
