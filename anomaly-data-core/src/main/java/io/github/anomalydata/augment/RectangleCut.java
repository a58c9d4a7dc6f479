package io.github.anomalydata.augment;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A rectangle of each image of a batch that comes from its partner.
 *
 * <p>Applied to images, and to labels and masks that have their pixels. Labels without pixels are
 * mixed in proportion, by {@link #blend()}.
 *
 * @param partners the number of the partner of each image, each number once
 * @param rectangles the pixels of each image that come from the partner
 * @param height the number of rows of an image
 * @param width the number of columns of an image
 */
public record RectangleCut(
    List<Integer> partners, List<Rectangle> rectangles, int height, int width) {
  private static final JsonDocument<RectangleCut> DOCUMENT =
      JsonDocument.of("anomaly-data/augmentation-rectangle-cut", 1, RectangleCut.class);

  /**
   * Checks the values.
   *
   * @param partners the number of the partner of each image, each number once
   * @param rectangles the pixels of each image that come from the partner
   * @param height the number of rows of an image, at least 1
   * @param width the number of columns of an image, at least 1
   * @throws IllegalArgumentException if the partners are no order of all images, there is not one
   *     rectangle within the image for each, or a size is below 1 or too large for an array
   */
  public RectangleCut {
    partners = List.copyOf(partners);
    rectangles = List.copyOf(rectangles);
    Require.atLeast("height", height, 1);
    Require.atLeast("width", width, 1);
    Rules.between(1, Integer.MAX_VALUE, "height * width", (double) height * width);
    Partners.require(partners);
    Partners.requireSize("rectangles", partners, rectangles);
    for (Rectangle rectangle : rectangles) {
      if (!rectangle.fits(height, width)) {
        throw new IllegalArgumentException(
            "rectangles: within " + width + " x " + height + " pixels, got " + rectangle);
      }
    }
  }

  /**
   * Returns how labels without pixels are mixed: by the share of pixels that are the image's own.
   *
   * @return the weighted means
   */
  public Blend blend() {
    return new Blend(
        partners,
        rectangles.stream().map(r -> 1 - (double) r.area() / ((double) height * width)).toList());
  }

  /**
   * Returns images, labels or masks whose rectangle comes from the partner.
   *
   * @param batch images, labels or masks, {@code [batch, ..., height, width]}, float or double
   * @return a new array of the same shape and type
   * @throws IllegalArgumentException if the array is empty, of another type, or has another number
   *     of images, rows or columns
   */
  public INDArray apply(INDArray batch) {
    if (batch.rank() < 3 || batch.size(-2) != height || batch.size(-1) != width) {
      throw new IllegalArgumentException(
          "batch: last axes of "
              + height
              + " rows and "
              + width
              + " columns, got shape "
              + Arrays.toString(batch.shape()));
    }
    return Partners.mix(partners, batch, 1, this::cut);
  }

  /**
   * Returns images, labels or masks whose rectangle comes from the partner.
   *
   * @param values images, labels or masks, {@code [batch, ..., height, width]}
   * @return a new array of the same shape
   * @throws IllegalArgumentException if the values are none, or no whole planes for each image
   */
  public double[] apply(double[] values) {
    return Partners.mix(partners, values, height * width, this::cut);
  }

  /**
   * Returns images, labels or masks whose rectangle comes from the partner, in single precision.
   *
   * @param values images, labels or masks, {@code [batch, ..., height, width]}
   * @return a new array of the same shape
   * @throws IllegalArgumentException if the values are none, or no whole planes for each image
   */
  public float[] apply(float[] values) {
    return Partners.mix(partners, values, height * width, this::cut);
  }

  private void cut(int row, double[] values, int own, int partner, int length, double[] mixed) {
    System.arraycopy(values, own, mixed, own, length);
    Rectangle rectangle = rectangles.get(row);
    for (int plane = 0; plane < length; plane += height * width) {
      for (int y = 0; y < rectangle.height(); y++) {
        int at = plane + (rectangle.top() + y) * width + rectangle.left();
        System.arraycopy(values, partner + at, mixed, own + at, rectangle.width());
      }
    }
  }

  /**
   * Saves what was drawn as JSON, to be replayed by another program.
   *
   * @param file the file, replaced if it exists
   * @throws IOException if the file cannot be written
   */
  public void save(Path file) throws IOException {
    DOCUMENT.write(file, this);
  }

  /**
   * Loads what was saved.
   *
   * @param file the file
   * @return what was drawn
   * @throws DataFileException if the file is not such a document of this version, or breaks a rule
   * @throws IOException if the file cannot be read
   */
  public static RectangleCut load(Path file) throws IOException {
    return DOCUMENT.read(file);
  }
}
