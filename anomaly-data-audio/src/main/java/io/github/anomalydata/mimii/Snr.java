package io.github.anomalydata.mimii;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How loud the machine is above the noise of the factory that was mixed in. */
public enum Snr {
  /** The machine is 6 dB below the noise. */
  MINUS_6_DB("min6dB", -6),
  /** Machine and noise are equally loud. */
  ZERO_DB("0dB", 0),
  /** The machine is 6 dB above the noise. */
  PLUS_6_DB("6dB", 6),
  /** Nothing is told, as in DCASE. */
  UNSTATED("unstated", Double.NaN);

  private static final Pattern FOLDER =
      Pattern.compile("(min|-|\\+)?([06])_?dB(_.+)?", Pattern.CASE_INSENSITIVE);

  private final String folder;
  private final double decibels;

  Snr(String folder, double decibels) {
    this.folder = folder;
    this.decibels = decibels;
  }

  /**
   * Returns the ratio.
   *
   * @return the ratio in dB; NaN if unstated
   */
  public double decibels() {
    return decibels;
  }

  /**
   * Returns the name of the folder, as the published baseline has it.
   *
   * @return such as {@code "min6dB"}
   */
  public String folder() {
    return folder;
  }

  /**
   * Returns the SNR that a folder's name tells: as the baseline writes it ({@code min6dB}) or as
   * the published archives do ({@code -6_dB_fan}).
   *
   * @param name the name of a folder
   * @return the SNR; {@link #UNSTATED} if the name tells none
   */
  static Snr ofFolder(String name) {
    Matcher matcher = FOLDER.matcher(name);
    if (!matcher.matches()) {
      return UNSTATED;
    }
    if (matcher.group(2).equals("0")) {
      return ZERO_DB;
    }
    @Nullable String sign = matcher.group(1);
    return sign == null || sign.equals("+") ? PLUS_6_DB : MINUS_6_DB;
  }

  /**
   * Returns the name.
   *
   * @return the folder's name
   */
  @Override
  public String toString() {
    return folder;
  }
}
