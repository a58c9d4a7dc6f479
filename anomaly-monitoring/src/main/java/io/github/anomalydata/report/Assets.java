package io.github.anomalydata.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The styles and scripts that every page holds. */
final class Assets {
  /** Styles of the page and its plots. */
  static final String STYLE = text("uplot/uPlot.min.css") + "\n" + text("report.css");

  /** The library that draws plots, with its licence. */
  static final String LIBRARY =
      "/*!\nuPlot\n" + text("uplot/LICENSE") + "\n*/\n" + text("uplot/uPlot.iife.min.js");

  /** What makes tables and plots answer. */
  static final String SCRIPT = text("report.js");

  private Assets() {}

  private static String text(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + ": part of the library, not found");
      }
      // A browser hashes what it makes of line ends.
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what lets a page run or apply a text, and no other. */
  static String source(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
