package io.github.anomalydata.drift.preprocess;

import static io.github.anomalydata.drift.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.NormalDraws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class RowTransformTest {
  private static final double[][] REFERENCE = rows(200, 6, 1);

  private static double[][] rows(int count, int columns, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] rows = new double[count][columns];
    for (double[] row : rows) {
      Arrays.setAll(row, k -> (k + 1) * NormalDraws.next(random) + 10 * k);
    }
    return rows;
  }

  @Test
  void columnThatIsConstantKeepsItsUnit() {
    Standardizer standard = Standardizer.fit(new double[][] {{0.1, 1}, {0.1, 3}, {0.1, 5}});

    assertEquals(1, standard.deviations()[0]);
    assertArrayEquals(new double[] {0, 0}, standard.apply(new double[] {0.1, 3}));
    assertEquals(7, standard.apply(new double[] {7.1, 3})[0], 1e-15);
  }

  @Test
  void axisPointsToItsGreatestCoordinate() {
    double[][] reference = {{0, 0}, {-3, -1}, {3, 1}};
    PrincipalComponents components = PrincipalComponents.withCount(1).fit(reference);

    assertArrayEquals(
        new double[] {3 / Math.sqrt(10), 1 / Math.sqrt(10)}, components.axes()[0], 1e-15);
    assertEquals(Math.sqrt(10), components.apply(new double[] {3, 1})[0], 1e-14);
  }

  @Test
  void axesAreOrthogonalAndKeepAllVariance() {
    PrincipalComponents components = PrincipalComponents.withCount(6).fit(REFERENCE);
    double[][] axes = components.axes();
    for (int a = 0; a < 6; a++) {
      for (int b = 0; b < 6; b++) {
        double product = 0;
        for (int k = 0; k < 6; k++) {
          product += axes[a][k] * axes[b][k];
        }
        assertEquals(a == b ? 1 : 0, product, 1e-14);
      }
    }
    double total = 0;
    for (double deviation : Standardizer.fit(REFERENCE).deviations()) {
      total += deviation * deviation * 200 / 199;
    }
    assertEquals(total, Arrays.stream(components.variances()).sum(), 1e-11);
  }

  @Test
  void whitenedCoordinatesHaveVarianceOne() {
    PrincipalComponents components = PrincipalComponents.withCount(3).whitening().fit(REFERENCE);
    double[] deviations = Standardizer.fit(components.apply(REFERENCE)).deviations();

    for (double deviation : deviations) {
      assertEquals(Math.sqrt(199 / 200.0), deviation, 1e-13);
    }
  }

  @Test
  void hugeAndTinyValuesHaveAxesToo() {
    for (double unit : new double[] {1e99, 1e-99}) {
      double[][] reference = {{0, 0}, {-0.3 * unit, -0.1 * unit}, {0.3 * unit, 0.1 * unit}};
      assertEquals(
          3 / Math.sqrt(10),
          PrincipalComponents.withCount(1).fit(reference).axes()[0][0],
          1e-14,
          "unit " + unit);
    }
  }

  @Test
  void moreAxesThanThereAreAreRefused() {
    double[][] line = {{1, 2, 5}, {2, 4, 5}, {3, 6, 5}};

    assertEquals(1, PrincipalComponents.withCount(1).fit(line).outputColumns());
    assertRefused(
        () -> PrincipalComponents.withCount(2).fit(line),
        "count: at most 1 axes along which the reference varies, got 2");
    assertRefused(
        () -> PrincipalComponents.withCount(1).fit(new double[][] {{1, 2}, {1, 2}}),
        "at most 0 axes");
    assertRefused(() -> PrincipalComponents.withCount(0), "count: at least 1, got 0");
    assertRefused(
        () -> PrincipalComponents.withCount(1).fit(new double[3][2001]), "at most 2000 columns");
  }

  @Test
  void randomProjectionKeepsSquaredDistances() {
    int columns = RandomProjection.columnsFor(40, 0.3);
    RandomProjection projection = RandomProjection.of(1000, columns, 7);
    double[][] wide = rows(40, 1000, 2);
    double[][] narrow = projection.apply(wide);
    for (int i = 0; i < 40; i++) {
      for (int j = 0; j < i; j++) {
        assertEquals(1, distance(narrow[i], narrow[j]) / distance(wide[i], wide[j]), 0.3);
      }
    }
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return sum;
  }

  @Test
  void randomProjectionIsThatOfItsSeed() {
    double[] row = REFERENCE[0];
    double[] projected = RandomProjection.of(6, 3, 7).apply(row);

    assertArrayEquals(projected, RandomProjection.of(6, 3, 7).apply(row));
    assertTrue(!Arrays.equals(projected, RandomProjection.of(6, 3, 8).apply(row)));
  }

  @Test
  void encoderOfTheUserIsOneStep() {
    RowTransform encoder =
        rows ->
            Arrays.stream(rows).map(row -> new double[] {row[0] + row[1]}).toArray(double[][]::new);
    Standardizer standard = Standardizer.fit(encoder.apply(REFERENCE));
    RowTransform both = encoder.then(standard);

    assertArrayEquals(
        standard.apply(new double[] {REFERENCE[3][0] + REFERENCE[3][1]}), both.apply(REFERENCE[3]));
  }

  @Test
  void arraysOfNd4jKeepTheirPrecision() {
    Standardizer standard = Standardizer.fit(Nd4j.create(REFERENCE));
    double[][] expected = standard.apply(REFERENCE);
    INDArray doubles = standard.apply(Nd4j.create(REFERENCE).dup('f'));
    INDArray floats = standard.apply(Nd4j.create(REFERENCE).castTo(DataType.FLOAT));

    assertArrayEquals(new long[] {200, 6}, doubles.shape());
    assertEquals(expected[150][4], doubles.getDouble(150, 4));
    assertEquals(DataType.FLOAT, floats.dataType());
    assertEquals(expected[150][4], floats.getDouble(150, 4), 1e-5);
  }

  @Test
  void savedTransformMakesTheSameRows(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("transform.npz");
    Standardizer standard = Standardizer.fit(REFERENCE);
    PrincipalComponents components =
        PrincipalComponents.withCount(4).whitening().fit(standard.apply(REFERENCE));
    List<FittedTransform> transforms =
        List.of(
            standard,
            components,
            RandomProjection.of(6, 2, 3),
            standard.then(components).then(RandomProjection.of(4, 2, 3)));
    for (FittedTransform transform : transforms) {
      transform.save(file);
      FittedTransform opened = FittedTransform.open(file);

      assertEquals(6, opened.columns());
      assertEquals(transform.outputColumns(), opened.outputColumns());
      assertArrayEquals(transform.apply(REFERENCE), opened.apply(REFERENCE));
    }
  }

  @Test
  void damagedFilesAreTypedErrors(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("transform.npz");
    Standardizer.fit(REFERENCE).then(RandomProjection.of(6, 2, 3)).save(file);
    byte[] whole = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = Arrays.copyOf(whole, i % 4 == 0 ? random.nextInt(whole.length) : whole.length);
      for (int k = random.nextInt(1, 4); k > 0 && bytes.length > 0; k--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) random.nextInt(1, 256);
      }
      Files.write(file, bytes);
      try {
        assertEquals(2, FittedTransform.open(file).outputColumns());
      } catch (DataFileException e) {
        assertTrue(e.getMessage().contains("transform.npz"), e.getMessage());
      }
    }
  }

  @Test
  void fileOfStepsThatDoNotFitIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("transform.npz");
    Standardizer odd = new Standardizer(new double[] {0}, new double[] {0});
    odd.save(file);

    DataFileException e = assertThrows(DataFileException.class, () -> FittedTransform.open(file));
    assertTrue(e.getMessage().contains("above 0 and finite, got 0.0"), e.getMessage());
  }

  @Test
  void rowsThatDoNotFitAreRefused() {
    Standardizer standard = Standardizer.fit(REFERENCE);

    assertRefused(() -> standard.apply(new double[5]), "rows: rows of 6 columns, got 5 in row 0");
    assertRefused(
        () -> standard.apply(new double[] {0, 0, Double.NaN, 0, 0, 0}),
        "rows: finite",
        "NaN at row 0, column 2");
    assertRefused(() -> Standardizer.fit(new double[][] {{1}}), "at least 2, got 1");
    assertRefused(() -> Standardizer.fit(new double[0][]), "at least 2, got 0");
    assertRefused(() -> Standardizer.fit(new double[2][0]), "at least 1 columns, got 0 in row 0");
    assertRefused(() -> standard.apply(Nd4j.create(new double[] {1, 2})), "shape [rows, columns]");
    assertRefused(
        () -> standard.then(RandomProjection.of(5, 2, 1)), "next: one of 6 columns, got one of 5");
    assertRefused(() -> RandomProjection.of(0, 2, 1), "columns: at least 1, got 0");
    assertRefused(() -> RandomProjection.of(1 << 20, 16, 1), "fewer than 2^24 signs");
    assertRefused(() -> RandomProjection.columnsFor(10, 1), "distortion: above 0 and below 1");
  }
}
