package io.github.anomalydata.image.detect;

import io.github.anomalydata.evaluation.PrecisionRecallCurve;
import io.github.anomalydata.evaluation.RocCurve;
import io.github.anomalydata.image.Mask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Compares anomaly maps with masks, one after another, and keeps none of them.
 *
 * <p>Values of pixels are counted in bins: a float's sign, exponent and upper 11 bits, so that a
 * bin is at most 1/2048 of its value wide, whatever the range. The counts take 24 MiB for any
 * number of images. A curve over bins is exact at their edges and a line between; as it rises, the
 * area is wrong by at most half the sum of {@code dx dy} over the bins, which {@link
 * DetectionScores} tells along with the areas.
 *
 * <p>The per-region overlap is that of MVTec AD [1]: each 8-connected part of a mask counts the
 * same, and false positives are counted over the pixels of all images that are outside of masks.
 *
 * <p>The saturated per-region overlap is that of MVTec LOCO AD [2]: a region {@code A} of which
 * {@code s} pixels have to be found has the overlap {@code min(found / s, 1)}, {@code found} being
 * the number of its pixels above the threshold. Since pixels are found in the order of their
 * values, that is a count of the {@code s} highest, which needs no threshold and keeps no map. With
 * {@code s} the size of each region it is the per-region overlap.
 *
 * <p>References:
 *
 * <ol>
 *   <li>P. Bergmann et al. (2021), The MVTec anomaly detection dataset, International Journal of
 *       Computer Vision 129. <a
 *       href="https://doi.org/10.1007/s11263-020-01400-4">doi:10.1007/s11263-020-01400-4</a>
 *   <li>P. Bergmann et al. (2022), Beyond dents and scratches: logical constraints in unsupervised
 *       anomaly detection and localization, International Journal of Computer Vision 130. <a
 *       href="https://doi.org/10.1007/s11263-022-01578-9">doi:10.1007/s11263-022-01578-9</a>
 * </ol>
 *
 * <p>Not safe for use by several threads.
 */
public final class DetectionEvaluation {
  private static final double MAX_FALSE_POSITIVE_RATE = 0.3;
  private static final int DROPPED_BITS = 12;
  private static final int BINS = 1 << (Integer.SIZE - DROPPED_BITS);

  private final long[] sound = new long[BINS];
  private final long[] defective = new long[BINS];
  private final double[] shares = new double[BINS];
  private final List<Double> scores = new ArrayList<>();
  private final List<Boolean> defects = new ArrayList<>();
  private int regions;

  /** Creates an evaluation without images. */
  public DetectionEvaluation() {}

  /**
   * Adds an image, whose score is the largest value of its map.
   *
   * @param map how unusual its pixels are
   * @param mask where its defects are, of the same size; empty for a sound product
   * @throws IllegalArgumentException if the sizes differ
   */
  public void add(AnomalyMap map, Mask mask) {
    requireSize(map, mask);
    float[] values = map.shared();
    Regions parts = Regions.of(mask.bits(), mask.width());
    int[] sizes = parts.sizes();
    for (int i = 0; i < values.length; i++) {
      int bin = bin(values[i]);
      int part = parts.at(i);
      if (part == 0) {
        sound[bin]++;
      } else {
        defective[bin]++;
        shares[bin] += 1.0 / sizes[part];
      }
    }
    addImage(map, parts.count());
  }

  /**
   * Adds an image, whose score is the largest value of its map, and each of its defects with the
   * number of pixels that have to be found of it.
   *
   * @param map how unusual its pixels are
   * @param found its defects, whose masks are of the same size and may overlap; none for a sound
   *     product
   * @throws IllegalArgumentException if the sizes differ
   */
  public void add(AnomalyMap map, List<DefectRegion> found) {
    float[] values = map.shared();
    boolean[] inside = new boolean[values.length];
    for (DefectRegion defect : found) {
      requireSize(map, defect.mask());
    }
    for (DefectRegion defect : found) {
      addRegion(defect, values, inside);
    }
    for (int i = 0; i < values.length; i++) {
      (inside[i] ? defective : sound)[bin(values[i])]++;
    }
    addImage(map, found.size());
  }

