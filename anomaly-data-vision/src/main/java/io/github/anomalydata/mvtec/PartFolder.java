package io.github.anomalydata.mvtec;

import java.util.List;

/**
 * A folder of a category and what is in it.
 *
 * @param name the name of the folder
 * @param part the part of the data set
 * @param content what it holds
 * @param kinds the kinds of defects that it can have folders for; any if empty
 * @param masks the folder with those of their masks, from that of the category
 */
record PartFolder(String name, Part part, Content content, List<String> kinds, String masks) {

  /** What a folder of a part holds. */
  enum Content {
    /** The folder good, and no other. */
    SOUND,
    /** The folder good, and one for each kind of defect. */
    KINDS,
    /** Images. */
    UNLABELLED
  }

  static PartFolder sound(String name, Part part) {
    return new PartFolder(name, part, Content.SOUND, List.of(), "");
  }

  static PartFolder unlabelled(String name, Part part) {
    return new PartFolder(name, part, Content.UNLABELLED, List.of(), "");
  }

  static PartFolder kinds(String name, String masks, String... kinds) {
    return new PartFolder(name, Part.TEST, Content.KINDS, List.of(kinds), masks);
  }

  /** Tells whether a folder in it is that of the masks. */
  boolean isMaskFolder(String child) {
    return masks.equals(name + "/" + child);
  }

  /** Returns the rule that the folders of kinds keep. */
  String rule() {
    if (kinds.isEmpty()) {
      return "the folder good, and one for each kind of defect";
    }
    return "the folder good, and for defects " + String.join(" or ", kinds);
  }
}
