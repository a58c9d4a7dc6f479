package io.github.anomalydata.mimii;

import static io.github.anomalydata.mimii.Trees.assertThrown;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.audio.spectral.LogMel;
import io.github.anomalydata.data.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureCacheTest {
  private static final float[] VALUES = {1, -0f, Float.NaN};

  /** Two numbers, three values and a hash. */
  private static final int ENTRY = 8 + 12 + 32;

  @TempDir private Path folder = Path.of("");
  private final AtomicInteger computed = new AtomicInteger();

  private Path cacheFolder() {
    return folder.resolve("cache");
  }

  private FeatureCache open(long maxBytes) throws IOException {
    return FeatureCache.open(cacheFolder(), maxBytes);
  }

  private Path sound(String name, int content) throws IOException {
    return Files.write(folder.resolve(name), new byte[] {(byte) content});
  }

  private float[] get(FeatureCache cache, Path file, String parameters) throws IOException {
    return cache.get(
        file,
        parameters,
        () -> {
          computed.incrementAndGet();
          return VALUES;
        });
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> files = Files.list(cacheFolder())) {
      return files.sorted().toList();
    }
  }

  @Test
  void secondReadingComputesNothing() throws IOException {
    FeatureCache cache = open(1000);
    Path file = sound("a", 1);
    assertArrayEquals(VALUES, get(cache, file, "p"));
    assertArrayEquals(VALUES, get(cache, file, "p"));
    assertEquals(1, computed.get());
    assertEquals(ENTRY, cache.bytes());
    assertEquals(ENTRY, Files.size(entries().get(0)));
  }

  @Test
  void anotherProcessFindsWhatWasStored() throws IOException {
    Path file = sound("a", 1);
    get(open(1000), file, "p");
    assertArrayEquals(VALUES, get(open(1000), file, "p"));
    assertEquals(1, computed.get());
  }

  @Test
  void copyOfTheFileIsTheSameContent() throws IOException {
    FeatureCache cache = open(1000);
    get(cache, sound("a", 1), "p");
    get(cache, sound("b", 1), "p");
    assertEquals(1, computed.get());
  }

  @Test
  void otherContentIsComputed() throws IOException {
    FeatureCache cache = open(1000);
    Path file = sound("a", 1);
    get(cache, file, "p");
    sound("a", 2);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1));
    get(cache, file, "p");
    assertEquals(2, computed.get());
  }

  @Test
  void otherParametersAreComputed() throws IOException {
    FeatureCache cache = open(1000);
    Path file = sound("a", 1);
    get(cache, file, "p");
    get(cache, file, "q");
    assertEquals(2, computed.get());
  }

  @Test
  void everyDamageIsFoundAndMended() throws IOException {
    FeatureCache cache = open(1000);
    Path file = sound("a", 1);
    get(cache, file, "p");
    Path entry = entries().get(0);
    byte[] whole = Files.readAllBytes(entry);
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 0x10;
      Files.write(entry, damaged);
      assertArrayEquals(VALUES, get(cache, file, "p"));
      assertEquals(i + 2, computed.get(), "byte " + i);
      assertArrayEquals(whole, Files.readAllBytes(entry));
    }
  }

  @Test
  void entryThatIsTooShortOrTooLongIsMended() throws IOException {
    FeatureCache cache = open(1000);
    Path file = sound("a", 1);
    get(cache, file, "p");
    Path entry = entries().get(0);
    for (int length : new int[] {0, 7, 39, ENTRY - 1, ENTRY + 1}) {
      Files.write(entry, Arrays.copyOf(Files.readAllBytes(entry), length));
      assertArrayEquals(VALUES, get(cache, file, "p"));
      assertEquals(ENTRY, Files.size(entry));
    }
    assertEquals(6, computed.get());
  }

  @Test
  void fileThatChangesWhileItIsReadIsNotStored() throws IOException {
    FeatureCache cache = open(1000);
    Path file = sound("a", 1);
    cache.get(
        file,
        "p",
        () -> {
          Files.write(file, new byte[2]);
          return VALUES;
        });
    assertEquals(List.of(), entries());
  }

  @Test
  void entriesOfEarlierRunsMakeRoomTheOldestFirst() throws IOException {
    FeatureCache earlier = open(1000);
    get(earlier, sound("a", 1), "p");
    Path oldest = entries().get(0);
    Files.setLastModifiedTime(oldest, FileTime.fromMillis(1));
    get(earlier, sound("b", 2), "p");
    FeatureCache cache = open(2 * ENTRY);
    get(cache, sound("c", 3), "p");
    assertEquals(2, entries().size());
    assertTrue(Files.notExists(oldest));
    assertEquals(2 * ENTRY, cache.bytes());
  }

  @Test
  void boundHolds() throws IOException {
    FeatureCache cache = open(3 * ENTRY + 1);
    for (int i = 0; i < 10; i++) {
      assertArrayEquals(VALUES, get(cache, sound("a" + i, i), "p"));
    }
    assertEquals(3, entries().size());
    get(cache, folder.resolve("a0"), "p");
    assertEquals(10, computed.get());
  }

  @Test
  void whatADeadProcessLeftCountsAndIsRemovedAfterAnHour() throws IOException {
    Files.createDirectories(cacheFolder());
    String entry = "0".repeat(64) + ".features";
    Path left = Files.write(cacheFolder().resolve("." + entry + ".0.tmp"), new byte[500]);
    Path mine = Files.write(cacheFolder().resolve("." + entry + ".txt.tmp"), new byte[500]);
    Instant written = Files.getLastModifiedTime(left).toInstant();
    assertEquals(500, openAt(written.plusSeconds(3600)).bytes());
    assertTrue(Files.exists(left));
    assertEquals(0, openAt(written.plusSeconds(3601)).bytes());
    assertEquals(List.of(mine), entries());
  }

  private FeatureCache openAt(Instant now) throws IOException {
    return FeatureCache.open(cacheFolder(), 1000, Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void otherFilesAreLeftAlone() throws IOException {
    Files.createDirectories(cacheFolder());
    Path mine = Files.write(cacheFolder().resolve("notes.txt"), new byte[500]);
    FeatureCache cache = open(ENTRY);
    get(cache, sound("a", 1), "p");
    get(cache, sound("b", 2), "p");
    assertTrue(Files.exists(mine));
    assertEquals(2, entries().size());
  }

  @Test
  void threadsAndTwoCachesShareAFolder() throws Exception {
    FeatureCache[] caches = {open(100_000), open(100_000)};
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<float[]>> calls = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        Path file = sound("f" + i % 10, i % 10);
        FeatureCache cache = caches[i % 2];
        calls.add(() -> get(cache, file, "p"));
      }
      for (Future<float[]> result : pool.invokeAll(calls)) {
        assertArrayEquals(VALUES, result.get());
      }
    } finally {
      pool.shutdown();
    }
    assertEquals(10, entries().size());
  }

  @Test
  void sizeOfNothingIsRefused() {
    assertThrown(IllegalArgumentException.class, () -> open(0), "maxBytes: at least 1, got 0");
  }

  @Test
  void featuresAreTheSameWithAndWithoutACache() throws IOException {
    Recordings recordings =
        MimiiSimulator.withDefaults()
            .withMachines(Machine.FAN)
            .withSnrs(Snr.ZERO_DB)
            .withIds(1)
            .withNormal(1)
            .withAbnormal(1)
            .withSeconds(0.2)
            .write(folder.resolve("mimii"), 1);
    ClipFeatures images = ClipFeatures.images(LogMel.mimii2019());
    ClipFeatures vectors = ClipFeatures.vectors(LogMel.mimii2019());
    Source plain = images.over(recordings, ClipTarget.NONE);
    Source cached = images.with(open(1 << 20)).over(recordings, ClipTarget.NONE);
    for (int turn = 0; turn < 2; turn++) {
      for (int i = 0; i < 2; i++) {
        assertArrayEquals(plain.sample(i).values(0), cached.sample(i).values(0));
      }
    }
    assertEquals(2, entries().size());
    vectors.with(open(1 << 20)).over(recordings, ClipTarget.NONE).sample(0);
    assertEquals(2, entries().size(), "vectors are cut from the image in the cache");
  }
}
