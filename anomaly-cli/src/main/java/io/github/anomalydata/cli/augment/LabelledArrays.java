package io.github.anomalydata.cli.augment;

import io.github.anomalydata.augment.Augmentation;
import io.github.anomalydata.augment.AugmentationStep;
import io.github.anomalydata.augment.Blend;
import io.github.anomalydata.augment.Cut;
import io.github.anomalydata.augment.CutMix;
import io.github.anomalydata.augment.Draw;
import io.github.anomalydata.augment.Mixup;
import io.github.anomalydata.augment.Smote;
import io.github.anomalydata.augment.Track;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A batch of series {@code [n, channels, time]} or images {@code [n, channels, height, width]} and
 * its labels, while one step after another is applied to it.
 *
 * <p>Labels of the rank of the samples move with them; others are one value or vector for each
 * sample, which mixtures mix and SMOTE reads as a class.
 */
final class LabelledArrays {
  private double[] values;
  private int[] shape;
  private double[] labels;

  /** The shape of the labels; empty if there are none. */
  private int[] labelShape;

  private LabelledArrays(double[] values, int[] shape, double[] labels, int[] labelShape) {
    this.values = values;
    this.shape = shape.clone();
    this.labels = labels;
    this.labelShape = labelShape.clone();
  }

  static LabelledArrays of(double[] values, int[] shape) {
    return new LabelledArrays(values, shape, new double[0], new int[0]);
  }

  LabelledArrays withLabels(double[] newLabels, int... newShape) {
    boolean isStepped = newShape.length == shape.length;
    boolean fits =
        newShape.length > 0
            && newShape[0] == shape[0]
            && newLabels.length > 0
            && (newShape.length <= 2
                || (isStepped
                    && Arrays.equals(newShape, 2, newShape.length, shape, 2, shape.length)));
    if (!fits) {
      throw new IllegalArgumentException(
          "--labels: of shape ["
              + shape[0]
              + "], ["
              + shape[0]
              + ", n] or "
              + Arrays.toString(shape)
              + " with any channels, got "
              + Arrays.toString(newShape));
    }
    return new LabelledArrays(values, shape, newLabels, newShape);
  }

  double[] values() {
    return values;
  }

  int[] shape() {
    return shape.clone();
  }

  double[] labels() {
    return labels;
  }

  int[] labelShape() {
    return labelShape.clone();
  }

  /** Applies a step; the array of the caller stays as it is. */
  void apply(AugmentationStep step, RandomGenerator random) {
    if (step instanceof Augmentation augmentation) {
      augment(augmentation, random);
    } else if (step instanceof Mixup mixup) {
      requirePartners(step);
      Blend blend = mixup.draw(shape[0], random);
      values = blend.apply(values);
      labels = hasLabels() ? blend.apply(labels) : labels;
    } else if (step instanceof CutMix cutMix) {
      requireRank(2, step);
      requirePartners(step);
      Cut cut = cutMix.draw(shape[0], shape[2], random);
      values = cut.apply(values);
      if (hasLabels()) {
        labels = isStepped() ? cut.apply(labels) : cut.blend().apply(labels);
      }
    } else if (step instanceof Smote smote) {
      addSamples(smote, random);
    } else {
      throw new IllegalArgumentException("--config: steps of arrays in files, got " + step);
    }
  }

  private boolean hasLabels() {
    return labelShape.length > 0;
  }

  private boolean isStepped() {
    return labelShape.length == shape.length;
  }

  private void requirePartners(AugmentationStep step) {
    if (shape[0] < 2) {
      throw new IllegalArgumentException(
          "IN: at least two samples to mix for " + step + ", got " + Arrays.toString(shape));
    }
  }

  private void requireRank(int rank, AugmentationStep step) {
    if (shape.length != rank + 1) {
      throw new IllegalArgumentException(
          "IN: "
              + (rank == 2
                  ? "series [batch, channels, time]"
                  : "images [batch, channels, height, width]")
              + " for "
              + step
              + ", got "
              + Arrays.toString(shape));
    }
  }

