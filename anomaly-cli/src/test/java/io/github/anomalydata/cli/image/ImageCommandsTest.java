package io.github.anomalydata.cli.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.cli.Main;
import io.github.anomalydata.exchange.ElementType;
import io.github.anomalydata.exchange.Npy;
import io.github.anomalydata.exchange.NumericArray;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.Normalization;
import io.github.anomalydata.image.Region;
import io.github.anomalydata.image.Resize;
import io.github.anomalydata.image.ResizeFilter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageCommandsTest {
  private static final ImageSize SIZE = ImageSize.of(30, 20);

  @TempDir Path folder;
  private final StringWriter err = new StringWriter();
  private Image image = Image.of(new byte[1], 1, ImageSize.square(1));

  @BeforeEach
  void writeImage() throws IOException {
    byte[] samples = new byte[3 * 30 * 20];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (i * i % 251);
    }
    image = Image.of(samples, 3, SIZE);
    image.savePng(folder.resolve("in.png"));
  }

  private int run(String out, String... options) {
    String in = folder.resolve("in.png").toString();
    String[] args = {"image", "load", in, "--out", folder.resolve(out).toString()};
    return Main.run(
        new PrintWriter(new StringWriter(), true),
        new PrintWriter(err, true),
        Stream.concat(Arrays.stream(args), Arrays.stream(options)).toArray(String[]::new));
  }

  private NumericArray load(String... options) throws IOException {
    assertEquals(0, run("out.npy", options), err::toString);
    return Npy.read(folder.resolve("out.npy"));
  }

  @Test
  void imageBecomesFloatsFromZeroToOne() throws IOException {
    NumericArray array = load();
    assertArrayEquals(new int[] {3, 20, 30}, array.shape());
    assertArrayEquals(Normalization.unitRange(3).apply(image), array.floats());
  }

  @Test
  void imageIsResizedCroppedAndNormalisedAsAsked() throws IOException {
    NumericArray array =
        load("--size", "16x12", "--filter", "lanczos", "--crop", "8", "--normalise", "imagenet");
    Image small = Resize.to(ImageSize.of(16, 12)).with(ResizeFilter.LANCZOS).apply(image);
    Image middle = small.crop(Region.centered(small.size(), ImageSize.square(8)));
    assertArrayEquals(new int[] {3, 8, 8}, array.shape());
    assertArrayEquals(Normalization.imageNet().apply(middle), array.floats());
  }

  @Test
  void bytesStayBytesOnRequest() throws IOException {
    NumericArray array = load("--normalise", "none", "--channels", "grey");
    assertEquals(ElementType.UINT8, array.type());
    byte[] expected = image.grey().samples();
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i] & 0xFF, array.floats()[i]);
    }
  }

  @Test
  void fittedStatisticsAreReadFromTheirFile() throws IOException {
    Normalization fitted = Normalization.fit(List.of(image));
    fitted.save(folder.resolve("fitted.json"));
    NumericArray array = load("--normalise", folder.resolve("fitted.json").toString());
    assertArrayEquals(fitted.apply(image), array.floats());
  }

  @Test
  void shorterSideKeepsTheShape() throws IOException {
    assertArrayEquals(new int[] {3, 10, 15}, load("--shorter-side", "10").shape());
  }

  @Test
  void imageIsPaddedToASquareBeforeItIsResized() throws IOException {
    assertArrayEquals(new int[] {3, 30, 30}, load("--square").shape());
  }

  @Test
  void pictureIsWrittenAsPng() throws IOException {
    assertEquals(0, run("out.png", "--channels", "grey"), err::toString);
    assertEquals(image.grey(), Image.open(folder.resolve("out.png")));
  }

  @Test
  void wrongChoicesAreNamed() {
    assertEquals(2, run("out.npy", "--size", "big"));
    assertEquals(2, run("out.npy", "--filter", "sharp", "--size", "8"));
    assertEquals(2, run("out.npy", "--channels", "bgr"));
    assertEquals(2, run("out.jpg"));
    for (String word : List.of("'big'", "'sharp'", "'bgr'", ".npy or .png")) {
      assertTrue(err.toString().contains(word), () -> word + " in " + err);
    }
  }

  @Test
  void brokenFileIsNamed() throws IOException {
    Files.write(folder.resolve("in.png"), new byte[] {1, 2, 3});
    assertEquals(2, run("out.npy"));
    assertTrue(err.toString().contains("in.png: byte 0: expected a PNG"), err::toString);
  }
}
