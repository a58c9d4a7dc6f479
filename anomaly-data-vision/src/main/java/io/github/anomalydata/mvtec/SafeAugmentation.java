package io.github.anomalydata.mvtec;

import io.github.anomalydata.augment.Augmentation;
import io.github.anomalydata.augment.Sequence;
import io.github.anomalydata.image.BorderMode;
import io.github.anomalydata.image.augment.ColorJitter;
import io.github.anomalydata.image.augment.Flip;
import io.github.anomalydata.image.augment.Rotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What each category of MVTec AD can be augmented by without making a defect of a sound product.
 *
 * <p>All get a little more or less light: brightness and contrast by up to a tenth, as exposures
 * differ. None gets another hue or saturation: colour is what makes stains, and whole kinds of
 * defects ({@code color}, {@code pill_type}, {@code cable_swap}). None is sheared, scaled, shifted
 * or seen from aside, as the camera never moves and bent parts are defects. Flips and turns depend
 * on the category. Beyond the border, textures are mirrored and the background of objects goes on.
 */
public enum SafeAugmentation {
  /**
   * Lit and shaped alike all around, and laid down in any turn; contamination is told by its
   * colour.
   */
  BOTTLE(
      180,
      BorderMode.EDGE,
      "Lit and shaped alike all around, and laid down in any turn; contamination is told"
          + " by its colour.",
      Flip.Axis.HORIZONTAL,
      Flip.Axis.VERTICAL),
  /**
   * The three wires have an order: mirrored or turned they look swapped, and so do other colours.
   */
  CABLE(
      5,
      BorderMode.EDGE,
      "The three wires have an order: mirrored or turned they look swapped, and so do"
          + " other colours."),
  /**
   * Its print, mirrored or upside down, is a faulty imprint; its halves have their colours and
   * sides.
   */
  CAPSULE(
      5,
      BorderMode.EDGE,
      "Its print, mirrored or upside down, is a faulty imprint; its halves have their"
          + " colours and sides."),
  /** The weave has a direction but no side; other colours are a defect. */
  CARPET(
      10,
      BorderMode.REFLECT,
      "The weave has a direction but no side; other colours are a defect.",
      Flip.Axis.HORIZONTAL,
      Flip.Axis.VERTICAL),
  /**
   * The lattice is its own mirror image; any bend of its wires is a defect, so nothing is sheared.
   */
  GRID(
      10,
      BorderMode.REFLECT,
      "The lattice is its own mirror image; any bend of its wires is a defect, so nothing"
          + " is sheared.",
      Flip.Axis.HORIZONTAL,
      Flip.Axis.VERTICAL),
  /** Nuts lie in any direction, and no two are alike; print on them is a defect. */
  HAZELNUT(
      180,
      BorderMode.EDGE,
      "Nuts lie in any direction, and no two are alike; print on them is a defect.",
      Flip.Axis.HORIZONTAL,
      Flip.Axis.VERTICAL),
  /** The grain has neither direction nor side; other colours are a defect. */
  LEATHER(
      180,
      BorderMode.REFLECT,
      "The grain has neither direction nor side; other colours are a defect.",
      Flip.Axis.HORIZONTAL,
      Flip.Axis.VERTICAL),
  /** It lies in any direction, but its mirror image is the defect flip: the wrong side up. */
  METAL_NUT(
      180,
      BorderMode.EDGE,
      "It lies in any direction, but its mirror image is the defect flip: the wrong side up."),
  /**
   * Its imprint, mirrored or upside down, is a faulty one; speckles and type are told by colour.
   */
  PILL(
      5,
      BorderMode.EDGE,
      "Its imprint, mirrored or upside down, is a faulty one; speckles and type are told"
          + " by colour."),
  /** It lies in any direction, but mirrored its thread is a left-handed one, which none is. */
  SCREW(
      180,
      BorderMode.EDGE,
      "It lies in any direction, but mirrored its thread is a left-handed one, which none is."),
  /** The pattern has neither direction nor side; grey strokes and oil are told by their shade. */
  TILE(
      180,
      BorderMode.REFLECT,
      "The pattern has neither direction nor side; grey strokes and oil are told by their shade.",
      Flip.Axis.HORIZONTAL,
      Flip.Axis.VERTICAL),
  /** Its left and right are alike, its ends are not; bristles of another colour may be wrong. */
  TOOTHBRUSH(
      5,
      BorderMode.EDGE,
      "Its left and right are alike, its ends are not; bristles of another colour may be wrong.",
      Flip.Axis.HORIZONTAL),
  /** Turned, mirrored or shifted it is the defect misplaced. */
  TRANSISTOR(0, BorderMode.EDGE, "Turned, mirrored or shifted it is the defect misplaced."),
  /** The grain runs from top to bottom, and has no side; other colours are a defect. */
  WOOD(
      5,
      BorderMode.REFLECT,
      "The grain runs from top to bottom, and has no side; other colours are a defect.",
      Flip.Axis.HORIZONTAL,
      Flip.Axis.VERTICAL),
  /**
   * Chain and cloth run from top to bottom and look alike mirrored; teeth out of line are a defect.
   */
  ZIPPER(
      3,
      BorderMode.EDGE,
      "Chain and cloth run from top to bottom and look alike mirrored; teeth out of line"
          + " are a defect.",
      Flip.Axis.HORIZONTAL,
      Flip.Axis.VERTICAL);

  private static final double LIGHT = 0.1;

  private final double degrees;
  private final BorderMode border;
  private final String reason;
  private final List<Flip.Axis> flips;

  SafeAugmentation(double degrees, BorderMode border, String reason, Flip.Axis... flips) {
    this.degrees = degrees;
    this.border = border;
    this.reason = reason;
    this.flips = List.of(flips);
  }

  /**
   * Returns the one of a category.
   *
   * @param category its folder, such as {@code "metal_nut"}
   * @return the augmentation
   * @throws IllegalArgumentException if it is none of the 15 of MVTec AD
   */
  public static SafeAugmentation of(String category) {
    for (SafeAugmentation safe : values()) {
      if (safe.folder().equals(category)) {
        return safe;
      }
    }
    throw new IllegalArgumentException(
        "category: one of "
            + Arrays.stream(values()).map(SafeAugmentation::folder).toList()
            + ", got '"
            + category
            + "'");
  }

  /**
   * Returns the name of the category's folder.
   *
   * @return such as {@code "metal_nut"}
   */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns what may be mirrored; each flip happens to every second image.
   *
   * @return none, one or both axes
   */
  public List<Flip.Axis> flips() {
    return flips;
  }

  /**
   * Returns how far an image may be turned.
   *
   * @return the largest angle either way in degrees; 0 if it may not be
   */
  public double degrees() {
    return degrees;
  }

  /**
   * Returns why it is this and no more.
   *
   * @return one sentence
   */
  public String reason() {
    return reason;
  }

  /**
   * Returns the augmentation, of images {@code [channels, height, width]} in [0, 1]; normalise
   * after it.
   *
   * @return flips, a rotation and a jitter of light
   */
  public Augmentation augmentation() {
    List<Augmentation> steps = new ArrayList<>();
    flips.forEach(axis -> steps.add(new Flip(axis).withProbability(0.5)));
    if (degrees > 0) {
      steps.add(Rotation.upTo(degrees).with(border));
    }
    steps.add(ColorJitter.withDefaults().withBrightness(LIGHT).withContrast(LIGHT));
    return Sequence.of(steps.toArray(Augmentation[]::new));
  }
}