  private void augment(Augmentation augmentation, RandomGenerator random) {
    if (!augmentation.changes(shape.length - 1)) {
      requireRank(5 - (shape.length - 1), augmentation);
    }
    Draw draw = Draw.of(shape[0], random);
    values = augment(augmentation, values, shape, Track.Role.VALUES, draw);
    if (hasLabels() && isStepped()) {
      labels = augment(augmentation, labels, labelShape, Track.Role.LABELS, draw);
    }
    if (shape.length == 3) {
      int time = augmentation.time(shape[2]);
      if (hasLabels() && isStepped()) {
        labelShape[2] = time;
      }
      shape[2] = time;
    }
  }

  private static double[] augment(
      Augmentation augmentation, double[] values, int[] shape, Track.Role role, Draw draw) {
    if (shape.length == 3) {
      return augmentation.apply(values, shape[1], shape[2], role, draw);
    }
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    float[] augmented = augmentation.apply(floats, shape[1], shape[2], shape[3], role, draw);
    double[] wide = new double[augmented.length];
    Arrays.setAll(wide, i -> augmented[i]);
    return wide;
  }

  private void addSamples(Smote smote, RandomGenerator random) {
    if (labelShape.length != 2 || labelShape[1] < 2) {
      throw new IllegalArgumentException(
          "--labels: one-hot classes [batch, classes] for "
              + smote
              + ", got "
              + (hasLabels() ? Arrays.toString(labelShape) : "none"));
    }
    int classes = labelShape[1];
    List<List<Integer>> members = members(classes);
    int largest = members.stream().mapToInt(List::size).max().orElseThrow();
    int wanted = (int) Math.ceil(smote.ratio() * largest);
    for (int number = 0; number < classes; number++) {
      List<Integer> rare = members.get(number);
      int missing = rare.isEmpty() ? 0 : wanted - rare.size();
      if (missing > 0) {
        if (rare.size() == 1) {
          throw new IllegalArgumentException(
              "--labels: at least two samples of a class that is to grow, got one of class "
                  + number);
        }
        append(smote.apply(rows(rare), rare.size(), missing, random), number, missing);
      }
    }
  }

  private List<List<Integer>> members(int classes) {
    List<List<Integer>> members = new ArrayList<>();
    for (int number = 0; number < classes; number++) {
      members.add(new ArrayList<>());
    }
    for (int i = 0; i < shape[0]; i++) {
      double[] label = Arrays.copyOfRange(labels, i * classes, (i + 1) * classes);
      int ones = 0;
      int zeros = 0;
      int found = 0;
      for (int number = 0; number < classes; number++) {
        ones += label[number] == 1 ? 1 : 0;
        zeros += label[number] == 0 ? 1 : 0;
        found = label[number] == 1 ? number : found;
      }
      if (ones != 1 || zeros != classes - 1) {
        throw new IllegalArgumentException(
            "--labels: one-hot classes, got " + Arrays.toString(label) + " of sample " + i);
      }
      members.get(found).add(i);
    }
    return members;
  }

  private double[] rows(List<Integer> chosen) {
    int length = values.length / shape[0];
    double[] rows = new double[chosen.size() * length];
    for (int i = 0; i < chosen.size(); i++) {
      System.arraycopy(values, chosen.get(i) * length, rows, i * length, length);
    }
    return rows;
  }

  private void append(double[] rows, int number, int count) {
    int before = values.length;
    values = Arrays.copyOf(values, before + rows.length);
    System.arraycopy(rows, 0, values, before, rows.length);
    int at = labels.length;
    labels = Arrays.copyOf(labels, at + count * labelShape[1]);
    for (int i = 0; i < count; i++) {
      labels[at + i * labelShape[1] + number] = 1;
    }
    shape[0] += count;
    labelShape[0] += count;
  }
}