  /** The highest values of a region count, as many as have to be found. */
  private void addRegion(DefectRegion defect, float[] values, boolean[] inside) {
    byte[] bits = defect.mask().bits();
    int[] bins = new int[defect.mask().count()];
    int area = 0;
    for (int i = 0; i < values.length; i++) {
      if (bits[i] != 0) {
        inside[i] = true;
        bins[area++] = bin(values[i]);
      }
    }
    Arrays.sort(bins);
    for (int i = area - defect.saturation(); i < area; i++) {
      shares[bins[i]] += 1.0 / defect.saturation();
    }
  }

  private static void requireSize(AnomalyMap map, Mask mask) {
    if (!map.size().equals(mask.size())) {
      throw new IllegalArgumentException(
          "mask: of the size of the map, " + map.size() + ", got " + mask.size());
    }
  }

  private void addImage(AnomalyMap map, int parts) {
    regions += parts;
    scores.add(map.maximum());
    defects.add(parts > 0);
  }

  /** Numbers floats in their order. */
  private static int bin(float value) {
    int bits = Float.floatToIntBits(value + 0f); // -0 + 0 is 0
    int ordered = bits < 0 ? ~bits : bits ^ Integer.MIN_VALUE;
    return ordered >>> DROPPED_BITS;
  }

  /**
   * Returns the scores of the images so far.
   *
   * @return the scores
   * @throws IllegalStateException if there was no image with a defect or none without
   */
  public DetectionScores scores() {
    int images = scores.size();
    boolean[] positive = new boolean[images];
    double[] values = new double[images];
    int count = 0;
    for (int i = 0; i < images; i++) {
      positive[i] = defects.get(i);
      values[i] = scores.get(i);
      count += positive[i] ? 1 : 0;
    }
    if (count == 0 || count == images) {
      throw new IllegalStateException(
          "images with and without defects must be added before they are scored, got "
              + count
              + " and "
              + (images - count));
    }
    PrecisionRecallCurve precision = PrecisionRecallCurve.of(values, positive);
    double[] found = new double[BINS];
    for (int i = 0; i < BINS; i++) {
      found[i] = defective[i];
    }
    Area pixels = area(found, 1);
    Area overlap = area(shares, MAX_FALSE_POSITIVE_RATE);
    return new DetectionScores(
        images,
        count,
        regions,
        RocCurve.of(values, positive).auc(),
        precision.averagePrecision(),
        precision.best(),
        pixels.value(),
        pixels.error(),
        overlap.value(),
        overlap.error());
  }

  /**
   * Returns how much of each defect was found: AU-PRO, or AU-sPRO where regions were added with
   * numbers of pixels.
   *
   * @param limit the false positive rate of pixels up to which the curve counts, above 0 and at
   *     most 1: 0.3 is usual for MVTec AD, 0.05 for MVTec LOCO AD and MVTec AD 2
   * @return the area under the curve
   * @throws IllegalArgumentException if the limit is out of range
   * @throws IllegalStateException if there was no defect, or no pixel outside of defects
   */
  public RegionOverlap regionOverlap(double limit) {
    if (!(limit > 0 && limit <= 1)) {
      throw new IllegalArgumentException("limit: above 0 and at most 1, got " + limit);
    }
    if (regions == 0 || Arrays.stream(sound).allMatch(count -> count == 0)) {
      throw new IllegalStateException(
          "defects and pixels outside of them must be added before their overlap is known, got "
              + regions
              + " defects");
    }
    Area area = area(shares, limit);
    return new RegionOverlap(limit, area.value(), area.error());
  }

  private record Area(double value, double error) {}

  /** Returns the area under what is found against false positives up to a rate, divided by it. */
  private Area area(double[] found, double limit) {
    double total = 0;
    double negatives = 0;
    for (int i = 0; i < BINS; i++) {
      total += found[i];
      negatives += sound[i];
    }
    double x = 0;
    double y = 0;
    double area = 0;
    double error = 0;
    for (int i = BINS - 1; i >= 0 && x < limit; i--) {
      double dx = sound[i] / negatives;
      double dy = found[i] / total;
      double within = dx > 0 ? Math.min(1, (limit - x) / dx) : 1;
      area += within * dx * (y + within * dy / 2);
      error += dx * dy / 2;
      x += dx;
      y += dy;
    }
    return new Area(area / limit, error / limit);
  }
}
