package io.github.anomalydata.augment;

import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleMix;
import io.github.anomalydata.data.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Mixes each sample of a batch with another one, and its labels in the same proportion.
 *
 * <p>The result is {@code lambda * sample + (1 - lambda) * partner}, with {@code lambda} from the
 * distribution Beta(alpha, alpha), drawn for each sample, and partners that are a random order of
 * the batch; a sample may be its own partner. Labels become soft: regression targets and one-hot
 * classes are mixed alike. Attached to batches with {@link
 * io.github.anomalydata.data.batch.Batching#withTransform}, the partner is any sample of the
 * source. After H. Zhang et al., "mixup: beyond empirical risk minimization", ICLR 2018.
 *
 * @param alpha the parameter of the distribution, in [0.01, 1]: the smaller, the less is mixed
 */
public record Mixup(double alpha) implements SampleMix, AugmentationStep {
  private static final Mixup DEFAULT = new Mixup(0.2);

  /**
   * Checks the options.
   *
   * @param alpha the parameter of the distribution, in [0.01, 1]: the smaller, the less is mixed
   * @throws IllegalArgumentException if alpha is not in [0.01, 1]
   */
  public Mixup {
    Rules.between(Partners.MIN_ALPHA, 1, "alpha", alpha);
  }

  /**
   * Returns the mixup with these defaults: alpha 0.2.
   *
   * @return the mixup
   */
  public static Mixup withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns a mixup with another alpha.
   *
   * @param newAlpha the parameter of the distribution, in [0.01, 1]
   * @return the mixup
   * @throws IllegalArgumentException if it is not in [0.01, 1]
   */
  public Mixup withAlpha(double newAlpha) {
    return new Mixup(newAlpha);
  }

  /**
   * Returns a view of a source whose samples are mixed with others, the same ones at each reading.
   */
  @Override
  public Source over(Source source, long seed) {
    return source.withTransform(this, seed);
  }

  /**
   * Draws partners and proportions, to be applied to the data and to the labels of a batch.
   *
   * @param samples the number of samples of the batch, at least 1
   * @param random the generator
   * @return the draw
   * @throws IllegalArgumentException if the number is below 1
   */
  public Blend draw(int samples, RandomGenerator random) {
    List<Integer> partners = Partners.draw(samples, random);
    List<Double> lambdas = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      lambdas.add(Partners.lambda(alpha, random));
    }
    return new Blend(partners, lambdas);
  }

  /**
   * Mixes all fields of two samples in one proportion; a value counts if it does in both that have
   * a share.
   */
  @Override
  public Sample mix(Sample sample, Sample partner, RandomGenerator random) {
    double lambda = Partners.lambda(alpha, random);
    return Mixing.mix(
        sample.key(),
        sample,
        partner,
        (field, own, other, isMask) -> Mixing.blend(lambda, own, other, isMask));
  }
}
