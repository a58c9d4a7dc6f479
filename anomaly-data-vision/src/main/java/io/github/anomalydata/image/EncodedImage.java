package io.github.anomalydata.image;

import io.github.anomalydata.data.DataFileException;

/** An image file whose header is read and found sound. */
interface EncodedImage {
  ImageSize size();

  /** Returns the EXIF orientation, from 1 to 8. */
  int orientation();

  /** Decodes the pixels as they are stored. */
  Image decode() throws DataFileException;
}
