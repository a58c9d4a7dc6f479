package io.github.anomalydata.turbofan;

import java.util.Set;

/**
 * The SHA-256 of a file of a data set.
 *
 * @param file the name of the file
 * @param sha256 the hash of its bytes, in hexadecimal
 */
public record FileChecksum(String file, String sha256) {
  /** The files of FD001 to FD003 as NASA published them, with line feeds. */
  private static final Set<String> PUBLISHED =
      Set.of(
          "963b5e22825b34d8b21c69e1aeb4af3e647050eb672ee8834ba4b5d91d2de0f8",
          "3cda7109ce17bafb5443f2ac926cfcf88154b941b8c4cf95eb55d1ddd6f52851",
          "a19c8ec94931949d0485bdc35118206e9c81c4547b422efb9cf86f4ceddbceca",
          "dac6c4dbc4e7c1bdeb5747da3d313d05c395bb99801b44a002b26a2ba13d788f",
          "de7b5bf7e998a985c378488480528b7c02cff1406a46740def362dda8d9b4e02",
          "c851dd96a6ea6998d3c4a8f834d3c8013aa90e93a6ed950dc826ad0655b2906b",
          "2abbe9968cc5e8eb091980f51b20f62bb4127336d3482cb52071d53bf23329e2",
          "299babd63c8d987cef079c4a425429f33b3a34797d803bbe2ad48c29dbd0d790",
          "df1e0566306b174a2de41c67a3e7a51877889598b78643fc3e5685259091b7cb");

  /**
   * Tells whether the file is known to be as NASA published it. Copies with other line ends or
   * without trailing blanks hold the same numbers and have other hashes; those of FD004 are not
   * known here.
   *
   * @return true if the hash is that of a published file of FD001 to FD003
   */
  public boolean isPublished() {
    return PUBLISHED.contains(sha256);
  }
}
