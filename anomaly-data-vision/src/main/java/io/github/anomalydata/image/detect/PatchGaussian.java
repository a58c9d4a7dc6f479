package io.github.anomalydata.image.detect;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.internal.ParallelRows;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.archive.Archive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Finds defects as patches that are unlike those of sound products: the Mahalanobis distance of a
 * patch's features from those of training images, as in PaDiM [1].
 *
 * <p>A normal distribution is fitted at each place of the grid. Its covariance is {@code (S_p + d
 * W) / (n - 1 + d)}, with {@code S_p} the sums of products at the place, {@code n} images, {@code
 * d} features and {@code W} the mean covariance over all places, so that few images suffice; a
 * thousandth of the variances is added to the diagonal. Immutable; memory to fit and to keep
 * depends on the number of places, not of images.
 *
 * <p>Reference:
 *
 * <ol>
 *   <li>T. Defard et al. (2021), PaDiM: a patch distribution modeling framework for anomaly
 *       detection and localization, ICPR workshops. <a
 *       href="https://arxiv.org/abs/2011.08785">arXiv:2011.08785</a>
 * </ol>
 */
public final class PatchGaussian implements DefectDetector {
  private static final double RIDGE = 1e-3;
  // Far below the variance of the camera's noise: only for features that never change.
  private static final double LEAST_VARIANCE = 1e-10;

  private static final Archive<Grid> ARCHIVE =
      Archive.of("anomaly-data/patch-gaussian", 1, Grid.class, 1L << 31);

  private final PatchFeatures features;
  private final int columns;
  private final int rows;
  private final int length;
  private final double[] means;
  private final double[] factors;

  /** The places of the distributions, and the number of features. */
  private record Grid(int columns, int rows, int length) {
    Grid {
      Require.atLeast("columns", columns, 1);
      Require.atLeast("rows", rows, 1);
      Require.atLeast("length", length, 1);
    }

    /** Tells whether there are so many numbers for each place. */
    boolean fits(double[] values, long each) {
      return values.length % each == 0 && values.length / each == (long) columns * rows;
    }
  }

  private PatchGaussian(
      PatchFeatures features, int columns, int rows, int length, double[] means, double[] factors) {
    this.features = features;
    this.columns = columns;
    this.rows = rows;
    this.length = length;
    this.means = means;
    this.factors = factors;
  }

  /**
   * Fits distributions to images of sound products.
   *
   * @param images the images, at least 2, of one size; read once
   * @param features says what patches look like
   * @return the fitted model
   * @throws IllegalArgumentException if there are less than 2 images, their grids differ, or a
   *     feature is NaN or infinite
   */
  public static PatchGaussian fit(Iterable<Image> images, PatchFeatures features) {
    return fit(images, features, ParallelRows.NONE, 1);
  }

  /**
   * Fits distributions to images of sound products on several threads; the model is the same, bit
   * for bit.
   *
   * @param images the images, at least 2, of one size; read once, by the caller's thread
   * @param features says what patches look like, to several threads at once
   * @param executor runs all threads but the caller's
   * @param workers the number of threads, that of the caller among them
   * @return the fitted model
   * @throws IllegalArgumentException if there are less than 2 images, their grids differ, a feature
   *     is NaN or infinite, or {@code workers} is below 1
   */
  public static PatchGaussian fit(
      Iterable<Image> images, PatchFeatures features, Executor executor, int workers) {
    return fit(images, features, ParallelRows.of(executor, workers), workers);
  }

  private static PatchGaussian fit(
      Iterable<Image> images, PatchFeatures features, ParallelRows threads, int workers) {
    Iterator<Image> rest = images.iterator();
    if (!rest.hasNext()) {
      throw new IllegalArgumentException("images: at least 2, got 0");
    }
    FeatureGrid first = features.of(rest.next());
    Moments[] moments = new Moments[first.places()];
    for (int p = 0; p < moments.length; p++) {
      moments[p] = new Moments(first.length());
    }
    add(List.of(first), moments, threads);
    while (rest.hasNext()) {
      List<Image> some = new ArrayList<>();
      while (some.size() < workers && rest.hasNext()) {
        some.add(rest.next());
      }
      FeatureGrid[] grids = new FeatureGrid[some.size()];
      threads.runPieces(grids.length, () -> i -> grids[i] = features.of(some.get(i)));
      for (FeatureGrid grid : grids) {
        requireAlike(grid, first.columns(), first.rows(), first.length());
      }
      add(List.of(grids), moments, threads);
    }
    if (moments[0].count() < 2) {
      throw new IllegalArgumentException("images: at least 2, got 1");
    }
    return fit(first, features, moments, threads);
  }

