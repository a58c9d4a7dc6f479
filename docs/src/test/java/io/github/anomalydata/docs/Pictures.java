package io.github.anomalydata.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Pictures of the guide, made anew in docs/target/pictures; those that have changed are copied from
 * there to docs/guide/images.
 */
final class Pictures {
  private static final Path DOCS = Path.of(System.getProperty("basedir"));
  static final Path GUIDE = DOCS.resolve("guide");

  private Pictures() {}

  /** Returns where a picture is to be made. */
  static Path made(String file) throws IOException {
    return Files.createDirectories(DOCS.resolve("target/pictures")).resolve(file);
  }

  /**
   * Asserts that a picture was made as it is kept, each colour of each pixel within a tolerance.
   */
  static void assertKept(String file, int tolerance) throws IOException {
    Path keptFile = GUIDE.resolve("images").resolve(file);
    assertTrue(Files.exists(keptFile), file + " is not in docs/guide/images");
    BufferedImage made = ImageIO.read(made(file).toFile());
    BufferedImage kept = ImageIO.read(keptFile.toFile());
    assertEquals(size(made), size(kept), file);
    for (int y = 0; y < made.getHeight(); y++) {
      for (int x = 0; x < made.getWidth(); x++) {
        String place = file + " differs at " + x + ", " + y;
        for (int shift = 0; shift <= 16; shift += 8) {
          int before = kept.getRGB(x, y) >> shift & 0xFF;
          assertEquals(before, made.getRGB(x, y) >> shift & 0xFF, tolerance, place);
        }
      }
    }
  }

  private static List<Integer> size(BufferedImage image) {
    return List.of(image.getWidth(), image.getHeight());
  }
}
