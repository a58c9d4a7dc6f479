package io.github.anomalydata.image;

/**
 * In which direction an image is resampled first. Between the passes samples are rounded to 8 bits,
 * so that the order shows in the last bit.
 */
public enum PassOrder {
  /**
   * Along rows, then along columns: Pillow up to version 12 (whose last releases make an exception
   * of images more than 100 times as high as wide).
   */
  HORIZONTAL_FIRST,

  /**
   * Along columns first if the height shrinks by more than twice as many pixels as the width does,
   * else along rows: Pillow from version 13. Squares that stay squares are the same either way.
   */
  BY_REDUCTION
}
