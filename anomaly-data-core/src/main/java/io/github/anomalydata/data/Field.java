package io.github.anomalydata.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One array of a sample: its name, the shape of its values without the batch dimension, the shape
 * of its mask, and the names of its classes.
 *
 * <p>Shapes follow Deeplearning4j: a series is {@code [channels, time]} with a mask {@code [time]},
 * an image {@code [channels, height, width]}, a feature vector or a target {@code [n]}.
 *
 * @param name the field's name, not blank, such as {@code "sensors"} or {@code "rul"}
 * @param shape the sizes of the values, each at least 1, without the batch dimension
 * @param maskShape the sizes of the mask, each at least 1; empty for a field without a mask
 * @param classes the names of the classes when the values are one-hot; empty otherwise
 */
public record Field(
    String name, List<Integer> shape, List<Integer> maskShape, List<String> classes) {
  private static final int MAX_LENGTH = Integer.MAX_VALUE - 8;

  /**
   * Checks the values.
   *
   * @param name the field's name, not blank, such as {@code "sensors"} or {@code "rul"}
   * @param shape the sizes of the values, each at least 1, without the batch dimension
   * @param maskShape the sizes of the mask, each at least 1; empty for a field without a mask
   * @param classes the names of the classes when the values are one-hot; empty otherwise
   * @throws IllegalArgumentException if the name is blank, a size is below 1, the shape is empty,
   *     an array would be too long, or the number of classes is not the number of values
   */
  public Field {
    shape = List.copyOf(shape);
    maskShape = List.copyOf(maskShape);
    classes = List.copyOf(classes);
    if (name.isBlank()) {
      throw new IllegalArgumentException("name: a field needs a name, got '" + name + "'");
    }
    if (shape.isEmpty()) {
      throw new IllegalArgumentException("shape of '" + name + "': at least one size, got []");
    }
    requireSizes("shape", name, shape);
    requireSizes("maskShape", name, maskShape);
    if (!classes.isEmpty() && classes.size() != product(shape)) {
      throw new IllegalArgumentException(
          "classes of '" + name + "': one for each of " + shape + ", got " + classes);
    }
  }

  /**
   * Returns a field without mask and classes.
   *
   * @param name the field's name
   * @param shape the sizes of the values without the batch dimension
   * @return the field
   */
  public static Field of(String name, int... shape) {
    return new Field(name, boxed(shape), List.of(), List.of());
  }

  /**
   * Returns a one-hot field, one value for each class.
   *
   * @param name the field's name
   * @param classes the names of the classes
   * @return the field, of shape {@code [classes]}
   */
  public static Field oneHot(String name, List<String> classes) {
    return new Field(name, List.of(classes.size()), List.of(), classes);
  }

  /**
   * Returns this field with a mask.
   *
   * @param sizes the sizes of the mask without the batch dimension, such as {@code time}
   * @return the masked field
   */
  public Field withMask(int... sizes) {
    return new Field(name, shape, boxed(sizes), classes);
  }

  /**
   * Tells whether samples carry a mask for this field.
   *
   * @return true if they do
   */
  public boolean isMasked() {
    return !maskShape.isEmpty();
  }

  /**
   * Returns the number of values of one sample.
   *
   * @return the product of the shape
   */
  public int length() {
    return product(shape);
  }

  /**
   * Returns the number of mask values of one sample.
   *
   * @return the product of the mask's shape; 0 without a mask
   */
  public int maskLength() {
    return isMasked() ? product(maskShape) : 0;
  }

  private static List<Integer> boxed(int[] sizes) {
    return Arrays.stream(Objects.requireNonNull(sizes, "sizes")).boxed().toList();
  }

  private static void requireSizes(String what, String name, List<Integer> sizes) {
    long length = 1;
    for (int size : sizes) {
      if (size < 1) {
        throw new IllegalArgumentException(
            what + " of '" + name + "': sizes of at least 1, got " + sizes);
      }
      length *= size;
      if (length > MAX_LENGTH) {
        throw new IllegalArgumentException(
            what + " of '" + name + "': at most " + MAX_LENGTH + " values, got " + sizes);
      }
    }
  }

  private static int product(List<Integer> sizes) {
    int product = 1;
    for (int size : sizes) {
      product *= size;
    }
    return product;
  }
}
