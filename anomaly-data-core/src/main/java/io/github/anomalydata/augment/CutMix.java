package io.github.anomalydata.augment;

import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.SampleMix;
import io.github.anomalydata.data.Source;
import io.github.anomalydata.internal.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Replaces a stretch of each series of a batch, or a rectangle of each image, by that of another
 * one, and mixes the labels in the same proportion.
 *
 * <p>A share {@code 1 - lambda} of the steps, rounded, comes from the partner, with {@code lambda}
 * from the distribution Beta(alpha, alpha), drawn for each series; it begins anywhere, each place
 * as likely. Of an image it is a rectangle of the image's shape, whose sides are {@code sqrt(1 -
 * lambda)} of the image's, rounded; labels are mixed by the pixels it has. It lies within the
 * image, where the paper, and torchvision's {@code CutMix}, cut off what is beyond. Partners are a
 * random order of the batch; a sample may be its own partner. After S. Yun et al., "CutMix:
 * regularization strategy to train strong classifiers with localizable features", ICCV 2019.
 *
 * @param alpha the parameter of the distribution, in [0.01, 1]; with 1 every share is as likely
 */
public record CutMix(double alpha) implements SampleMix, AugmentationStep {
  private static final CutMix DEFAULT = new CutMix(1);

  /**
   * Checks the options.
   *
   * @param alpha the parameter of the distribution, in [0.01, 1]; with 1 every share is as likely
   * @throws IllegalArgumentException if alpha is not in [0.01, 1]
   */
  public CutMix {
    Rules.between(Partners.MIN_ALPHA, 1, "alpha", alpha);
  }

  /**
   * Returns the augmentation with these defaults: alpha 1.
   *
   * @return the augmentation
   */
  public static CutMix withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns this augmentation with another alpha.
   *
   * @param newAlpha the parameter of the distribution, in [0.01, 1]
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in [0.01, 1]
   */
  public CutMix withAlpha(double newAlpha) {
    return new CutMix(newAlpha);
  }

  /**
   * Returns a view of a source whose samples have a stretch of others, the same ones at each
   * reading.
   *
   * @throws IllegalArgumentException if no features field has the shape {@code [channels, time]}
   */
  @Override
  public Source over(Source source, long seed) {
    return source.withTransform(this, seed);
  }

  /**
   * Draws partners and stretches, to be applied to the series and to the labels of a batch.
   *
   * @param samples the number of series of the batch, at least 1
   * @param time the number of steps of a series, at least 1
   * @param random the generator
   * @return the draw
   * @throws IllegalArgumentException if a number is below 1
   */
  public Cut draw(int samples, int time, RandomGenerator random) {
    Require.atLeast("time", time, 1);
    List<Integer> partners = Partners.draw(samples, random);
    List<Integer> starts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      Rectangle stretch = CutPlace.draw(alpha, random).in(time);
      starts.add(stretch.left());
      ends.add(stretch.left() + stretch.width());
    }
    return new Cut(partners, starts, ends, time);
  }

  /**
   * Draws partners and rectangles, to be applied to the images and to the labels of a batch.
   *
   * @param samples the number of images of the batch, at least 1
   * @param height the number of rows of an image, at least 1
   * @param width the number of columns of an image, at least 1
   * @param random the generator
   * @return the draw
   * @throws IllegalArgumentException if a number is below 1
   */
  public RectangleCut draw(int samples, int height, int width, RandomGenerator random) {
    Require.atLeast("height", height, 1);
    Require.atLeast("width", width, 1);
    List<Integer> partners = Partners.draw(samples, random);
    List<Rectangle> rectangles = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      rectangles.add(CutPlace.drawRectangle(alpha, random).in(height, width));
    }
    return new RectangleCut(partners, rectangles, height, width);
  }

  /**
   * Replaces the same stretch of all series and the same rectangle of all images of a sample, of
   * their masks and of the labels {@code [n, time]} and {@code [n, height, width]}, and mixes the
   * other fields by the share of the first series or image that stays.
   *
   * @throws IllegalArgumentException if no features field has the shape {@code [channels, time]} or
   *     {@code [channels, height, width]}
   */
  @Override
  public Sample mix(Sample sample, Sample partner, RandomGenerator random) {
    List<Field> fields = layout(sample.layout()).fields();
    CutPlace place = CutPlace.drawRectangle(alpha, random);
    int first = 0;
    while (!isCut(fields.get(first))) {
      first++;
    }
    double lambda = place.kept(fields.get(first).shape());
    return Mixing.mix(
        sample.key(),
        sample,
        partner,
        (field, own, other, isMask) ->
            isCut(fields.get(field)) && (!isMask || Tracks.hasMaskOfSteps(fields.get(field)))
                ? place.cut(fields.get(field).shape(), own, other)
                : Mixing.blend(lambda, own, other, isMask));
  }

  /**
   * Returns the layout.
   *
   * @param input the layout of the samples that go in
   * @return the same layout
   * @throws IllegalArgumentException if no features field has the shape {@code [channels, time]} or
   *     {@code [channels, height, width]}
   */
  @Override
  public SampleLayout layout(SampleLayout input) {
    if (input.features().stream().noneMatch(CutMix::isCut)) {
      throw new IllegalArgumentException(
          "features: at least one of shape [channels, time] or [channels, height, width], got "
              + input.features());
    }
    return input;
  }

  private static boolean isCut(Field field) {
    return field.shape().size() == 2 || field.shape().size() == 3;
  }
}
