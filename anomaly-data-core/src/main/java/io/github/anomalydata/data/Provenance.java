package io.github.anomalydata.data;

/**
 * Where a sample came from and what was done to it.
 *
 * @param file the file it was read from (a zip entry reads {@code archive.zip!entry.txt})
 * @param place where in the file, such as {@code "lines 101-130"}; empty for the whole file
 * @param options the SHA-256 of the options that shaped it, in hexadecimal; empty if there are none
 */
public record Provenance(String file, String place, String options) {

  /**
   * Returns the file and the place.
   *
   * @return such as {@code "train_FD001.txt, lines 101-130"}
   */
  @Override
  public String toString() {
    return place.isEmpty() ? file : file + ", " + place;
  }
}
