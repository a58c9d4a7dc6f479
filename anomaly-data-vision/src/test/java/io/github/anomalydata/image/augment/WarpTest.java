package io.github.anomalydata.image.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.image.BorderMode;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.Mask;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WarpTest {
  private static final Image IMAGE = Goldens.noise(Goldens.SIZE, 3);

  static Stream<Goldens.Case> bilinear() throws IOException {
    return Goldens.cases("warps.txt").stream().filter(c -> c.name().contains("BILINEAR"));
  }

  static Stream<Goldens.Case> nearest() throws IOException {
    return Goldens.cases("warps.txt").stream().filter(c -> c.name().contains("NEAREST"));
  }

  private static Warp warp(Goldens.Case golden) {
    if (golden.word(0).equals("rotate")) {
      Warp warp = Warp.rotation(golden.number(1));
      return golden.word(3).equals("True") ? warp.expanding() : warp;
    }
    boolean affine = golden.word(0).equals("affine");
    double[] m = new double[8];
    for (int i = 0; i < (affine ? 6 : 8); i++) {
      m[i] = golden.number(2 + i);
    }
    return Warp.of(new Projection(m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7]));
  }

  @ParameterizedTest
  @MethodSource("bilinear")
  void imagesAreThoseOfPillowWithinOneGreyLevel(Goldens.Case golden) {
    Image warped = warp(golden).apply(IMAGE);
    assertEquals(golden.image().size(), warped.size());
    assertTrue(
        Goldens.furthest(golden.image(), warped) <= 1,
        () -> Goldens.furthest(golden.image(), warped) + " levels");
  }

  @ParameterizedTest
  @MethodSource("nearest")
  void masksTakeThePixelThatPillowTakesUnlessTwoAreAsNear(Goldens.Case golden) {
    // Each grey level of the noise as a mask of its own would be slow: its high bit will do.
    byte[] samples = IMAGE.samples();
    byte[] expected = golden.image().samples();
    int plane = 15 * 11;
    byte[] bits = new byte[plane];
    for (int i = 0; i < plane; i++) {
      bits[i] = (byte) ((samples[i] & 0xFF) >> 7);
    }
    Mask warped = warp(golden).apply(Mask.of(bits, Goldens.SIZE));
    assertEquals(golden.image().size(), warped.size());
    int other = 0;
    for (int i = 0; i < warped.bits().length; i++) {
      other += (expected[i] & 0xFF) >> 7 == warped.bits()[i] ? 0 : 1;
    }
    // Pillow counts places in 1/65536 of a pixel, which decides ties at 30 degrees.
    assertTrue(other <= 0.02 * warped.bits().length, other + " pixels");
  }

  @Test
  void borderIsConstantEdgeOrMirror() {
    Image row = Image.of(new byte[] {10, 20, 30}, 1, ImageSize.of(3, 1));
    Warp warp = Warp.of(new Projection(1, 0, 2, 0, 1, 0, 0, 0));
    assertEquals(row(30, 77, 77), warp.withFill(77).apply(row));
    assertEquals(row(30, 30, 30), warp.with(BorderMode.EDGE).apply(row));
    assertEquals(row(30, 20, 10), warp.with(BorderMode.REFLECT).apply(row));
  }

  private static Image row(int... samples) {
    byte[] bytes = {(byte) samples[0], (byte) samples[1], (byte) samples[2]};
    return Image.of(bytes, 1, ImageSize.of(3, 1));
  }

  @Test
  void quarterTurnIsCounterClockwiseAndExact() {
    Image image = Goldens.noise(ImageSize.of(4, 7), 1);
    Image turned = Warp.rotation(90).expanding().apply(image);
    assertEquals(ImageSize.of(7, 4), turned.size());
    assertEquals(image.sample(0, 3, 0), turned.sample(0, 0, 0));
    assertEquals(image, Warp.rotation(-90).expanding().apply(turned));
  }

  @Test
  void cornersGoWhereTheyAreSent() {
    double[] corners = {2, 1, 14, 0, 13, 10, 0, 9};
    Projection projection = Projection.ofCorners(corners, Goldens.SIZE);
    assertEquals(0, projection.x(2, 1), 1e-9);
    assertEquals(0, projection.y(14, 0), 1e-9);
    assertEquals(15, projection.x(13, 10), 1e-9);
    assertEquals(11, projection.y(0, 9), 1e-9);
  }

  @Test
  void wrongOptionsAreRefused() {
    assertRefused(() -> Warp.rotation(Double.NaN), "degrees");
    assertRefused(() -> Warp.rotation(1).withFill(256), "fill: in [0.0, 255.0], got 256.0");
    assertRefused(() -> Projection.ofCorners(new double[7], Goldens.SIZE), "8 numbers, got 7");
    assertRefused(() -> Projection.ofCorners(new double[8], Goldens.SIZE), "in one line");
  }

  static void assertRefused(org.junit.jupiter.api.function.Executable call, String words) {
    Throwable thrown = assertThrows(IllegalArgumentException.class, call);
    assertTrue(String.valueOf(thrown.getMessage()).contains(words), thrown::getMessage);
  }
}
