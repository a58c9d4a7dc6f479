package io.github.anomalydata.drift;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.exchange.Npz;
import io.github.anomalydata.exchange.NumericArray;
import io.github.anomalydata.internal.Hashes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorFilesTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path folder = Path.of("");

  private static Decision decide(FittedDriftDetector detector) {
    return detector.decide(
        SavedDetectors.sample(30, 3, 9),
        new DecisionHistory(List.of(true), Optional.empty()),
        NOON,
        5);
  }

  private static void assertSame(FittedDriftDetector expected, FittedDriftDetector actual) {
    Decision a = decide(expected);
    Decision b = decide(actual);
    assertEquals(a.findings(), b.findings());
    assertEquals(a.outcome(), b.outcome());
    assertEquals(a.history(), b.history());
    assertEquals(expected.options().policy(), actual.options().policy());
    assertEquals(expected.options().window(), actual.options().window());
  }

  @Test
  void openedDetectorDecidesAsTheSavedOne() throws IOException {
    Path file = folder.resolve("detector.npz");
    FittedDriftDetector detector = SavedDetectors.full(40, 1);
    detector.save(file);
    assertTrue(decide(detector).isDrift());
    assertSame(detector, FittedDriftDetector.open(file));
  }

  @Test
  void everyKindOfChoiceIsKept() throws IOException {
    Path file = folder.resolve("detector.npz");
    DriftSample sample =
        DriftSample.of(new double[][] {{1, 2}, {3, 5}, {4, 1}}, new double[] {1, 2, 3});
    for (Kernel kernel :
        List.of(
            Kernel.gaussian(),
            Kernel.gaussian(0.5, 2),
            Kernel.laplacian(1),
            Kernel.rationalQuadratic(1, 2),
            Kernel.polynomial(3, 1, 1))) {
      for (Dependence dependence : List.of(Dependence.independent(), Dependence.estimated())) {
        DriftDetector.withDefaults()
            .with(kernel)
            .with(dependence)
            .with(ReferenceWindow.newest(2))
            .with(new DecisionPolicy.Legacy(3))
            .fit(sample)
            .save(file);
        DriftDetector options = FittedDriftDetector.open(file).options();
        assertEquals(List.of(kernel), options.discrepancy().kernels());
        assertEquals(dependence, options.scores().dependence());
        assertEquals(dependence, options.features().dependence());
        assertEquals(ReferenceWindow.newest(2), options.window());
        assertEquals(new DecisionPolicy.Legacy(3), options.policy());
      }
    }
    assertEquals(2, FittedDriftDetector.open(file).reference().rows());
  }

  @Test
  void detectorOfOnePartHasThatPartOnly() throws IOException {
    Path file = folder.resolve("detector.npz");
    DriftDetector.withDefaults()
        .fit(DriftSample.empty().withScores(new double[] {1, 2, 3}))
        .save(file);
    FittedDriftDetector opened = FittedDriftDetector.open(file);
    assertEquals(3, opened.reference().rows());
    assertThrows(
        IllegalStateException.class,
        () -> opened.latentDrift(new double[1][1], LatentMethod.ENERGY, 1));
  }

  @Test
  void labelsThatAreNoStringsCannotBeSaved() {
    FittedDriftDetector detector =
        DriftDetector.withDefaults()
            .fit(
                DriftSample.empty()
                    .withFeatures(MixedTable.empty().withLabels("mode", List.of(1, 2))));
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class, () -> detector.save(folder.resolve("detector.npz")));
    assertTrue(String.valueOf(e.getMessage()).contains("labels of 'mode': strings"), e.toString());
    assertFalse(Files.exists(folder.resolve("detector.npz")));
  }

  @Test
  void policyMayBeExchangedWithoutFittingAnew() {
    FittedDriftDetector detector = SavedDetectors.full(40, 1);
    Decision decision =
        detector
            .with(DecisionPolicy.atLevel(0.02).withFloor(Measure.SCORE_SHIFT, 5))
            .decide(SavedDetectors.sample(30, 3, 9), 5);
    assertEquals(
        decide(detector).findings().stream().map(Finding::adjustedPValue).toList(),
        decision.findings().stream().map(Finding::adjustedPValue).toList());
  }

  private static Path golden() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(DetectorFilesTest.class.getResource("detector-0.1.npz")).toURI());
  }

  @Test
  void detectorSavedByVersion01IsRead() throws Exception {
    assertSame(SavedDetectors.full(40, 1), FittedDriftDetector.open(golden()));
  }

  @Test
  void theSameDetectorIsTheSameBytes() throws Exception {
    Path file = folder.resolve("detector.npz");
    SavedDetectors.full(40, 1).save(file);
    assertEquals(-1, Files.mismatch(golden(), file));
  }

  @Test
  void mutatedFilesAreRefusedByName() throws IOException {
    mutate(1_000, 1);
  }

  @Test
  @Tag("calibration")
  void tenThousandMutatedFilesAreRefusedByName() throws IOException {
    mutate(10_000, 2);
  }

  /** Opens mutated files: each is refused with its name, or is a whole detector. */
  private void mutate(int times, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Path file = folder.resolve("detector.npz");
    SavedDetectors.full(40, 1).save(file);
    byte[] bytes = Files.readAllBytes(file);
    Map<String, NumericArray> parts = Npz.readAll(file);
    Path mutated = folder.resolve("mutated.npz");
    int refused = 0;
    for (int i = 0; i < times; i++) {
      if (i % 2 == 0) {
        Files.write(mutated, damaged(bytes, random));
      } else {
        Npz.write(mutated, rewritten(parts, random), Npz.Compression.STORED);
      }
      refused += isRefused(mutated) ? 1 : 0;
    }
    int least = times * 3 / 4;
    assertTrue(refused > least, refused + " refused");
  }

  private static boolean isRefused(Path file) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    boolean refused = false;
    try {
      FittedDriftDetector.open(file);
    } catch (DataFileException e) {
      assertTrue(String.valueOf(e.getMessage()).contains("mutated.npz"), e.toString());
      refused = true;
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 100 * Files.size(file) + (8 << 20), allocated + " bytes");
    return refused;
  }

  /** Bytes changed, cut off, left out or repeated. */
  private static byte[] damaged(byte[] bytes, SplittableRandom random) {
    byte[] damaged = bytes.clone();
    int place = random.nextInt(bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> damaged[place] ^= (byte) (1 << random.nextInt(8));
      case 1 -> damaged = Arrays.copyOf(bytes, place);
      case 2 -> {
        int more = Math.min(bytes.length - place, 1 + random.nextInt(64));
        System.arraycopy(bytes, place + more, damaged, place, bytes.length - place - more);
        damaged = Arrays.copyOf(damaged, bytes.length - more);
      }
      default -> {
        for (int i = 0; i < 8; i++) {
          damaged[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
      }
    }
    return damaged;
  }

  /** Parts that say something else, with hashes that fit. */
  private static Map<String, NumericArray> rewritten(
      Map<String, NumericArray> parts, SplittableRandom random) {
    Map<String, byte[]> bytes = new TreeMap<>();
    parts.forEach((name, values) -> bytes.put(name, bytes(values)));
    Map<String, NumericArray> all = new LinkedHashMap<>(parts);
    if (random.nextInt(4) > 0) {
      byte[] manifest = mutated(text(parts, "manifest"), random).getBytes(UTF_8);
      bytes.put("manifest", manifest);
      all.put("manifest", NumericArray.of(manifest, manifest.length).unsigned());
    } else {
      String name = List.of("latents", "scores", "features").get(random.nextInt(3));
      double[] values = part(parts, name).doubles();
      double[] extreme = {Double.NaN, Double.POSITIVE_INFINITY, -1, 1e300, 0.5, 1e18};
      values[random.nextInt(values.length)] = extreme[random.nextInt(extreme.length)];
      values = random.nextBoolean() ? values : Arrays.copyOf(values, random.nextInt(200));
      all.put(name, NumericArray.of(values, values.length));
      bytes.put(name, bytes(part(all, name)));
    }
    bytes.remove("sha256sums");
    byte[] sums =
        bytes.entrySet().stream()
            .map(part -> Hashes.sha256(part.getValue()) + "  " + part.getKey() + "\n")
            .collect(Collectors.joining())
            .getBytes(UTF_8);
    all.put("sha256sums", NumericArray.of(sums, sums.length).unsigned());
    return all;
  }

  private static NumericArray part(Map<String, NumericArray> parts, String name) {
    return Objects.requireNonNull(parts.get(name));
  }

  private static byte[] bytes(NumericArray array) {
    if (array.toString().startsWith("uint8")) {
      int[] ints = array.ints();
      byte[] bytes = new byte[ints.length];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) ints[i];
      }
      return bytes;
    }
    double[] values = array.doubles();
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(values);
    return bytes.array();
  }

  private static String text(Map<String, NumericArray> parts, String name) {
    return new String(bytes(part(parts, name)), UTF_8);
  }

  /** A number, a word or a line that is another. */
  private static String mutated(String manifest, SplittableRandom random) {
    String[] numbers = {"-1", "0", "2147483647", "1e400", "0.5", "null", "\"7\"", "[]", "NaN"};
    List<String> lines = manifest.lines().collect(Collectors.toList());
    int line = random.nextInt(lines.size());
    String number = numbers[random.nextInt(numbers.length)];
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(line);
      case 1 -> lines.set(line, lines.get(line).replaceFirst(": [^{\\[,]+", ": " + number));
      case 2 -> lines.add(random.nextInt(lines.size()), lines.get(line));
      default -> lines.set(line, lines.get(line).replaceFirst("[A-Za-z]+", "other"));
    }
    return String.join("\n", lines);
  }

  @Test
  void historiesAreSavedAndOpened() throws IOException {
    Path file = folder.resolve("history.json");
    DecisionHistory history = new DecisionHistory(List.of(true, false), Optional.of(NOON));
    history.save(file);
    assertEquals(history, DecisionHistory.open(file));
    DecisionHistory.none().save(file);
    assertEquals(DecisionHistory.none(), DecisionHistory.open(file));
  }

  @Test
  void historiesThatMakeNoSenseAreRefused() throws IOException {
    Path file = folder.resolve("history.json");
    new DecisionHistory(List.of(true), Optional.of(NOON)).save(file);
    String text = Files.readString(file);
    Files.writeString(file, text.replace("2026-03", "2026-33"));
    assertTrue(
        String.valueOf(
                assertThrows(DataFileException.class, () -> DecisionHistory.open(file))
                    .getMessage())
            .contains("retrain"));
    Files.writeString(file, text.replace("true", "null"));
    assertThrows(DataFileException.class, () -> DecisionHistory.open(file));
  }

  @Test
  void coolDownsThatAreNoDurationsAreRefused() {
    assertEquals(
        DecisionPolicy.atLevel(0.1).withCoolDown(Duration.ofHours(1)),
        PolicyForm.of(DecisionPolicy.atLevel(0.1).withCoolDown(Duration.ofHours(1))).policy());
    PolicyForm form =
        new PolicyForm.Calibrated(0.1, Adjustment.HOLM, Map.of(), Map.of(), 1, 1, "an hour");
    Thrown.assertRefused(form::policy, "coolDown", "a duration", "an hour");
  }
}
