package io.github.anomalydata.image.augment;

import io.github.anomalydata.augment.Track;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.internal.Require;
import java.util.random.RandomGenerator;

/**
 * Makes a defect: a rectangle of the image, a little brighter or darker, is pasted elsewhere. The
 * label becomes 1 there, also where by chance nothing changed; elsewhere it stays.
 *
 * @param minimumArea the smallest share of the image, in [0, 1]
 * @param maximumArea the largest share of the image
 * @param ratio height to width is drawn from {@code [1 / ratio, ratio]}, its logarithm evenly; from
 *     1 to 100
 * @param jitter the brightness is drawn from {@code [1 - jitter, 1 + jitter]}; in [0, 1]
 * @param label the name of the labels field, {@code [1, height, width]}, that tells where it is
 * @see <a href="https://arxiv.org/abs/2104.04015">C.-L. Li et al.: CutPaste, self-supervised
 *     learning for anomaly detection and localization</a>
 */
public record CutPaste(
    double minimumArea, double maximumArea, double ratio, double jitter, String label)
    implements ImageAugmentation {
  private static final CutPaste DEFAULT =
      new CutPaste(0.02, 0.15, 10 / 3.0, 0.1, DefectLabel.DEFAULT);

  /**
   * Checks the options.
   *
   * @param minimumArea the smallest share of the image, in [0, 1]
   * @param maximumArea the largest share of the image
   * @param ratio height to width is drawn from {@code [1 / ratio, ratio]}; from 1 to 100
   * @param jitter the brightness is drawn from {@code [1 - jitter, 1 + jitter]}; in [0, 1]
   * @param label the name of the labels field, {@code [1, height, width]}, that tells where it is
   * @throws IllegalArgumentException if an option is out of its range
   */
  public CutPaste {
    Box.requireArea(minimumArea, maximumArea);
    Require.between("ratio", ratio, 1, 100);
    Require.between("jitter", jitter, 0, 1);
  }

  /**
   * Returns the defect with these defaults, the paper's: 2 to 15 % of the image, a ratio up to 10 :
   * 3 and a jitter of 0.1, labelled in the field {@code "mask"}.
   *
   * @return the augmentation
   */
  public static CutPaste withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns another area.
   *
   * @param least the smallest share of the image, in [0, 1]
   * @param most the largest share of the image
   * @return the augmentation
   * @throws IllegalArgumentException if they are not in this range and order
   */
  public CutPaste withArea(double least, double most) {
    return new CutPaste(least, most, ratio, jitter, label);
  }

  /**
   * Returns another shape: long and thin ones are scars.
   *
   * @param newRatio the largest ratio of the longer to the shorter side, from 1 to 100
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in this range
   */
  public CutPaste withRatio(double newRatio) {
    return new CutPaste(minimumArea, maximumArea, newRatio, jitter, label);
  }

  /**
   * Returns another jitter of brightness.
   *
   * @param newJitter the largest change of the factor, in [0, 1]
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in this range
   */
  public CutPaste withJitter(double newJitter) {
    return new CutPaste(minimumArea, maximumArea, ratio, newJitter, label);
  }

  /**
   * Returns another label.
   *
   * @param newLabel the name of the labels field, {@code [1, height, width]}
   * @return the augmentation
   */
  public CutPaste withLabel(String newLabel) {
    return new CutPaste(minimumArea, maximumArea, ratio, jitter, newLabel);
  }

  @Override
  public SampleLayout layout(SampleLayout input) {
    return ImageAugmentation.super.layout(DefectLabel.require(input, label));
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    Box to = Box.draw(track, minimumArea, maximumArea, ratio, random);
    Box from = Box.placed(track, to.width(), to.height(), random);
    double factor = Draws.uniform(1 - jitter, 1 + jitter, random);
    if (track.role() == Track.Role.VALUES) {
      paste(track, from, to, factor);
    } else if (DefectLabel.is(track, label)) {
      to.fill(track, 1);
    }
  }

  private static void paste(Track track, Box from, Box to, double factor) {
    double[] values = track.values();
    double[] before = values.clone();
    for (int plane = 0; plane < values.length; plane += track.time()) {
      for (int y = 0; y < to.height(); y++) {
        int source = plane + (from.top() + y) * track.width() + from.left();
        int target = plane + (to.top() + y) * track.width() + to.left();
        for (int x = 0; x < to.width(); x++) {
          values[target + x] = ColorOps.unit(before[source + x] * factor);
        }
      }
    }
  }
}
