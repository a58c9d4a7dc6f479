package io.github.anomalydata.cli.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.anomalydata.audio.augment.AudioAugmentations;
import io.github.anomalydata.audio.augment.Gain;
import io.github.anomalydata.augment.Augmentation;
import io.github.anomalydata.augment.AugmentationPlan;
import io.github.anomalydata.augment.AugmentationStep;
import io.github.anomalydata.augment.AugmentationTypes;
import io.github.anomalydata.augment.Blend;
import io.github.anomalydata.augment.Cut;
import io.github.anomalydata.augment.CutMix;
import io.github.anomalydata.augment.Draw;
import io.github.anomalydata.augment.GaussianNoise;
import io.github.anomalydata.augment.Mixup;
import io.github.anomalydata.augment.Sequence;
import io.github.anomalydata.augment.SignFlip;
import io.github.anomalydata.augment.SliceLength;
import io.github.anomalydata.augment.Smote;
import io.github.anomalydata.augment.TimeWarp;
import io.github.anomalydata.augment.Track;
import io.github.anomalydata.augment.WindowSlice;
import io.github.anomalydata.cli.Main;
import io.github.anomalydata.exchange.ElementType;
import io.github.anomalydata.exchange.Npy;
import io.github.anomalydata.exchange.NumericArray;
import io.github.anomalydata.image.augment.ImageAugmentations;
import io.github.anomalydata.image.augment.Rotation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AugmentCommandTest {
  private static final Augmentation AUGMENTATION =
      Sequence.of(TimeWarp.withDefaults(), GaussianNoise.withDefaults());

  @TempDir private Path folder;
  private final double[] windows = new SplittableRandom(3).doubles(3 * 2 * 40).toArray();
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();
  private String npy = "";
  private String config = "";

  @BeforeEach
  void write() throws IOException {
    npy = path("in.npy");
    Npy.write(Path.of(npy), NumericArray.of(windows, 3, 2, 40));
    config = path("augment.json");
    AUGMENTATION.save(Path.of(config));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private int run(String... args) {
    out = new StringWriter();
    err = new StringWriter();
    List<String> all = new ArrayList<>(List.of("augment"));
    all.addAll(List.of(args));
    return Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(new String[0]));
  }

  private void assertRefused(List<String> args, String... words) {
    assertEquals(2, run(args.toArray(new String[0])), () -> out.toString() + err);
    assertEquals(1, err.toString().lines().count(), err::toString);
    for (String word : words) {
      assertTrue(err.toString().contains(word), () -> "'" + word + "' in: " + err);
    }
  }

  @Test
  void fileHasWhatTheLibraryMakesOfTheSeed() throws IOException {
    assertEquals(
        0,
        run(npy, "--config", config, "--seed", "7", "--out", path("o.npy"), "--json", path("j")),
        () -> "" + err);
    NumericArray result = Npy.read(Path.of(path("o.npy")));
    assertArrayEquals(new int[] {3, 2, 40}, result.shape());
    assertArrayEquals(
        AUGMENTATION.apply(windows, 2, 40, new SplittableRandom(7)), result.doubles());
    JsonNode json = new ObjectMapper().readTree(Path.of(path("j")).toFile());
    assertEquals("[3,2,40]", json.get("shape").toString());
    assertEquals(7, json.get("seed").asLong());
    assertTrue(out.toString().contains("o.npy"), out::toString);
  }

  @Test
  void precisionAndRankOfTheSeriesAreKept() throws IOException {
    float[] floats = new float[40];
    Arrays.fill(floats, 0, 20, 1);
    floats[3] = Float.NaN;
    Npy.write(Path.of(npy), NumericArray.of(floats, 40));
    assertEquals(0, run(npy, "--config", config, "--out", path("o.npy")), () -> "" + err);
    NumericArray result = Npy.read(Path.of(path("o.npy")));
    assertEquals(ElementType.FLOAT32, result.type());
    assertArrayEquals(AUGMENTATION.apply(floats, 1, 40, new SplittableRandom(42)), result.floats());
  }

  @Test
  void shorterWindowsAreWrittenAsShorterSeries() throws IOException {
    WindowSlice.withDefaults().withRatio(0.5).with(SliceLength.SHORTER).save(Path.of(config));
    assertEquals(
        0,
        run(npy, "--config", config, "--out", path("o.npy"), "--plot", path("p.png")),
        () -> "" + err);
    assertArrayEquals(new int[] {3, 2, 20}, Npy.read(Path.of(path("o.npy"))).shape());
    assertTrue(Files.size(Path.of(path("p.png"))) > 0);
  }

  private BufferedImage plot(double[] values, int... shape) throws IOException {
    Npy.write(Path.of(npy), NumericArray.of(values, shape));
    assertEquals(
        0,
        run(npy, "--config", config, "--out", path("o.npy"), "--plot", path("p.png")),
        () -> "" + err);
    return ImageIO.read(Path.of(path("p.png")).toFile());
  }

  private static int count(BufferedImage image, int colour) {
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += (image.getRGB(x, y) & 0xFFFFFF) == colour ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void pictureHasAPanelForEachChannelWithBothLines() throws IOException {
    BufferedImage one = plot(Arrays.copyOf(windows, 40), 1, 40);
    BufferedImage two = plot(windows, 3, 2, 40);
    assertEquals(900, one.getWidth());
    assertEquals(154, two.getHeight() - one.getHeight());
    for (int colour : new int[] {0x8A8F98, 0xD9541E}) {
      assertTrue(count(one, colour) > 500, () -> "pixels of " + Integer.toHexString(colour));
      assertTrue(count(two, colour) > count(one, colour));
    }
  }

  /** Flipped, a rise becomes a fall: both lines are where they belong. */
  @Test
  void linesShowTheValues() throws IOException {
    SignFlip.withDefaults().withChannelProbability(1).save(Path.of(config));
    double[] rise = new double[101];
    Arrays.setAll(rise, t -> t / 50.0 - 1);
    BufferedImage image = plot(rise, 101);
    BufferedImage upperLeft = image.getSubimage(94, 46, 60, 30);
    BufferedImage lowerLeft = image.getSubimage(94, 132, 60, 30);
    assertTrue(count(upperLeft, 0xD9541E) > 10);
    assertEquals(0, count(upperLeft, 0x8A8F98));
    assertTrue(count(lowerLeft, 0x8A8F98) > 10);
    assertEquals(0, count(lowerLeft, 0xD9541E));
  }

  @Test
  void pictureShowsTheFirstEightChannelsAndSaysSo() throws IOException {
    BufferedImage eight = plot(new double[8 * 5], 8, 5);
    BufferedImage nine = plot(new double[9 * 5], 9, 5);
    assertEquals(eight.getHeight(), nine.getHeight());
    assertTrue(count(nine, 0x333333) > count(eight, 0x333333));
  }

  @Test
  void pictureOfMissingAndHugeValuesIsDrawn() throws IOException {
    GaussianNoise.withDefaults().save(Path.of(config));
    double[] missing = new double[10];
    Arrays.fill(missing, Double.NaN);
    assertEquals(210, plot(missing, 10).getHeight());
    assertEquals(210, plot(new double[] {1.5e308, -1.5e308, Double.NaN, 1e-5}, 4).getHeight());
    assertEquals(210, plot(new double[] {3}, 1).getHeight());
  }

  @Test
  void badConfigurationIsOneLineWithFilePlaceAndRule() throws IOException {
    Files.writeString(
        Path.of(config),
        "{\"format\": \"anomaly-data/augmentation\", \"version\": 1, \"content\":"
            + " {\"type\": \"sequence\", \"augmentations\": [{\"type\": \"scaling\","
            + " \"strength\": -1}]}}");
    List<String> command = List.of(npy, "--config", config, "--out", path("o.npy"));
    assertRefused(
        command, "augment.json", "content.augmentations[0]", "strength: in [0.0, 1.0], got -1.0");
    Files.writeString(Path.of(config), "{\"format\": ");
    assertRefused(command, "augment.json", "line 1");
    assertRefused(
        List.of(npy, "--config", path("none.json"), "--out", path("o.npy")),
        "none.json",
        "no such");
    assertFalse(Files.exists(Path.of(path("o.npy"))));
  }

  @Test
  void badSeriesAndNamesAreOneLine() throws IOException {
    assertRefused(List.of(npy, "--config", config, "--out", path("o.csv")), "--out", ".npy");
    assertRefused(
        List.of(npy, "--config", config, "--out", path("o.npy"), "--plot", "p.svg"),
        "--plot",
        ".png");
    assertRefused(List.of(npy, "--out", path("o.npy")), "--config");
    Npy.write(Path.of(npy), NumericArray.of(new double[16], 1, 1, 1, 4, 4));
    assertRefused(
        List.of(npy, "--config", config, "--out", path("o.npy")),
        "in.npy",
        "[channels, time]",
        "4");
  }

  private void save(AugmentationStep step) throws IOException {
    AugmentationTypes types =
        AugmentationTypes.ofSeries()
            .with(AudioAugmentations.types())
            .with(ImageAugmentations.types());
    types.save(step, Path.of(config));
  }

  private void augment(String... more) {
    List<String> args = new ArrayList<>(List.of(npy, "--config", config, "--out", path("o.npy")));
    args.addAll(List.of(more));
    assertEquals(0, run(args.toArray(new String[0])), () -> "" + err);
  }

  private double[] read(String name) throws IOException {
    return Npy.read(Path.of(path(name))).doubles();
  }

  private void writeLabels(double[] labels, int... shape) throws IOException {
    Npy.write(Path.of(path("y.npy")), NumericArray.of(labels, shape));
  }

  @Test
  void stepsOfAPlanAreAppliedInTurn() throws IOException {
    save(AugmentationPlan.of(TimeWarp.withDefaults(), Mixup.withDefaults()));
    augment("--seed", "7");
    SplittableRandom random = new SplittableRandom(7);
    double[] warped = TimeWarp.withDefaults().apply(windows, 2, 40, random);
    assertArrayEquals(Mixup.withDefaults().draw(3, random).apply(warped), read("o.npy"));
  }

  @Test
  void mixturesMixLabelsInTheSameProportion() throws IOException {
    writeLabels(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, 3, 3);
    for (AugmentationStep step : List.of(Mixup.withDefaults(), CutMix.withDefaults())) {
      save(step);
      augment("--labels", path("y.npy"), "--out-labels", path("l.npy"));
      SplittableRandom random = new SplittableRandom(42);
      Blend blend =
          step instanceof CutMix cutMix
              ? cutMix.draw(3, 40, random).blend()
              : Mixup.withDefaults().draw(3, random);
      assertArrayEquals(
          blend.apply(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}), read("l.npy"), 1e-12);
      assertFalse(Arrays.equals(windows, read("o.npy")));
    }
  }

  @Test
  void labelsOfStepsMoveWithTheSeries() throws IOException {
    double[] labels = new double[3 * 40];
    Arrays.setAll(labels, i -> i % 40 < 20 ? 0 : 1);
    writeLabels(labels, 3, 1, 40);
    save(WindowSlice.withDefaults().withRatio(0.5).with(SliceLength.SHORTER));
    augment("--labels", path("y.npy"), "--out-labels", path("l.npy"));
    Draw draw = Draw.of(3, new SplittableRandom(42));
    Augmentation slice = WindowSlice.withDefaults().withRatio(0.5).with(SliceLength.SHORTER);
    assertArrayEquals(slice.apply(labels, 1, 40, Track.Role.LABELS, draw), read("l.npy"));
    assertArrayEquals(new int[] {3, 1, 20}, Npy.read(Path.of(path("l.npy"))).shape());
    save(CutMix.withDefaults());
    augment("--labels", path("y.npy"), "--out-labels", path("l.npy"));
    Cut cut = CutMix.withDefaults().draw(3, 40, new SplittableRandom(42));
    assertArrayEquals(cut.apply(labels), read("l.npy"));
  }

  @Test
  void smoteAddsSamplesOfRareClasses() throws IOException {
    double[] five = new SplittableRandom(5).doubles(5 * 2 * 4).toArray();
    Npy.write(Path.of(npy), NumericArray.of(five, 5, 2, 4));
    writeLabels(new double[] {1, 0, 0, 1, 1, 0, 1, 0, 0, 1}, 5, 2);
    save(Smote.withDefaults());
    augment("--labels", path("y.npy"), "--out-labels", path("l.npy"), "--plot", path("p.png"));
    assertArrayEquals(new int[] {6, 2, 4}, Npy.read(Path.of(path("o.npy"))).shape());
    assertArrayEquals(five, Arrays.copyOf(read("o.npy"), five.length));
    assertArrayEquals(new double[] {1, 0, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1}, read("l.npy"));
    double[] made = Arrays.copyOfRange(read("o.npy"), five.length, 6 * 8);
    for (int i = 0; i < 8; i++) {
      double first = five[8 + i];
      double second = five[32 + i];
      assertTrue(made[i] >= Math.min(first, second) && made[i] <= Math.max(first, second));
    }
  }

  @Test
  void stepsWithoutWhatTheyNeedAreRefused() throws IOException {
    List<String> command = List.of(npy, "--config", config, "--out", path("o.npy"));
    save(Smote.withDefaults());
    assertRefused(command, "--labels: one-hot classes [batch, classes]", "Smote", "got none");
    List<String> labelled = new ArrayList<>(command);
    labelled.addAll(List.of("--labels", path("y.npy"), "--out-labels", path("l.npy")));
    writeLabels(new double[] {1, 0, 0.5, 0.5, 0, 1}, 3, 2);
    assertRefused(labelled, "--labels: one-hot classes, got [0.5, 0.5] of sample 1");
    writeLabels(new double[] {1, 0, 1, 0, 0, 1}, 3, 2);
    assertRefused(labelled, "--labels: at least two samples of a class", "class 1");
    writeLabels(new double[] {1, 0}, 2, 1);
    assertRefused(labelled, "--labels: of shape [3], [3, n] or [3, 2, 40]", "got [2, 1]");
    assertRefused(labelled.subList(0, 7), "--out-labels: together with --labels", "y.npy");
    Npy.write(Path.of(npy), NumericArray.of(new double[80], 2, 40));
    for (AugmentationStep step : List.of(Mixup.withDefaults(), CutMix.withDefaults())) {
      save(step);
      assertRefused(command, "IN: at least two samples to mix", "[1, 2, 40]");
    }
    assertFalse(Files.exists(Path.of(path("o.npy"))));
  }

  @Test
  void soundAndImagesHaveTheirAugmentations() throws IOException {
    save(Gain.withDefaults());
    augment();
    assertArrayEquals(
        Gain.withDefaults().apply(windows, 2, 40, new SplittableRandom(42)), read("o.npy"));
    float[] pixels = new float[2 * 3 * 4 * 4];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i;
    }
    Npy.write(Path.of(npy), NumericArray.of(pixels, 2, 3, 4, 4));
    save(Rotation.upTo(10));
    writeLabels(new double[2 * 16], 2, 1, 4, 4);
    augment("--labels", path("y.npy"), "--out-labels", path("l.npy"));
    assertArrayEquals(
        Rotation.upTo(10)
            .apply(pixels, 3, 4, 4, Track.Role.VALUES, Draw.of(2, new SplittableRandom(42))),
        Npy.read(Path.of(path("o.npy"))).floats());
    assertRefused(
        List.of(npy, "--config", config, "--out", path("o.npy"), "--plot", path("p.png")),
        "--plot: of series, got images [2, 3, 4, 4]");
  }

  @Test
  void augmentationsOfAnotherRankAreRefused() throws IOException {
    List<String> command = List.of(npy, "--config", config, "--out", path("o.npy"));
    save(Rotation.upTo(10));
    assertRefused(
        command, "IN: images [batch, channels, height, width]", "Rotation", "got [3, 2, 40]");
    Npy.write(Path.of(npy), NumericArray.of(new double[96], 2, 3, 4, 4));
    for (AugmentationStep step : List.of(TimeWarp.withDefaults(), CutMix.withDefaults())) {
      save(step);
      assertRefused(command, "IN: series [batch, channels, time]", "got [2, 3, 4, 4]");
    }
  }

  @Test
  void seriesThatAreTooShortForAnOptionAreRefused() throws IOException {
    save(TimeWarp.withDefaults().withKnots(41));
    assertRefused(
        List.of(npy, "--config", config, "--out", path("o.npy")),
        "knots: at most the number of steps, 40, got 41");
  }

  @Test
  void seriesThatAreTooShortForAPictureAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new SeriesPlot(new double[3], 2, new double[4], 2, 2));
  }
}
