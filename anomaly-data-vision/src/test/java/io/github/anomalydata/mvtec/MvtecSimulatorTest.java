package io.github.anomalydata.mvtec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.ProgressListener;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.internal.Hashes;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MvtecSimulatorTest {
  private static final MvtecSimulator SMALL =
      MvtecSimulator.withDefaults()
          .withCategories(SimulatedCategory.GRID, SimulatedCategory.NUT)
          .withSide(48)
          .withTrain(3)
          .withGood(2)
          .withDefects(1);

  @TempDir private Path folder = Path.of("");

  private static Map<String, String> hashes(Path root) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        hashes.put(root.relativize(file).toString(), Hashes.sha256(Files.readAllBytes(file)));
      }
    }
    return hashes;
  }

  @Test
  void treeHoldsWhatWasAskedForAndIsSound() throws IOException {
    InspectionImages images = SMALL.write(folder.resolve("tree"), 1);
    assertEquals("16 images of 2 categories, 6 of them of defects", images.toString());
    assertEquals(6, images.with(Part.TRAIN).size());
    assertEquals(4, images.with(Part.TEST).withDefects(InspectionImage.GOOD).size());
    assertEquals(List.of(), TreeCheck.problems(images, ProgressListener.NONE));
    assertTrue(Files.exists(folder.resolve("tree/nut/ground_truth/missing/000_mask.png")));
    assertEquals("48 x 48", Image.open(images.list().get(0).file()).size().toString());
  }

  @Test
  void bytesDependOnTheSeedAndNotOnTheWorkers() throws IOException {
    SMALL.write(folder.resolve("one"), 7);
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      SMALL.withWorkers(pool, 4).write(folder.resolve("four"), 7);
    } finally {
      pool.shutdown();
    }
    SMALL.write(folder.resolve("other"), 8);
    assertEquals(hashes(folder.resolve("one")), hashes(folder.resolve("four")));
    assertNotEquals(hashes(folder.resolve("one")), hashes(folder.resolve("other")));
  }

  @Test
  void anImageIsTheSameHoweverManyOthersThereAre() throws IOException {
    SMALL.write(folder.resolve("few"), 7);
    SMALL.withTrain(5).withDefects(2).write(folder.resolve("many"), 7);
    Map<String, String> many = hashes(folder.resolve("many"));
    hashes(folder.resolve("few")).forEach((file, hash) -> assertEquals(hash, many.get(file), file));
  }

  @ParameterizedTest
  @EnumSource(SimulatedCategory.class)
  void masksHoldThePixelsOfTheDefectAndNoOthers(SimulatedCategory category) {
    for (SimulatedDefect defect : category.defects()) {
      for (int i = 0; i < 6; i++) {
        SimulatedPicture bad = SimulatedImage.picture(category, "test/" + i, defect, 64, 3);
        SimulatedPicture sound = SimulatedImage.picture(category, "test/" + i, null, 64, 3);
        assertEquals(0, sound.mask().count());
        assertArrayEquals(bad.mask().bits(), differing(bad.image(), sound.image()));
        int count = bad.mask().count();
        assertTrue(count >= 8 && count < 64 * 64 / 8, category + " " + defect + ": " + count);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = SimulatedCategory.class,
      names = {"NUT", "BOTTLE"})
  void noDefectLiesBesideItsObject(SimulatedCategory category) {
    int side = 64;
    for (SimulatedDefect defect : category.defects()) {
      for (int i = 0; i < 30; i++) {
        byte[] bits = SimulatedImage.picture(category, "test/" + i, defect, side, 3).mask().bits();
        Surface product = SimulatedImage.product(category, "test/" + i, 3);
        for (int at = 0; at < bits.length; at++) {
          int row = at / side;
          double u = (at % side + 0.25) / side;
          double v = (row + 0.25) / side;
          double half = 0.5 / side;
          boolean touches =
              product.isProduct(u, v)
                  || product.isProduct(u + half, v)
                  || product.isProduct(u, v + half)
                  || product.isProduct(u + half, v + half);
          assertTrue(bits[at] == 0 || touches, category + " " + defect + " " + i);
        }
      }
    }
  }

  private static byte[] differing(Image a, Image b) {
    byte[] bits = new byte[a.width() * a.height()];
    byte[] left = a.samples();
    byte[] right = b.samples();
    for (int i = 0; i < left.length; i++) {
      bits[i % bits.length] |= (byte) (left[i] == right[i] ? 0 : 1);
    }
    return bits;
  }

  @ParameterizedTest
  @EnumSource(SimulatedCategory.class)
  void twoProductsAreNotTheSame(SimulatedCategory category) {
    Image one = SimulatedImage.picture(category, "train/good/000", null, 48, 3).image();
    Image two = SimulatedImage.picture(category, "train/good/001", null, 48, 3).image();
    assertNotEquals(one, two);
  }

  @Test
  void progressCountsEveryImage() throws IOException {
    List<Long> heard = new ArrayList<>();
    SMALL.write(
        folder.resolve("tree"),
        1,
        (task, done, total) -> {
          assertEquals("simulate", task);
          assertEquals(16, total);
          heard.add(done);
        });
    assertEquals(16, heard.size());
    assertEquals(16L, heard.get(15));
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    assertThrows(FileAlreadyExistsException.class, () -> SMALL.write(folder, 1));
    assertEquals("mine", Files.readString(folder.resolve("mine.txt")));
  }

  @Test
  void optionsThatMakeNoTreeAreRefused() {
    for (Map.Entry<String, Runnable> refused :
        Map.<String, Runnable>of(
                "categories: at least one", SMALL::withCategories,
                "side: in [32.0, 4096.0], got 31.0", () -> SMALL.withSide(31),
                "train: at least 1, got 0", () -> SMALL.withTrain(0),
                "good: at least 1, got 0", () -> SMALL.withGood(0),
                "defects: at least 1, got 0", () -> SMALL.withDefects(0),
                "workers: at least 1, got 0", () -> SMALL.withWorkers(Runnable::run, 0))
            .entrySet()) {
      String message =
          assertThrows(IllegalArgumentException.class, refused.getValue()::run).getMessage();
      assertTrue(message.contains(refused.getKey()), message);
    }
  }
}
