package io.github.anomalydata.image;

import io.github.anomalydata.internal.ParallelRows;
import io.github.anomalydata.internal.Require;
import java.util.concurrent.Executor;

/**
 * Changes the size of images and masks, bit for bit as Pillow's {@code Image.resize} does.
 *
 * <p>Images are resampled in one direction, rounded to 8 bits, then in the other, in the
 * {@linkplain PassOrder order} that Pillow's version has; a pass that changes nothing is left out.
 * Masks take the {@linkplain ResizeFilter#NEAREST nearest} pixel, whatever the filter, and so stay
 * zeros and ones. The time is proportional to the pixels times the taps of the filter, the memory
 * to the two images.
 *
 * <p>Immutable, and shared by threads.
 */
public final class Resize {
  private final ImageSize size;
  private final int shorterSide;
  private final ResizeFilter filter;
  private final PassOrder order;
  private final ParallelRows rows;

  private Resize(
      ImageSize size, int shorterSide, ResizeFilter filter, PassOrder order, ParallelRows rows) {
    this.size = size;
    this.shorterSide = shorterSide;
    this.filter = filter;
    this.order = order;
    this.rows = rows;
  }

  /**
   * Returns a resize to one size, whatever the shape, with the filter {@link
   * ResizeFilter#BILINEAR}.
   *
   * @param size the size
   * @return the resize
   */
  public static Resize to(ImageSize size) {
    return new Resize(size, 0, ResizeFilter.BILINEAR, PassOrder.BY_REDUCTION, ParallelRows.NONE);
  }

  /**
   * Returns a resize that keeps the shape, with the filter {@link ResizeFilter#BILINEAR}:
   * torchvision's {@code Resize(side)}.
   *
   * @param side the length of the shorter side; that of the other is cut to whole pixels
   * @return the resize
   * @throws IllegalArgumentException if it is less than 1
   */
  public static Resize shorterSide(int side) {
    return new Resize(
        ImageSize.square(Require.atLeast("side", side, 1)),
        side,
        ResizeFilter.BILINEAR,
        PassOrder.BY_REDUCTION,
        ParallelRows.NONE);
  }

  /**
   * Returns a resize with another filter.
   *
   * @param newFilter the filter of images
   * @return the resize
   */
  public Resize with(ResizeFilter newFilter) {
    return new Resize(size, shorterSide, newFilter, order, rows);
  }

  /**
   * Returns a resize whose passes have another order.
   *
   * @param newOrder the order; {@link PassOrder#BY_REDUCTION} unless it is set
   * @return the resize
   */
  public Resize with(PassOrder newOrder) {
    return new Resize(size, shorterSide, filter, newOrder, rows);
  }

  /**
   * Returns a resize that shares its rows with threads; the bytes stay the same.
   *
   * @param executor runs all threads but the caller's
   * @param workers the number of threads, that of the caller among them
   * @return the resize
   * @throws IllegalArgumentException if {@code workers} is less than 1
   */
  public Resize withWorkers(Executor executor, int workers) {
    return new Resize(size, shorterSide, filter, order, ParallelRows.of(executor, workers));
  }

  /**
   * Returns the size that an image gets.
   *
   * @param image its size
   * @return its new size
   */
  public ImageSize sizeOf(ImageSize image) {
    if (shorterSide == 0) {
      return size;
    }
    int shorter = Math.min(image.width(), image.height());
    int longer = Math.max(image.width(), image.height());
    int other = Math.toIntExact((long) shorterSide * longer / shorter);
    return image.width() <= image.height()
        ? ImageSize.of(shorterSide, other)
        : ImageSize.of(other, shorterSide);
  }

  /**
   * Resizes an image.
   *
   * @param image the image
   * @return the image of the new size; the same one if that is its size
   * @throws IllegalArgumentException if the new image would be longer than an array can be
   */
  public Image apply(Image image) {
    ImageSize target = sizeOf(image.size());
    if (target.equals(image.size())) {
      return image;
    }
    Image.length(image.channels(), target);
    if (filter != ResizeFilter.NEAREST) {
      return resample(image, target);
    }
    byte[] planes = nearest(image.shared(), image.channels(), image.size(), target);
    return new Image(planes, image.channels(), target.width(), target.height());
  }

  /**
   * Resizes a mask.
   *
   * @param mask the mask
   * @return the mask of the new size, each pixel that of the nearest
   * @throws IllegalArgumentException if the new mask would be longer than an array can be
   */
  public Mask apply(Mask mask) {
    ImageSize target = sizeOf(mask.size());
    Image.length(1, target);
    return new Mask(
        nearest(mask.shared(), 1, mask.size(), target), target.width(), target.height());
  }

  private Image resample(Image image, ImageSize target) {
    int lessWidth = image.width() - target.width();
    int lessHeight = image.height() - target.height();
    boolean columnsFirst =
        order == PassOrder.BY_REDUCTION && lessHeight > 0 && lessHeight > 2L * lessWidth;
    return columnsFirst
        ? horizontal(vertical(image, target.height()), target.width())
        : vertical(horizontal(image, target.width()), target.height());
  }

  private Image horizontal(Image image, int width) {
    if (width == image.width()) {
      return image;
    }
    ImageSize target = ImageSize.of(width, image.height());
    byte[] to = new byte[Image.length(image.channels(), target)];
    ResizeWeights weights = ResizeWeights.of(filter, image.width(), width);
    rows.run(
        image.channels() * image.height(),
        (first, end) ->
            ResizePass.horizontal(image.shared(), image.width(), weights, to, first, end));
    return new Image(to, image.channels(), width, image.height());
  }

  private Image vertical(Image image, int height) {
    if (height == image.height()) {
      return image;
    }
    ImageSize target = ImageSize.of(image.width(), height);
    byte[] to = new byte[Image.length(image.channels(), target)];
    ResizeWeights weights = ResizeWeights.of(filter, image.height(), height);
    rows.run(
        image.channels() * height,
        (first, end) ->
            ResizePass.vertical(
                image.shared(), image.width(), image.height(), weights, to, first, end));
    return new Image(to, image.channels(), image.width(), height);
  }

  private static byte[] nearest(byte[] from, int channels, ImageSize size, ImageSize target) {
    int[] columns = nearest(size.width(), target.width());
    int[] rowsFrom = nearest(size.height(), target.height());
    byte[] to = new byte[Math.multiplyExact(channels, target.width() * target.height())];
    int at = 0;
    for (int c = 0; c < channels; c++) {
      for (int row : rowsFrom) {
        int start = (c * size.height() + row) * size.width();
        for (int column : columns) {
          to[at++] = from[start + column];
        }
      }
    }
    return to;
  }

  /** Returns where each pixel is taken from; the sum of steps, with its rounding, is Pillow's. */
  private static int[] nearest(int from, int to) {
    int[] places = new int[to];
    double step = (double) from / to;
    double at = step * 0.5;
    for (int i = 0; i < to; i++) {
      places[i] = Math.min((int) at, from - 1);
      at += step;
    }
    return places;
  }
}
