package io.github.anomalydata.mvtec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.data.ProgressListener;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A simulated tree of nuts, to be broken: 4 to train on, 2 good ones to test on and 2 of each
 * defect, missing, scratch and stain.
 */
record SimulatedFolder(Path root, Layout layout) {
  static final MvtecSimulator SMALL =
      MvtecSimulator.withDefaults()
          .withCategories(SimulatedCategory.NUT)
          .withSide(40)
          .withTrain(4)
          .withGood(2)
          .withDefects(2);

  static SimulatedFolder write(Path folder, Layout layout) throws IOException {
    Path root = folder.resolve("tree");
    SMALL.with(layout).write(root, 5);
    return new SimulatedFolder(root, layout);
  }

  Path path(String file) {
    return root.resolve(file);
  }

  InspectionImages open() throws IOException {
    return Mvtec.open(root, layout);
  }

  InspectionImages openWithoutMasks() throws IOException {
    return Mvtec.open(root, layout, MaskUse.IGNORED, Mvtec.Completeness.ANY);
  }

  void delete(String file) throws IOException {
    Path path = path(file);
    if (Files.isDirectory(path)) {
      try (var children = Files.list(path)) {
        for (Path child : children.toList()) {
          delete(root.relativize(child).toString());
        }
      }
    }
    Files.delete(path);
  }

  void move(String from, String to) throws IOException {
    Files.createDirectories(path(to).getParent());
    Files.move(path(from), path(to));
  }

  void text(String file, String text) throws IOException {
    Files.createDirectories(path(file).getParent());
    Files.writeString(path(file), text);
  }

  void replace(String file, String from, String to) throws IOException {
    String text = Files.readString(path(file));
    assertTrue(text.contains(from), text);
    Files.writeString(path(file), text.replace(from, to));
  }

  /** Writes a grey image whose first pixel has one level, and the others another. */
  void image(String file, int first, int others, int side) throws IOException {
    byte[] samples = new byte[side * side];
    java.util.Arrays.fill(samples, (byte) others);
    samples[0] = (byte) first;
    Files.createDirectories(path(file).getParent());
    Image.of(samples, 1, ImageSize.square(side)).savePng(path(file));
  }

  void assertBroken(String... words) {
    assertContains(assertThrows(DataFileException.class, this::open), words);
  }

  void assertProblem(String... words) throws IOException {
    List<DataFileException> problems = TreeCheck.problems(open(), ProgressListener.NONE);

    assertEquals(1, problems.size(), problems.toString());
    assertContains(problems.get(0), words);
  }

  static void assertContains(Exception e, String... words) {
    for (String word : words) {
      assertTrue(e.getMessage().contains(word), "'" + word + "' in: " + e.getMessage());
    }
  }
}
