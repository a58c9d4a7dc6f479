package io.github.anomalydata.mvtec;

import java.util.Map;
import java.util.Optional;

/** How many images of each category MVTec AD was published with. */
record PublishedCounts(int train, int good, int defects) {
  private static final Map<String, PublishedCounts> CATEGORIES =
      Map.ofEntries(
          Map.entry("bottle", new PublishedCounts(209, 20, 63)),
          Map.entry("cable", new PublishedCounts(224, 58, 92)),
          Map.entry("capsule", new PublishedCounts(219, 23, 109)),
          Map.entry("carpet", new PublishedCounts(280, 28, 89)),
          Map.entry("grid", new PublishedCounts(264, 21, 57)),
          Map.entry("hazelnut", new PublishedCounts(391, 40, 70)),
          Map.entry("leather", new PublishedCounts(245, 32, 92)),
          Map.entry("metal_nut", new PublishedCounts(220, 22, 93)),
          Map.entry("pill", new PublishedCounts(267, 26, 141)),
          Map.entry("screw", new PublishedCounts(320, 41, 119)),
          Map.entry("tile", new PublishedCounts(230, 33, 84)),
          Map.entry("toothbrush", new PublishedCounts(60, 12, 30)),
          Map.entry("transistor", new PublishedCounts(213, 60, 40)),
          Map.entry("wood", new PublishedCounts(247, 19, 60)),
          Map.entry("zipper", new PublishedCounts(240, 32, 119)));

  static Map<String, PublishedCounts> categories() {
    return CATEGORIES;
  }

  static Optional<PublishedCounts> of(String category) {
    return Optional.ofNullable(CATEGORIES.get(category));
  }

  /** Counts the images of a category. */
  static PublishedCounts found(InspectionImages images) {
    int train = (int) images.list().stream().filter(i -> i.part() == Part.TRAIN).count();
    int defects = images.defects();
    return new PublishedCounts(train, images.size() - train - defects, defects);
  }

  @Override
  public String toString() {
    return train
        + " images to train on, "
        + good
        + " good and "
        + defects
        + " defective to test on";
  }
}
