package io.github.anomalydata.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskTest {
  private static final Mask MASK = Mask.of(new byte[] {0, 1, 1, 0, 0, 1}, ImageSize.of(3, 2));

  @Test
  void maskIsWhereTheImageIsNotBlack() {
    byte[] samples = new byte[12];
    samples[1] = 3;
    samples[6] = -1;
    Mask mask = Mask.of(Image.of(samples, 3, ImageSize.square(2)));
    assertArrayEquals(new byte[] {0, 1, 1, 0}, mask.bits());
  }

  @Test
  void maskIsReadFromBlackAndWhite(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mask.png");
    MASK.toImage().savePng(file);
    assertEquals(MASK, Mask.open(file));
    Image.of(new byte[] {0, -1, 7, 0}, 1, ImageSize.square(2)).savePng(file);
    Check.badFile(() -> Mask.open(file), "mask.png: column 0, row 1", "0 and 255", "found 7");
  }

  @Test
  void defectIsCountedAndJoined() {
    assertEquals(3, MASK.count());
    assertTrue(MASK.at(2, 1));
    assertFalse(MASK.at(0, 0));
    assertEquals(0, Mask.empty(MASK.size()).count());
    Mask other = Mask.of(new byte[] {1, 1, 0, 0, 0, 0}, MASK.size());
    assertArrayEquals(new byte[] {1, 1, 1, 0, 0, 1}, MASK.or(other).bits());
    Check.refused(() -> MASK.or(Mask.empty(ImageSize.square(2))), "3 x 2", "2 x 2");
  }

  @Test
  void otherValuesAreRefused() {
    Check.refused(() -> Mask.of(new byte[] {0, 2}, ImageSize.of(2, 1)), "0 or 1", "got 2");
    Check.refused(() -> Mask.of(new byte[3], ImageSize.of(2, 1)), "bits", "got 3");
    Check.refused(() -> MASK.at(3, 0), "x: from 0 to 2", "got 3");
  }

  @Test
  void arraysHoldZerosAndOnes() {
    assertArrayEquals(new float[] {0, 1, 1, 0, 0, 1}, MASK.toFloats());
    assertArrayEquals(new long[] {1, 1, 2, 3}, MASK.toNd4j().shape());
    assertEquals("Mask[3 x 2, 3 of 6 pixels]", MASK.toString());
    assertEquals(MASK.hashCode(), Mask.of(MASK.bits(), MASK.size()).hashCode());
  }

  @Test
  void maskMovesWithItsImage() {
    Image image = MASK.toImage();
    for (ImageSize size : List.of(ImageSize.of(7, 5), ImageSize.of(2, 2), ImageSize.of(31, 1))) {
      Resize resize = Resize.to(size).with(ResizeFilter.BICUBIC);
      Image nearest = resize.with(ResizeFilter.NEAREST).apply(image);
      assertEquals(Mask.of(nearest), resize.apply(MASK));
    }
    Region region = new Region(1, 0, 2, 2);
    assertEquals(Mask.of(image.crop(region)), MASK.crop(region));
    for (BorderMode border : BorderMode.values()) {
      Padding padding = Padding.of(2, 1, 1, 3).with(border);
      assertEquals(Mask.of(padding.apply(image)), padding.withFill(200).apply(MASK));
    }
    PatchGrid grid = PatchGrid.of(MASK.size(), ImageSize.of(2, 1), 1);
    assertEquals(grid.cut(image).stream().map(Mask::of).toList(), grid.cut(MASK));
  }
}
