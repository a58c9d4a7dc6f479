package io.github.anomalydata.cli.mvtec;

import io.github.anomalydata.mvtec.FolderTree;
import io.github.anomalydata.mvtec.InspectionImages;
import io.github.anomalydata.mvtec.Layout;
import io.github.anomalydata.mvtec.MaskLevels;
import io.github.anomalydata.mvtec.MaskUse;
import io.github.anomalydata.mvtec.Mvtec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which images a command works on. */
final class DataOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "The folder of a category, or the one that holds those of the categories.")
  private Path data = Path.of("");

  @Mixin private LayoutOption layout = new LayoutOption();

  @Option(
      names = "--category",
      paramLabel = "NAME",
      split = ",",
      description = "The kinds of product, such as bottle (all).")
  private List<String> categories = List.of();

  @ArgGroup(exclusive = false, heading = "Folders of your own, with --layout folder:%n")
  private @Nullable FolderOptions folders;

  /** What the folders of a tree of the user's own are named, and what is tested on. */
  static final class FolderOptions {
    @Option(
        names = "--good",
        paramLabel = "NAME",
        defaultValue = "good",
        description = "The folder of sound products (${DEFAULT-VALUE}).")
    private String good = "good";

    @Option(
        names = "--defects",
        paramLabel = "NAME",
        split = ",",
        description = "The folders of defects (all others but that of the masks).")
    private List<String> defects = new ArrayList<>();

    @Option(
        names = "--masks",
        paramLabel = "NAME",
        defaultValue = "masks",
        description = "The folder of the masks (${DEFAULT-VALUE}).")
    private String masks = "masks";

    @Option(
        names = "--mask-suffix",
        paramLabel = "TEXT",
        defaultValue = "_mask",
        description =
            "What the name of a mask has after that of its image (${DEFAULT-VALUE}); may be empty.")
    private String suffix = "_mask";

    @Option(names = "--grey-masks", description = "Take all levels of masks above 0 for defects.")
    private boolean grey;

    @Option(
        names = "--test-share",
        paramLabel = "S",
        defaultValue = "0.2",
        description =
            "The share of sound products to test on, taken at random; 0 for none"
                + " (${DEFAULT-VALUE}).")
    private double share = 0.2;

    @Option(
        names = "--split-seed",
        paramLabel = "N",
        defaultValue = "42",
        description =
            "The seed that takes them: the same for train and evaluate (${DEFAULT-VALUE}).")
    private long seed = 42;

    FolderTree tree() {
      FolderTree tree = FolderTree.withDefaults().withGood(good).withMasks(masks, suffix);
      if (!defects.isEmpty()) {
        tree = tree.withDefects(defects.toArray(String[]::new));
      }
      if (grey) {
        tree = tree.with(MaskLevels.aboveZero());
      }
      return share == 0 ? tree : tree.withTestShare(share, seed);
    }
  }

  Layout layout() {
    return layout.get();
  }

  /** Opens the tree with its masks and selects. */
  InspectionImages open() throws IOException {
    return open(MaskUse.REQUIRED, Mvtec.Completeness.ANY);
  }

  /** Opens the tree and selects. */
  InspectionImages open(MaskUse masks, Mvtec.Completeness completeness) throws IOException {
    if (folders != null && layout() != Layout.FOLDER) {
      throw new IllegalArgumentException(
          "--good, --defects, --masks, --mask-suffix, --grey-masks, --test-share, --split-seed:"
              + " only with --layout folder, got them with --layout "
              + LayoutOption.name(layout()));
    }
    InspectionImages all =
        layout() == Layout.FOLDER && completeness == Mvtec.Completeness.ANY
            ? (folders == null ? new FolderOptions() : folders).tree().with(masks).open(data)
            : Mvtec.open(data, layout(), masks, completeness);
    return categories.isEmpty() ? all : all.withCategories(categories.toArray(String[]::new));
  }
}
