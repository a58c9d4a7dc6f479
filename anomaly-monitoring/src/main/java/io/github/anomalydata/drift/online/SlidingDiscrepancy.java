package io.github.anomalydata.drift.online;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.anomalydata.drift.Kernel;
import io.github.anomalydata.internal.Require;

/**
 * The squared maximum mean discrepancy of the newest rows and the reference, without bias: any
 * change of the joint distribution of several variables. With the m rows y of the window and the n
 * rows x of the reference it is
 *
 * <pre>
 * 1 / (n (n - 1)) Σ k(x_i, x_j) + 1 / (m (m - 1)) Σ k(y_i, y_j) - 2 / (n m) Σ k(y_i, x_j)
 * </pre>
 *
 * <p>the first two over pairs of different rows; see {@link
 * io.github.anomalydata.drift.MaximumMeanDiscrepancy}. Where variables have different units, scale
 * them first: a distance of rows adds them up.
 *
 * <p>A sample costs one kernel value for each row of the window and of the reference, and memory is
 * that of both. Kernel values are rounded to multiples of 2^-29, so that their sums are exact and
 * no error grows with the stream, and are the same on every machine. Calibration keeps the kernel
 * values of all pairs of the reference meanwhile, two bytes each.
 *
 * <p>There is no alarm before the window is full. The change is taken to have begun at the row of
 * the window from which on the rest is farthest from the reference, weighed by its size.
 *
 * @param kernel a Gaussian kernel; where its bandwidth is a multiple of the median distance, that
 *     of the reference
 * @param size the rows of the window, at least 2 and at most 2,000
 * @param referenceRows the most rows of the reference that windows are compared with, the newest
 *     ones of a longer reference; at least 2 and at most 20,000
 */
public record SlidingDiscrepancy(
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kernel")
        @JsonSubTypes({
          @JsonSubTypes.Type(value = Kernel.MedianGaussian.class, name = "median-gaussian"),
          @JsonSubTypes.Type(value = Kernel.Gaussian.class, name = "gaussian")
        })
        Kernel kernel,
    int size,
    int referenceRows)
    implements Detector {
  private static final int MOST_SIZE = 2_000;
  private static final int MOST_REFERENCE_ROWS = 20_000;

  /** With as many bandwidths, sums of multiples of 2^-29 over a window of 2,000 rows are exact. */
  private static final int MOST_GAMMAS = 8;

  private static final SlidingDiscrepancy DEFAULT =
      new SlidingDiscrepancy(Kernel.gaussian(), 100, 5_000);

  /**
   * Checks the options.
   *
   * @param kernel the kernel
   * @param size the rows of the window
   * @param referenceRows the most rows of the reference
   * @throws IllegalArgumentException if the kernel is not Gaussian or has more than 8 bandwidths,
   *     or a number is out of its range
   */
  public SlidingDiscrepancy {
    boolean gaussian =
        kernel instanceof Kernel.MedianGaussian
            || (kernel instanceof Kernel.Gaussian fixed && fixed.gammas().size() <= MOST_GAMMAS);
    if (!gaussian) {
      throw new IllegalArgumentException(
          "kernel: Gaussian, of at most " + MOST_GAMMAS + " bandwidths, got " + kernel);
    }
    Require.between("size", size, 2, MOST_SIZE);
    Require.between("referenceRows", referenceRows, 2, MOST_REFERENCE_ROWS);
  }

  /**
   * Returns one of the newest 100 rows and at most 5,000 of the reference, by a Gaussian kernel
   * whose bandwidth is the median distance.
   *
   * @return the options
   */
  public static SlidingDiscrepancy withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns one by another kernel.
   *
   * @param choice a Gaussian kernel, of at most 8 bandwidths
   * @return the options
   * @throws IllegalArgumentException if it is another
   */
  public SlidingDiscrepancy with(Kernel choice) {
    return new SlidingDiscrepancy(choice, size, referenceRows);
  }

  /**
   * Returns one of another size.
   *
   * @param rows the rows of the window, from 2 to 2,000
   * @return the options
   * @throws IllegalArgumentException if there are fewer or more
   */
  public SlidingDiscrepancy withSize(int rows) {
    return new SlidingDiscrepancy(kernel, rows, referenceRows);
  }

  /**
   * Returns one that compares with more or fewer rows of the reference. A reference should have a
   * hundred rows for each of the window: what the reference differs from the process by chance is
   * taken for a drift otherwise, and run lengths vary from one reference to another.
   *
   * @param most the most rows, from 2 to 20,000; a longer reference gives its newest ones
   * @return the options
   * @throws IllegalArgumentException if there are fewer or more
   */
  public SlidingDiscrepancy withReferenceRows(int most) {
    return new SlidingDiscrepancy(kernel, size, most);
  }
}