  private static void add(List<FeatureGrid> grids, Moments[] moments, ParallelRows threads) {
    for (FeatureGrid grid : grids) {
      for (int i = 0; i < grid.values().length; i++) {
        if (!Float.isFinite(grid.values()[i])) {
          throw new IllegalArgumentException("features: finite, got " + grid.values()[i]);
        }
      }
    }
    // Each place gets the images in their order, whatever the number of threads.
    threads.run(
        moments.length,
        (from, end) -> {
          for (FeatureGrid grid : grids) {
            for (int p = from; p < end; p++) {
              moments[p].add(grid.values(), p * grid.length());
            }
          }
        });
  }

  private static PatchGaussian fit(
      FeatureGrid grid, PatchFeatures features, Moments[] places, ParallelRows threads) {
    int length = grid.length();
    Moments within = new Moments(length);
    for (Moments place : places) {
      within.addWithin(place);
    }
    double withinWeight = (double) length / places.length / (places[0].count() - 1);
    int triangle = within.products.length;
    double[] means = new double[places.length * length];
    double[] factors = new double[places.length * triangle];
    threads.run(
        places.length,
        (from, end) -> {
          for (int p = from; p < end; p++) {
            double[] factor = factor(places[p], within, withinWeight);
            System.arraycopy(factor, 0, factors, p * triangle, triangle);
            System.arraycopy(places[p].mean, 0, means, p * length, length);
          }
        });
    return new PatchGaussian(features, grid.columns(), grid.rows(), length, means, factors);
  }

  private static double[] factor(Moments place, Moments within, double withinWeight) {
    int length = place.mean.length;
    double divisor = place.count() - 1 + length;
    double[] covariance = new double[place.products.length];
    for (int i = 0; i < covariance.length; i++) {
      covariance[i] = (place.products[i] + withinWeight * within.products[i]) / divisor;
    }
    for (int i = 0; i < length; i++) {
      int diagonal = i * (i + 3) / 2;
      covariance[diagonal] += RIDGE * covariance[diagonal] + LEAST_VARIANCE;
    }
    Cholesky.factor(covariance, length);
    return covariance;
  }

  private static void requireAlike(FeatureGrid grid, int columns, int rows, int length) {
    if (grid.columns() != columns || grid.rows() != rows || grid.length() != length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "image: one with %d x %d patches of %d features, got %d x %d of %d",
              columns,
              rows,
              length,
              grid.columns(),
              grid.rows(),
              grid.length()));
    }
  }

  /**
   * Maps how unusual an image is. Threads may share the model as they may its features.
   *
   * @param image an image of the size of those that were fitted
   * @return the distances of the patches, smoothed over neighbours and interpolated to the pixels
   * @throws IllegalArgumentException if the image has another number of patches
   */
  @Override
  public AnomalyMap map(Image image) {
    FeatureGrid grid = features.of(image);
    requireAlike(grid, columns, rows, length);
    int triangle = length * (length + 1) / 2;
    double[] distances = new double[grid.places()];
    double[] vector = new double[length];
    for (int p = 0; p < distances.length; p++) {
      for (int i = 0; i < length; i++) {
        vector[i] = (double) grid.values()[p * length + i] - means[p * length + i];
      }
      distances[p] = Cholesky.distance(factors, p * triangle, vector);
    }
    double[] smooth = new Blur(0.8).apply(distances, columns, rows);
    return Bilinear.map(smooth, columns, rows, image.size());
  }

  /**
   * Saves the model as an NPZ file, without its features.
   *
   * @param file the file, replaced if it exists
   * @throws IOException if it cannot be written
   */
  public void save(Path file) throws IOException {
    ARCHIVE.write(
        file, new Grid(columns, rows, length), Map.of("means", means, "factors", factors));
  }

  /**
   * Loads a model that was saved.
   *
   * @param file the file
   * @param features the features that it was fitted to
   * @return the model
   * @throws DataFileException if the file is something else
   * @throws IOException if it cannot be read
   */
  public static PatchGaussian load(Path file, PatchFeatures features) throws IOException {
    Archive.Saved<Grid> saved = ARCHIVE.read(file, "means", "factors");
    Grid grid = saved.content();
    double[] means = saved.array("means");
    double[] factors = saved.array("factors");
    if (!grid.fits(means, grid.length)
        || !grid.fits(factors, grid.length * (grid.length + 1L) / 2)) {
      throw new DataFileException(
          file,
          "",
          "means and factors for " + grid,
          means.length + " means and " + factors.length + " factors");
    }
    requireFinite(file, "means", means);
    requireFinite(file, "factors", factors);
    return new PatchGaussian(features, grid.columns, grid.rows, grid.length, means, factors);
  }

  private static void requireFinite(Path file, String name, double[] values)
      throws DataFileException {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new DataFileException(
            file, name + ", index " + i, "finite", String.valueOf(values[i]));
      }
    }
  }
}
