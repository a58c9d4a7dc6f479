package io.github.anomalydata.augment;

import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.SampleMix;
import io.github.anomalydata.internal.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Replaces a stretch of each series of a batch by that of another one, and mixes the labels in the
 * same proportion.
 *
 * <p>A share {@code 1 - lambda} of the steps, rounded, comes from the partner, with {@code lambda}
 * from the distribution Beta(alpha, alpha), drawn for each series; it begins anywhere, each place
 * as likely. Partners are a random order of the batch; a series may be its own partner. After S.
 * Yun et al., "CutMix: regularization strategy to train strong classifiers with localizable
 * features", ICCV 2019.
 *
 * @param alpha the parameter of the distribution, in [0.01, 1]; with 1 every share is as likely
 */
public record CutMix(double alpha) implements SampleMix {
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
   * Draws partners and stretches, to be applied to the data and to the labels of a batch.
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
      int length = length(1 - Partners.lambda(alpha, random), time);
      int start = (int) (random.nextDouble() * (time - length + 1));
      starts.add(start);
      ends.add(start + length);
    }
    return new Cut(partners, starts, ends, time);
  }

  /**
   * Replaces the same stretch of all series of a sample, of their masks and of the labels {@code
   * [n, time]}, and mixes the other fields by the share of steps of the first series that stay.
   *
   * @throws IllegalArgumentException if no features field has the shape {@code [channels, time]}
   */
  @Override
  public Sample mix(Sample sample, Sample partner, RandomGenerator random) {
    List<Field> fields = layout(sample.layout()).fields();
    double share = 1 - Partners.lambda(alpha, random);
    double place = random.nextDouble();
    int first = 0;
    while (!Tracks.isSeries(fields.get(first))) {
      first++;
    }
    int time = fields.get(first).shape().get(1);
    double lambda = 1 - (double) length(share, time) / time;
    return Mixing.mix(
        sample.key(),
        sample,
        partner,
        (field, own, other, isMask) ->
            isOfSteps(fields.get(field), isMask)
                ? cut(fields.get(field).shape().get(1), share, place, own, other)
                : Mixing.blend(lambda, own, other, isMask));
  }

  /**
   * Returns the layout.
   *
   * @param input the layout of the samples that go in
   * @return the same layout
   * @throws IllegalArgumentException if no features field has the shape {@code [channels, time]}
   */
  @Override
  public SampleLayout layout(SampleLayout input) {
    return Tracks.requireSeries(input);
  }

  private static boolean isOfSteps(Field field, boolean isMask) {
    return Tracks.isSeries(field) && (!isMask || Tracks.hasMaskOfSteps(field));
  }

  private static float[] cut(int time, double share, double place, float[] own, float[] partner) {
    int length = length(share, time);
    int start = (int) (place * (time - length + 1));
    return Mixing.cut(time, start, start + length, own, partner);
  }

  private static int length(double share, int time) {
    return (int) Math.floor(share * time + 0.5);
  }
}
