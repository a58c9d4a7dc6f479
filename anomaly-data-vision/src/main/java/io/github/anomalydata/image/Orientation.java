package io.github.anomalydata.image;

/** What becomes of an image whose file says (EXIF tag 274) that it is to be turned or mirrored. */
public enum Orientation {
  /** It is shown as the camera held it: Pillow's {@code ImageOps.exif_transpose}. */
  APPLY,

  /** Its pixels stay as they are stored: Pillow's {@code Image.open}. */
  IGNORE
}
