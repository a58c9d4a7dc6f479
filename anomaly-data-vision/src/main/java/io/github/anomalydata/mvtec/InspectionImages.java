package io.github.anomalydata.mvtec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Images in a fixed order: by group, which is their place in the tree. Immutable, and never empty:
 * a selection of nothing is refused with what there was to select from.
 */
public final class InspectionImages {
  private final List<InspectionImage> images;

  private InspectionImages(List<InspectionImage> images) {
    this.images = images;
  }

  /**
   * Images to train on and images to validate on.
   *
   * @param train those to train on
   * @param validation those to validate on
   */
  public record ValidationSplit(InspectionImages train, InspectionImages validation) {}

  /**
   * Returns images, put into order by their groups.
   *
   * @param images the images, at least one
   * @return the images
   * @throws IllegalArgumentException if there are none, or two are of the same group
   */
  public static InspectionImages of(Collection<InspectionImage> images) {
    if (images.isEmpty()) {
      throw new IllegalArgumentException("images: at least one, got none");
    }
    Set<String> groups = new HashSet<>();
    for (InspectionImage image : images) {
      if (!groups.add(image.group())) {
        throw new IllegalArgumentException(
            "images: each group once, got " + image.group() + " twice");
      }
    }
    return new InspectionImages(
        images.stream().sorted(Comparator.comparing(InspectionImage::group)).toList());
  }

  /**
   * Returns the images.
   *
   * @return at least one, in order
   */
  public List<InspectionImage> list() {
    return images;
  }

  /**
   * Returns the number of images.
   *
   * @return at least 1
   */
  public int size() {
    return images.size();
  }

  /**
   * Returns the number of images of defects.
   *
   * @return 0 or more; those without labels do not count
   */
  public int defects() {
    return (int) images.stream().filter(i -> i.isLabelled() && i.isDefective()).count();
  }

  /**
   * Returns the number of images of which nobody told whether they show a defect.
   *
   * @return 0 or more
   */
  public int unlabelled() {
    return (int) images.stream().filter(image -> !image.isLabelled()).count();
  }

  /**
   * Returns the kinds of product.
   *
   * @return at least one, in alphabetical order
   */
  public List<String> categories() {
    return images.stream().map(InspectionImage::category).distinct().sorted().toList();
  }

  /**
   * Selects by part of the data set.
   *
   * @param parts the parts wanted
   * @return the images in any of them
   * @throws IllegalArgumentException if there are none
   */
  public InspectionImages with(Part... parts) {
    return select("part", InspectionImage::part, Arrays.asList(parts));
  }

  /**
   * Selects by kind of product.
   *
   * @param categories the kinds wanted
   * @return the images of any of them
   * @throws IllegalArgumentException if there are none
   */
  public InspectionImages withCategories(String... categories) {
    return select("category", InspectionImage::category, Arrays.asList(categories));
  }

  /**
   * Selects by kind of defect.
   *
   * @param defects the kinds wanted, {@link InspectionImage#GOOD} for sound products
   * @return the images of any of them
   * @throws IllegalArgumentException if there are none
   */
  public InspectionImages withDefects(String... defects) {
    return select("defect", InspectionImage::defect, Arrays.asList(defects));
  }

  private <T extends Comparable<T>> InspectionImages select(
      String what, Function<InspectionImage, T> property, Collection<T> wanted) {
    List<InspectionImage> selected =
        images.stream().filter(image -> wanted.contains(property.apply(image))).toList();
    if (selected.isEmpty()) {
      Set<T> there = new TreeSet<>(images.stream().map(property).toList());
      throw new IllegalArgumentException(
          what + ": at least one of " + there + ", got " + new TreeSet<>(wanted));
    }
    return new InspectionImages(selected);
  }

  /**
   * Takes images to validate on from those to train on, at random: never from those to test on, so
   * that what is chosen by them was not seen in the test. Data sets that come with images to
   * validate on have them as {@link Part#VALIDATION}.
   *
   * @param share the share of the images of each category that is validated on, above 0 and below
   *     1; rounded to at least one image, and leaves at least one
   * @param seed the seed
   * @return the images of {@link Part#TRAIN}, split
   * @throws IllegalArgumentException if the share is out of range, there are no images to train on,
   *     or only one of a category
   */
  public ValidationSplit validationSplit(double share, long seed) {
    RandomSplit.requireShare(share);
    List<InspectionImage> train = new ArrayList<>();
    List<InspectionImage> validation = new ArrayList<>();
    for (String category : with(Part.TRAIN).categories()) {
      List<InspectionImage> images = with(Part.TRAIN).withCategories(category).list();
      if (images.size() < 2) {
        throw new IllegalArgumentException(
            "images: at least 2 of " + category + " to train on, got " + images.size());
      }
      RandomSplit<InspectionImage> split = RandomSplit.of(images, category, share, seed);
      validation.addAll(split.taken());
      train.addAll(split.left());
    }
    return new ValidationSplit(of(train), of(validation));
  }

  /**
   * Returns the counts.
   *
   * @return such as {@code "83 images of 1 category, 63 of them of defects"}; those without labels
   *     are told if there are any
   */
  @Override
  public String toString() {
    int categories = categories().size();
    return size()
        + " images of "
        + categories
        + (categories == 1 ? " category, " : " categories, ")
        + defects()
        + " of them of defects"
        + (unlabelled() == 0 ? "" : ", " + unlabelled() + " without labels");
  }
}
