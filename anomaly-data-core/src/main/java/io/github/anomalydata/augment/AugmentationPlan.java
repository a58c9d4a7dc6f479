package io.github.anomalydata.augment;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.data.RandomStreams;
import io.github.anomalydata.data.SampleTransform;
import io.github.anomalydata.data.Source;
import io.github.anomalydata.data.batch.Batching;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is done to the samples of a training set, step by step: first those that add samples, such
 * as {@link Smote}, then those that change each one, such as an {@link Augmentation} or {@link
 * Mixup}.
 *
 * <p>In training, {@link #extend} makes the added samples once, and {@link #attach} has the others
 * drawn anew in each epoch.
 *
 * @param steps the steps, in order, at least one; of plans among them, the steps
 */
public record AugmentationPlan(List<AugmentationStep> steps) implements AugmentationStep {

  /**
   * Checks the steps.
   *
   * @param steps the steps, in order, at least one; of plans among them, the steps
   * @throws IllegalArgumentException if there are none, or one that adds samples comes after one
   *     that changes each
   */
  public AugmentationPlan {
    steps = steps.stream().flatMap(AugmentationPlan::steps).toList();
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("steps: at least one, got none");
    }
    boolean isChanging = false;
    for (AugmentationStep step : steps) {
      if (isChanging && !(step instanceof SampleTransform)) {
        throw new IllegalArgumentException(
            "steps: those that add samples before those that change each, got " + steps);
      }
      isChanging = step instanceof SampleTransform;
    }
  }

  private static Stream<AugmentationStep> steps(AugmentationStep step) {
    return step instanceof AugmentationPlan plan ? plan.steps.stream() : Stream.of(step);
  }

  /**
   * Returns the plan of some steps.
   *
   * @param steps the steps, in order, at least one
   * @return the plan
   * @throws IllegalArgumentException if there are none, or one that adds samples comes after one
   *     that changes each
   */
  public static AugmentationPlan of(AugmentationStep... steps) {
    return new AugmentationPlan(List.of(steps));
  }

  /**
   * Returns a view of a source with the samples that are added, and no others.
   *
   * @param source the source
   * @param seed the seed
   * @return the view; the source itself if no step adds any
   * @throws IllegalArgumentException if the samples of the source do not fit such a step
   * @throws IOException if a sample cannot be read
   */
  public Source extend(Source source, long seed) throws IOException {
    Source extended = source;
    for (int i = 0; i < steps.size(); i++) {
      if (!(steps.get(i) instanceof SampleTransform)) {
        extended = steps.get(i).over(extended, seed(seed, i));
      }
    }
    return extended;
  }

  /**
   * Returns a batching with the steps that change each sample, drawn anew in each epoch.
   *
   * @param batching the batching
   * @param seed the seed
   * @return the batching with one more transform for each such step
   */
  public Batching attach(Batching batching, long seed) {
    Batching attached = batching;
    for (AugmentationStep step : steps) {
      if (step instanceof SampleTransform transform) {
        attached = attached.withTransform(transform, seed);
      }
    }
    return attached;
  }

  /**
   * Returns a view of a source with all steps: every reading of a sample gives the same.
   *
   * @throws IllegalArgumentException if the samples of the source do not fit
   */
  @Override
  public Source over(Source source, long seed) throws IOException {
    Source stepped = source;
    for (int i = 0; i < steps.size(); i++) {
      stepped = steps.get(i).over(stepped, seed(seed, i));
    }
    return stepped;
  }

  /** A single step has the seed itself, as if it stood alone. */
  private static long seed(long seed, int step) {
    return step == 0 ? seed : RandomStreams.seed(seed, step);
  }

  /**
   * Saves the plan as JSON; see {@link AugmentationTypes} for steps of other packages.
   *
   * @param file the file, replaced if it exists
   * @throws IllegalArgumentException if a step is not of this package: nobody could load it
   * @throws IOException if the file cannot be written
   */
  public void save(Path file) throws IOException {
    AugmentationTypes.ofSeries().save(this, file);
  }

  /**
   * Loads a plan; see {@link AugmentationTypes} for steps of other packages.
   *
   * @param file a file that holds a plan, or a single step
   * @return the plan
   * @throws DataFileException if the file is not a plan or a step of this version, holds anything
   *     that is not known, or an option breaks its rule
   * @throws IOException if the file cannot be read
   */
  public static AugmentationPlan load(Path file) throws IOException {
    return AugmentationTypes.ofSeries().loadPlan(file);
  }
}
