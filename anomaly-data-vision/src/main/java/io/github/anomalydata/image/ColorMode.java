package io.github.anomalydata.image;

/** Which channels an image has. */
public enum ColorMode {
  /**
   * Those of the file: one of a grey image or of one whose palette holds greys only, else red,
   * green and blue.
   */
  AS_STORED,

  /** One, the luminance {@code L} of Pillow's {@code convert("L")}. */
  GREY,

  /** Red, green and blue; three equal ones of a grey image. */
  RGB
}
