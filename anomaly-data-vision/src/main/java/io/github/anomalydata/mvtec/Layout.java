package io.github.anomalydata.mvtec;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How a data set lays out its files. */
public enum Layout {
  /**
   * MVTec AD: {@code train/good}, {@code test/good}, {@code test/DEFECT}, and {@code
   * ground_truth/DEFECT/NAME_mask.png} for each image {@code test/DEFECT/NAME.png}.
   */
  AD(
      MaskNames.suffixed("_mask"),
      PartFolder.sound("train", Part.TRAIN),
      PartFolder.kinds("test", "ground_truth")),

  /**
   * MVTec LOCO AD: {@code train/good}, {@code validation/good}, and {@code test} with {@code good},
   * {@code logical_anomalies} and {@code structural_anomalies}; {@code
   * ground_truth/logical_anomalies/NAME/} has a mask for each defect of an image, and {@code
   * defects_config.json} tells what their grey levels mean and how much of them has to be found.
   *
   * @see <a href="https://doi.org/10.1007/s11263-022-01578-9">P. Bergmann et al. (2022),
   *     doi:10.1007/s11263-022-01578-9</a>
   */
  LOCO(
      MaskNames.inFolders(),
      PartFolder.sound("train", Part.TRAIN),
      PartFolder.sound("validation", Part.VALIDATION),
      PartFolder.kinds("test", "ground_truth", "logical_anomalies", "structural_anomalies")),

  /**
   * MVTec AD 2: {@code train/good}, {@code validation/good}, {@code test_public} with {@code good},
   * {@code bad} and {@code ground_truth/bad/NAME_mask.png}, and images without labels in {@code
   * test_private} and {@code test_private_mixed}.
   *
   * @see <a href="https://arxiv.org/abs/2503.21622">L. Heckler-Kram et al. (2025),
   *     arXiv:2503.21622</a>
   */
  AD2(
      MaskNames.suffixed("_mask"),
      PartFolder.sound("train", Part.TRAIN),
      PartFolder.sound("validation", Part.VALIDATION),
      PartFolder.kinds("test_public", "test_public/ground_truth", "bad"),
      PartFolder.unlabelled("test_private", Part.TEST_PRIVATE),
      PartFolder.unlabelled("test_private_mixed", Part.TEST_PRIVATE_MIXED)),

  /**
   * VisA as it was published, split by {@code split_csv/1cls.csv}; or as its authors' script copies
   * it, like MVTec AD with {@code ground_truth/bad/NAME.png} for {@code test/bad/NAME.JPG}. The
   * defect of both is {@code bad}, and all levels of masks above 0 are the defect.
   *
   * @see <a href="https://arxiv.org/abs/2207.14315">Y. Zou et al. (2022), arXiv:2207.14315</a>
   */
  VISA(
      MaskNames.suffixed(""),
      PartFolder.sound("train", Part.TRAIN),
      PartFolder.kinds("test", "ground_truth", VisaSplit.DEFECT)),

  /** Products in folders named by what is in them, as {@link FolderTree#withDefaults()} reads. */
  FOLDER(MaskNames.suffixed("_mask"));

  private final MaskNames maskNames;
  private final List<PartFolder> parts;

  Layout(MaskNames maskNames, PartFolder... parts) {
    this.maskNames = maskNames;
    this.parts = List.of(parts);
  }

  MaskNames maskNames() {
    return maskNames;
  }

  List<PartFolder> parts() {
    return parts;
  }

  /** Returns the names of the folders of a category. */
  Set<String> folders() {
    Set<String> names = new LinkedHashSet<>();
    parts.forEach(part -> names.add(part.name()));
    for (PartFolder part : parts) {
      if (!part.masks().isEmpty() && !part.masks().contains("/")) {
        names.add(part.masks());
      }
    }
    return names;
  }
}
