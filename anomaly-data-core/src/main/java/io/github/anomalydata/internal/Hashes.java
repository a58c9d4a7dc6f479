package io.github.anomalydata.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes as text. */
public final class Hashes {
  private Hashes() {}

  /**
   * Returns the SHA-256 of some bytes.
   *
   * @param bytes the bytes
   * @return the hash in hexadecimal
   */
  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(newSha256().digest(bytes));
  }

  /**
   * Returns the SHA-256 of a text.
   *
   * @param text the text
   * @return the hash of its UTF-8 bytes in hexadecimal
   */
  public static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Returns the SHA-256 of a stream.
   *
   * @param in the stream, read to its end and left open
   * @return the hash in hexadecimal
   * @throws IOException if the stream cannot be read
   */
  public static String sha256(InputStream in) throws IOException {
    MessageDigest digest = newSha256();
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      digest.update(buffer, 0, read);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Returns a new SHA-256 digest.
   *
   * @return the digest
   */
  public static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
