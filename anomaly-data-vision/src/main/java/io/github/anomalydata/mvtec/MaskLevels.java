package io.github.anomalydata.mvtec;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.image.ColorMode;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageDecoder;
import io.github.anomalydata.image.Mask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What the grey levels of masks mean. Immutable. */
public final class MaskLevels {
  private static final MaskLevels BLACK_AND_WHITE = new MaskLevels(Rule.BLACK_AND_WHITE, Map.of());
  private static final MaskLevels ABOVE_ZERO = new MaskLevels(Rule.ABOVE_ZERO, Map.of());

  private final Rule rule;
  private final Map<Integer, DefectType> types;

  private enum Rule {
    BLACK_AND_WHITE,
    ABOVE_ZERO,
    TYPES
  }

  private MaskLevels(Rule rule, Map<Integer, DefectType> types) {
    this.rule = rule;
    this.types = types;
  }

  /**
   * Returns the rule of MVTec AD and MVTec AD 2: 255 is the defect, 0 is not, and nothing else is
   * allowed.
   *
   * @return the rule
   */
  public static MaskLevels blackAndWhite() {
    return BLACK_AND_WHITE;
  }

  /**
   * Returns the rule of VisA, whose levels number kinds of defects: all above 0 are the defect.
   *
   * @return the rule
   */
  public static MaskLevels aboveZero() {
    return ABOVE_ZERO;
  }

  /**
   * Returns the rule of MVTec LOCO AD: a mask has one level, which tells the type of its defect,
   * and 0.
   *
   * @param types the types, of different levels
   * @return the rule
   * @throws IllegalArgumentException if there are none, or two have the same level
   */
  public static MaskLevels of(Collection<DefectType> types) {
    if (types.isEmpty()) {
      throw new IllegalArgumentException("types: at least one, got none");
    }
    Map<Integer, DefectType> byLevel = new TreeMap<>();
    for (DefectType type : types) {
      DefectType first = byLevel.putIfAbsent(type.level(), type);
      if (first != null) {
        throw new IllegalArgumentException(
            "types: each level once, got "
                + type.level()
                + " for "
                + first.name()
                + " and "
                + type.name());
      }
    }
    return new MaskLevels(Rule.TYPES, byLevel);
  }

  /**
   * Returns the types of defects that levels stand for.
   *
   * @return the types, in the order of their levels; none if levels do not tell them
   */
  public List<DefectType> types() {
    return List.copyOf(types.values());
  }

  /**
   * Decodes a mask.
   *
   * @param file the file
   * @return the pixels of the defect
   * @throws DataFileException if a pixel has a level that the rule does not allow, or the file is
   *     no whole image
   * @throws IOException if the file cannot be read
   */
  public Mask open(Path file) throws IOException {
    return switch (rule) {
      case BLACK_AND_WHITE -> Mask.open(file);
      case ABOVE_ZERO -> Mask.of(Image.open(file));
      case TYPES -> Mask.of(typed(file));
    };
  }

  /** Returns the type of a defect by its mask, which has at least one pixel. */
  DefectType type(Path file) throws IOException {
    for (byte sample : typed(file).samples()) {
      if (sample != 0) {
        return Objects.requireNonNull(types.get(sample & 0xFF)); // typed() found it there
      }
    }
    throw empty(file);
  }

  static DataFileException empty(Path file) {
    return new DataFileException(file, "", "the pixels of a defect", "a mask of zeros");
  }

  private Image typed(Path file) throws IOException {
    Image image = ImageDecoder.withDefaults().with(ColorMode.GREY).decode(file);
    byte[] samples = image.samples();
    int seen = 0;
    for (int i = 0; i < samples.length; i++) {
      int level = samples[i] & 0xFF;
      if (level != 0 && level != seen) {
        if (seen != 0 || !types.containsKey(level)) {
          throw new DataFileException(
              file,
              "column " + i % image.width() + ", row " + i / image.width(),
              seen != 0 ? "the level " + seen + " or 0" : "0 or a level of " + types.keySet(),
              String.valueOf(level));
        }
        seen = level;
      }
    }
    return image;
  }

  /** Tells whether the other object is the same rule. */
  @Override
  public boolean equals(Object other) {
    return other instanceof MaskLevels levels && rule == levels.rule && types.equals(levels.types);
  }

  @Override
  public int hashCode() {
    return 31 * rule.hashCode() + types.hashCode();
  }

  @Override
  public String toString() {
    return "MaskLevels[" + rule + (types.isEmpty() ? "" : ", " + types.values()) + "]";
  }
}
