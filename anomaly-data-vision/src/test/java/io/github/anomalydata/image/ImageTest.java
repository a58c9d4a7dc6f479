package io.github.anomalydata.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageTest {
  private static final Image IMAGE = Goldens.formula(6, 4, 3);

  private static byte[] rgb(int red, int step) {
    byte[] samples = new byte[3 * 256 * 86];
    int plane = 256 * 86;
    for (int green = 0; green < 256; green++) {
      for (int i = 0; i < 86; i++) {
        int at = green * 86 + i;
        samples[at] = (byte) red;
        samples[plane + at] = (byte) green;
        samples[2 * plane + at] = (byte) (i * step);
      }
    }
    return samples;
  }

  @Test
  void greyIsPillowsToTheBit() throws IOException {
    List<String> lines = Goldens.lines("grey.txt");
    assertEquals(256, lines.size());
    for (int red = 0; red < 256; red++) {
      Image grey = Image.of(rgb(red, 3), 3, ImageSize.of(86, 256)).grey();
      assertEquals(lines.get(red), red + " " + Goldens.crc(grey.shared()));
    }
  }

  @Test
  void greyInThreeChannelsHasThemEqual() {
    Image grey = IMAGE.grey();
    Image three = grey.rgb();
    for (int c = 0; c < 3; c++) {
      assertEquals(grey.sample(0, 5, 3), three.sample(c, 5, 3));
    }
    assertEquals(grey, three.grey());
    assertSame(IMAGE, IMAGE.rgb());
    assertSame(grey, grey.grey());
    assertSame(IMAGE, IMAGE.in(ColorMode.AS_STORED));
  }

  @Test
  void samplesAreUnsignedAndCopied() {
    byte[] samples = {-1, 0, 1, 127};
    Image image = Image.of(samples, 1, ImageSize.square(2));
    samples[0] = 5;
    image.samples()[1] = 5;
    assertEquals(255, image.sample(0, 0, 0));
    assertEquals(0, image.sample(0, 1, 0));
    assertEquals(127, image.sample(0, 1, 1));
  }

  @Test
  void wrongShapesAreRefused() {
    Check.refused(() -> Image.of(new byte[5], 1, ImageSize.square(2)), "samples", "2 x 2", "got 5");
    Check.refused(() -> Image.of(new byte[8], 2, ImageSize.square(2)), "channels: 1 or 3", "got 2");
    Check.refused(() -> ImageSize.of(0, 3), "width: at least 1", "got 0");
    Check.refused(() -> IMAGE.sample(3, 0, 0), "channel: from 0 to 2", "got 3");
    Check.refused(() -> IMAGE.sample(0, 6, 0), "x: from 0 to 5", "got 6");
    Check.refused(() -> IMAGE.sample(0, 0, -1), "y: from 0 to 3", "got -1");
    Check.refused(
        () -> Resize.to(ImageSize.of(50_000, 50_000)).apply(IMAGE), "size: at most", "50000 x");
  }

  @Test
  void pngThatIsWrittenIsReadAgain(@TempDir Path folder) throws IOException {
    for (Image image : List.of(IMAGE, IMAGE.grey())) {
      image.savePng(folder.resolve("it.png"));
      assertEquals(image, Image.open(folder.resolve("it.png")));
    }
  }

  @Test
  void imagesAreEqualByTheirPixels() {
    assertEquals(IMAGE, Goldens.formula(6, 4, 3));
    assertEquals(IMAGE.hashCode(), Goldens.formula(6, 4, 3).hashCode());
    assertNotEquals(IMAGE, Goldens.formula(4, 6, 3));
    assertNotEquals(IMAGE, IMAGE.grey());
  }

  @Test
  void threadsGiveTheBytesOfOne() {
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      Image image = Goldens.formula(61, 53, 3);
      Resize resize = Resize.to(ImageSize.of(23, 71)).with(ResizeFilter.LANCZOS);
      assertEquals(resize.apply(image), resize.withWorkers(executor, 3).apply(image));
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void resizeToTheSameSizeChangesNothing() {
    assertSame(IMAGE, Resize.to(IMAGE.size()).with(ResizeFilter.LANCZOS).apply(IMAGE));
  }

  @Test
  void shorterSideKeepsTheShapeAndCutsTheOther() {
    Resize resize = Resize.shorterSide(100);
    assertEquals(ImageSize.of(133, 100), resize.sizeOf(ImageSize.of(640, 480)));
    assertEquals(ImageSize.of(100, 166), resize.sizeOf(ImageSize.of(3, 5)));
    assertEquals(ImageSize.of(13, 9), Resize.shorterSide(9).apply(IMAGE).size());
    Check.refused(() -> Resize.shorterSide(0), "side: at least 1", "got 0");
  }

  @Test
  void cropTakesTheRegionOfEveryChannel() {
    Image part = IMAGE.crop(new Region(2, 1, 3, 2));
    assertEquals(ImageSize.of(3, 2), part.size());
    assertEquals(IMAGE.sample(2, 4, 2), part.sample(2, 2, 1));
    Check.refused(() -> IMAGE.crop(new Region(4, 1, 3, 2)), "within the image of 6 x 4");
  }

  @Test
  void middleIsWhereTorchvisionTakesIt() {
    ImageSize five = ImageSize.of(5, 9);
    // round((5 - 2) / 2) is 2 and round((9 - 4) / 2) is 2: halves go to the even side.
    assertEquals(new Region(2, 2, 2, 4), Region.centered(five, ImageSize.of(2, 4)));
    Check.refused(() -> Region.centered(five, ImageSize.of(6, 4)), "5 x 9", "got 6 x 4");
  }

  @Test
  void randomRegionsReachEveryCornerAndNothingElse() {
    SplittableRandom random = new SplittableRandom(7);
    boolean[] seen = new boolean[4];
    for (int i = 0; i < 200; i++) {
      Region region = Region.random(ImageSize.of(4, 3), ImageSize.of(3, 2), random);
      seen[2 * region.top() + region.left()] = true;
    }
    assertArrayEquals(new boolean[] {true, true, true, true}, seen);
  }

  @Test
  void paddingShowsConstantEdgeOrMirror() {
    Image row = Image.of(new byte[] {1, 2, 3}, 1, ImageSize.of(3, 1));
    Padding padding = Padding.of(3, 0, 2, 1);
    byte[] constant = {9, 9, 9, 1, 2, 3, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9};
    byte[] edge = {1, 1, 1, 1, 2, 3, 3, 3, 1, 1, 1, 1, 2, 3, 3, 3};
    byte[] mirror = {2, 3, 2, 1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3, 2, 1};
    assertArrayEquals(constant, padding.withFill(9).apply(row).samples());
    assertArrayEquals(edge, padding.with(BorderMode.EDGE).apply(row).samples());
    assertArrayEquals(mirror, padding.with(BorderMode.REFLECT).apply(row).samples());
    assertEquals(row, padding.apply(row).crop(padding.inside(row.size())));
    Check.refused(() -> Padding.of(0, -1, 0, 0), "top: at least 0", "got -1");
    Check.refused(() -> padding.withFill(256), "fill: from 0 to 255", "got 256");
  }

  @Test
  void paddingToASquareIsEven() {
    assertEquals(Padding.of(1, 0, 2, 0), Padding.toSquare(ImageSize.of(4, 7)));
  }

  @Test
  void patchesCoverTheImageAndStitchBack() {
    Image image = Goldens.formula(11, 7, 1);
    PatchGrid grid = PatchGrid.of(image.size(), ImageSize.of(4, 3), 2);
    List<Image> patches = grid.cut(image);
    assertEquals(5 * 3, patches.size());
    assertEquals(new Region(7, 4, 4, 3), grid.regions().get(14));
    Normalization unit = Normalization.unitRange(1);
    float[] values = new float[15 * 12];
    for (int i = 0; i < patches.size(); i++) {
      unit.apply(patches.get(i), values, 12 * i);
    }
    assertArrayEquals(unit.apply(image), grid.stitch(values, 1), 1e-7f);
  }

  @Test
  void overlapIsTheMeanOfItsPatches() {
    PatchGrid grid = PatchGrid.of(ImageSize.of(3, 1), ImageSize.of(2, 1), 1);
    assertArrayEquals(new float[] {1, 3, 6}, grid.stitch(new float[] {1, 2, 4, 6}, 1));
  }

  @Test
  void gridsThatLeaveGapsAreRefused() {
    ImageSize image = ImageSize.square(8);
    Check.refused(() -> PatchGrid.of(image, ImageSize.square(9), 1), "patch", "8 x 8", "9 x 9");
    Check.refused(() -> PatchGrid.of(image, ImageSize.of(4, 3), 4), "stride: at most", "got 4");
    PatchGrid grid = PatchGrid.of(image, ImageSize.square(4), 4);
    Check.refused(() -> grid.cut(IMAGE), "whole: of size 8 x 8", "got 6 x 4");
    Check.refused(() -> grid.stitch(new float[5], 1), "patches: 64 values", "got 5");
  }
}
