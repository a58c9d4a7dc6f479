package io.github.anomalydata.augment;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.SampleTransform;
import io.github.anomalydata.data.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A random change of a series or an image that leaves what it shows the same: its labels and masks
 * move with it.
 *
 * <p>Augmentations are immutable and pure. The same generator state gives the same bytes on every
 * machine; no global generator is touched. From the caller's generator one long is taken for each
 * sample, its seed, and everything done to the sample is a function of it: a batch is augmented as
 * its samples one by one are, and a {@link Draw} that is kept is applied once more to other data.
 *
 * <p>As a {@link SampleTransform} it is attached to batches with {@link
 * io.github.anomalydata.data.batch.Batching#withTransform}. It changes the features of shape {@code
 * [channels, time]}, or {@code [channels, height, width]} if it {@linkplain #changes is one of}
 * images, and moves their masks, and labels of that rank with theirs, in step; fields of other
 * shapes stay as they are. The first field gets what an array gets from the same draw.
 */
public interface Augmentation extends SampleTransform, AugmentationStep {

  /**
   * Changes one array of a sample. Called for each array with a generator in the same state; so
   * what is drawn must depend on nothing else, or time would not move alike in all of them.
   *
   * @param track the array, whose values are overwritten
   * @param random the generator of this sample and augmentation
   */
  void transform(Track track, RandomGenerator random);

  /**
   * Tells whether arrays of a rank are changed; others stay as they are.
   *
   * @param rank the number of dimensions of an array of one sample: 2 of a series {@code [channels,
   *     time]}, 3 of an image {@code [channels, height, width]}
   * @return by default, true for series only
   */
  default boolean changes(int rank) {
    return rank == 2;
  }

  /**
   * Returns the number of steps the augmentation makes of a series, and refuses series that its
   * options do not fit.
   *
   * <p>It is asked when the augmentation is attached to a source or to an iterator, and at the
   * beginning of each call, for every series that will be changed; what it accepts, no draw
   * refuses.
   *
   * @param time the number of steps of the series
   * @return the number of steps of the result, whatever is drawn; by default the same
   * @throws IllegalArgumentException if an option asks for more than so many steps have, such as a
   *     time warp of more knots than steps, or the result would depend on the draw
   */
  default int time(int time) {
    return time;
  }

  /**
   * Returns the augmented sample.
   *
   * @param sample the sample
   * @param random the generator, of which one long is taken
   * @return a sample of the {@link #layout}; arrays that stay as they are, are shared
   * @throws IllegalArgumentException if no features field has the shape {@code [channels, time]},
   *     or the augmentation needs a field that is not there
   */
  @Override
  default Sample apply(Sample sample, RandomGenerator random) {
    SampleLayout layout = layout(sample.layout());
    return Tracks.apply(this, sample, layout, random.nextLong());
  }

  /**
   * Returns the layout.
   *
   * @param input the layout of the samples that go in
   * @return the same layout, but for the steps of its series if {@link #time} changes them
   * @throws IllegalArgumentException if no features field has the shape {@code [channels, time]},
   *     or the augmentation needs a field that is not there
   */
  @Override
  default SampleLayout layout(SampleLayout input) {
    return Tracks.layout(this, input);
  }

  /**
   * Returns a view of a source whose samples are augmented, with the draws of a first epoch.
   *
   * @throws IllegalArgumentException if no features field has the shape {@code [channels, time]},
   *     or the augmentation needs a field that is not there
   */
  @Override
  default Source over(Source source, long seed) {
    return source.withTransform(this, seed);
  }

  /**
   * Returns augmented series, each with a draw of its own.
   *
   * @param batch the series {@code [batch, channels, time]}, or for an augmentation of images the
   *     images {@code [batch, channels, height, width]}, float or double
   * @param random the generator, of which one long is taken for each series
   * @return a new array of the same type and shape, but for {@link #time}
   * @throws IllegalArgumentException if the array is empty or of another rank or type
   */
  default INDArray apply(INDArray batch, RandomGenerator random) {
    return apply(
        batch,
        Track.Role.VALUES,
        Draw.of(Tracks.requireBatch(this, batch, Track.Role.VALUES), random));
  }

  /**
   * Applies a draw to data, or to the labels or masks of the data it was applied to.
   *
   * @param batch the data or labels {@code [batch, channels, time]}, or masks {@code [batch,
   *     time]}, float or double
   * @param role what they are
   * @param draw what was drawn, one seed for each row
   * @return a new array of the same type and shape, but for {@link #time}
   * @throws IllegalArgumentException if the array is empty, of another rank or type, or has another
   *     number of rows than the draw
   */
  default INDArray apply(INDArray batch, Track.Role role, Draw draw) {
    return Tracks.apply(this, batch, role, draw);
  }

  /**
   * Applies a draw to data whose steps do not all count: those that do not are no part of the
   * statistics of a channel, which say how strong noise is. Their mask is augmented by {@link
   * #apply(INDArray, Track.Role, Draw)}, with the same draw.
   *
   * @param batch the data, {@code [batch, channels, time]}, float or double
   * @param mask ones where they count, {@code [batch, time]} or {@code [batch, channels, time]}
   * @param draw what was drawn, one seed for each row
   * @return a new array of the same type and shape, but for {@link #time}
   * @throws IllegalArgumentException if an array is empty, of another rank, shape or type, or has
   *     another number of rows than the draw
   */
  default INDArray apply(INDArray batch, INDArray mask, Draw draw) {
    return Tracks.apply(this, batch, mask, draw);
  }

  /**
   * Returns augmented series, each with a draw of its own.
   *
   * @param values the series, {@code [batch, channels, time]}
   * @param channels the number of channels
   * @param time the number of steps
   * @param random the generator, of which one long is taken for each series
   * @return a new array of the same shape, but for {@link #time}
   * @throws IllegalArgumentException if the values are no whole series, or none
   */
  default double[] apply(double[] values, int channels, int time, RandomGenerator random) {
    int samples = Tracks.rows(values.length, channels, time);
    return apply(values, channels, time, Track.Role.VALUES, Draw.of(samples, random));
  }

  /**
   * Applies a draw to data, or to the labels or masks of the data it was applied to.
   *
   * @param values the data, labels or masks, {@code [batch, channels, time]}
   * @param channels the number of channels; 1 for masks of steps
   * @param time the number of steps
   * @param role what they are
   * @param draw what was drawn, one seed for each row
   * @return a new array of the same shape, but for {@link #time}
   * @throws IllegalArgumentException if the values are no whole series, none, or another number of
   *     rows than the draw has
   */
  default double[] apply(double[] values, int channels, int time, Track.Role role, Draw draw) {
    Tracks.requireRows(Tracks.rows(values.length, channels, time), draw);
    return Tracks.apply(this, values, channels, time, role, draw);
  }

  /**
   * Applies a draw to data whose steps do not all count.
   *
   * @param values the data, {@code [batch, channels, time]}
   * @param mask ones where they count, {@code [batch, time]} or {@code [batch, channels, time]}
   * @param channels the number of channels
   * @param time the number of steps
   * @param draw what was drawn, one seed for each row
   * @return a new array of the same shape, but for {@link #time}
   * @throws IllegalArgumentException if the values are no whole series, none, or another number of
   *     rows than the draw has, or the mask has another length
   */
  default double[] apply(double[] values, double[] mask, int channels, int time, Draw draw) {
    Tracks.requireRows(Tracks.rows(values.length, channels, time), draw);
    return Tracks.apply(this, values, mask, channels, time, draw);
  }

  /**
   * Returns augmented series in single precision, each with a draw of its own.
   *
   * @param values the series, {@code [batch, channels, time]}
   * @param channels the number of channels
   * @param time the number of steps
   * @param random the generator, of which one long is taken for each series
   * @return a new array of the same shape, but for {@link #time}: that of double precision, rounded
   *     once at the end
   * @throws IllegalArgumentException if the values are no whole series, or none
   */
  default float[] apply(float[] values, int channels, int time, RandomGenerator random) {
    int samples = Tracks.rows(values.length, channels, time);
    return apply(values, channels, time, Track.Role.VALUES, Draw.of(samples, random));
  }

  /**
   * Applies a draw in single precision to data, or to the labels or masks of the data it was
   * applied to.
   *
   * @param values the data, labels or masks, {@code [batch, channels, time]}
   * @param channels the number of channels; 1 for masks of steps
   * @param time the number of steps
   * @param role what they are
   * @param draw what was drawn, one seed for each row
   * @return a new array of the same shape, but for {@link #time}
   * @throws IllegalArgumentException if the values are no whole series, none, or another number of
   *     rows than the draw has
   */
  default float[] apply(float[] values, int channels, int time, Track.Role role, Draw draw) {
    Tracks.requireRows(Tracks.rows(values.length, channels, time), draw);
    return Tracks.apply(this, values, channels, time, role, draw);
  }

  /**
   * Applies a draw in single precision to data whose steps do not all count.
   *
   * @param values the data, {@code [batch, channels, time]}
   * @param mask ones where they count, {@code [batch, time]} or {@code [batch, channels, time]}
   * @param channels the number of channels
   * @param time the number of steps
   * @param draw what was drawn, one seed for each row
   * @return a new array of the same shape, but for {@link #time}
   * @throws IllegalArgumentException if the values are no whole series, none, or another number of
   *     rows than the draw has, or the mask has another length
   */
  default float[] apply(float[] values, float[] mask, int channels, int time, Draw draw) {
    Tracks.requireRows(Tracks.rows(values.length, channels, time), draw);
    return Tracks.apply(this, values, mask, channels, time, draw);
  }

  /**
   * Applies a draw in single precision to images, or to the labels or masks of the images it was
   * applied to.
   *
   * @param values the images, labels or masks, {@code [batch, channels, height, width]}
   * @param channels the number of channels
   * @param height the number of rows
   * @param width the number of columns
   * @param role what they are
   * @param draw what was drawn, one seed for each image
   * @return a new array of the same shape
   * @throws IllegalArgumentException if the values are no whole images, none, or another number of
   *     them than the draw has, or the augmentation is none of images
   */
  default float[] apply(
      float[] values, int channels, int height, int width, Track.Role role, Draw draw) {
    return Tracks.apply(this, values, channels, height, width, role, draw);
  }

  /**
   * Returns an augmentation that happens to some samples only.
   *
   * @param probability the probability that it happens to a sample, in [0, 1]
   * @return the augmentation
   * @throws IllegalArgumentException if the probability is not in [0, 1]
   */
  default Augmentation withProbability(double probability) {
    return new Sometimes(this, probability);
  }

  /**
   * Saves the augmentation as JSON; see {@link AugmentationTypes} for those of other packages.
   *
   * @param file the file, replaced if it exists
   * @throws IllegalArgumentException if it is, or is composed of, one that is not of this package:
   *     nobody could load it
   * @throws IOException if the file cannot be written
   */
  default void save(Path file) throws IOException {
    AugmentationTypes.ofSeries().save(this, file);
  }

  /**
   * Loads an augmentation that was saved; see {@link AugmentationTypes} for those of other
   * packages.
   *
   * @param file the file
   * @return the augmentation
   * @throws DataFileException if the file is not an augmentation of this version, holds anything
   *     that is not known, or an option breaks its rule
   * @throws IOException if the file cannot be read
   */
  static Augmentation load(Path file) throws IOException {
    return AugmentationTypes.ofSeries().load(file);
  }
}
