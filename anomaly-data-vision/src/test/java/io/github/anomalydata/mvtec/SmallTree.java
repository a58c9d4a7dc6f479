package io.github.anomalydata.mvtec;

import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.Mask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A whole tree of the category "nut": 16 x 8 grey images, the defect in the left half. */
final class SmallTree {
  static final ImageSize SIZE = ImageSize.of(16, 8);

  private final Path root;

  private SmallTree(Path root) {
    this.root = root;
  }

  static SmallTree in(Path folder) throws IOException {
    SmallTree tree = new SmallTree(folder);
    for (int i = 0; i < 4; i++) {
      tree.image("train/good/00" + i + ".png", 10 + i);
    }
    tree.image("test/good/000.png", 20);
    for (String defect : new String[] {"bent", "scratch"}) {
      for (int i = 0; i < 2; i++) {
        tree.image("test/" + defect + "/00" + i + ".png", 30 + i + defect.length());
        tree.mask("ground_truth/" + defect + "/00" + i + "_mask.png", SIZE, 255);
      }
    }
    return tree;
  }

  Path path(String file) {
    return root.resolve("nut").resolve(file);
  }

  void image(String file, int grey) throws IOException {
    byte[] samples = new byte[(int) SIZE.pixels()];
    java.util.Arrays.fill(samples, (byte) grey);
    save(Image.of(samples, 1, SIZE), file);
  }

  /** A mask of another size has its defect in the left half too. */
  void mask(String file, ImageSize size, int white) throws IOException {
    byte[] samples = new byte[(int) size.pixels()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (i % size.width() < size.width() / 2 ? white : 0);
    }
    save(Image.of(samples, 1, size), file);
  }

  private void save(Image image, String file) throws IOException {
    Files.createDirectories(path(file).getParent());
    image.savePng(path(file));
  }

  void delete(String file) throws IOException {
    Files.delete(path(file));
  }

  void write(String file, String text) throws IOException {
    Files.createDirectories(path(file).getParent());
    Files.writeString(path(file), text);
  }

  static Mask leftHalf() {
    byte[] bits = new byte[(int) SIZE.pixels()];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = (byte) (i % 16 < 8 ? 1 : 0);
    }
    return Mask.of(bits, SIZE);
  }
}
