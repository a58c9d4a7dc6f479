package io.github.anomalydata.mvtec;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.exchange.Csv;
import io.github.anomalydata.exchange.CsvOptions;
import io.github.anomalydata.exchange.CsvTextTable;
import io.github.anomalydata.internal.io.TreeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads VisA where it was extracted: {@code split_csv/1cls.csv} has a row for each image with the
 * columns {@code object}, {@code split}, {@code label}, {@code image} and {@code mask}, such as
 * {@code candle,test,anomaly,candle/Data/Images/Anomaly/000.JPG,candle/Data/Masks/Anomaly/000.png}.
 */
final class VisaSplit {
  /** The defect of an anomaly: its folder in the copies that the authors' script makes. */
  static final String DEFECT = "bad";

  static final String FOLDER = "split_csv";
  static final String FILE = "1cls.csv";
  static final List<String> COLUMNS = List.of("object", "split", "label", "image", "mask");

  private final Path root;
  private final Path csv;
  private final MaskUse masks;
  private final Set<String> categories;
  private final List<InspectionImage> images = new ArrayList<>();
  private final Set<String> groups = new TreeSet<>();
  private final Map<Path, Set<Path>> listed = new TreeMap<>();

  private VisaSplit(TreeFolder root, MaskUse masks) {
    this.root = root.path();
    this.csv = root.path().resolve(FOLDER).resolve(FILE);
    this.masks = masks;
    this.categories = new TreeSet<>(root.folders().stream().map(TreeFolder::name).toList());
    categories.remove(FOLDER);
  }

  static boolean isIn(TreeFolder root) {
    return root.folders().stream().map(TreeFolder::name).anyMatch(FOLDER::equals);
  }

  static List<InspectionImage> read(TreeFolder root, MaskUse masks) throws IOException {
    VisaSplit split = new VisaSplit(root, masks);
    split.readRows();
    split.requireNoOthers();
    return split.images;
  }

  private void readRows() throws IOException {
    if (!Files.exists(csv)) {
      throw new DataFileException(csv, "", "the split of VisA for one class", "no such file");
    }
    CsvTextTable table = Csv.readText(csv, CsvOptions.withDefaults());
    if (!table.columns().equals(COLUMNS)) {
      throw new DataFileException(
          csv, "line 1", "the columns " + COLUMNS, table.columns().toString());
    }
    Set<String> known = new TreeSet<>(table.fields().get(0));
    if (!known.containsAll(categories)) {
      throw new DataFileException(
          root, "", "folders of the objects of " + csv + ", " + known, categories.toString());
    }
    for (int row = 0; row < table.rows(); row++) {
      List<String> fields = new ArrayList<>();
      for (List<String> column : table.fields()) {
        fields.add(column.get(row));
      }
      readRow("line " + (row + 2), fields);
    }
  }

  /** Reads an image; those of a category that is not there are left out with it. */
  private void readRow(String line, List<String> fields) throws DataFileException {
    String category = fields.get(0);
    if (!categories.contains(category)) {
      return;
    }
    Part part =
        switch (fields.get(1)) {
          case "train" -> Part.TRAIN;
          case "test" -> Part.TEST;
          default -> throw broken(line, "split", "train or test", fields.get(1));
        };
    boolean sound =
        switch (fields.get(2)) {
          case "normal" -> true;
          case "anomaly" -> false;
          default -> throw broken(line, "label", "normal or anomaly", fields.get(2));
        };
    if (part == Part.TRAIN && !sound) {
      throw broken(line, "label", "normal, since only sound products are trained on", "anomaly");
    }
    if (sound != fields.get(4).isEmpty()) {
      throw broken(
          line, "mask", sound ? "none for a normal image" : "that of an anomaly", fields.get(4));
    }
    add(line, category, part, fields.get(3), fields.get(4));
  }

  private void add(String line, String category, Part part, String image, String mask)
      throws DataFileException {
    Path file = file(line, "image", category, image);
    String defect = mask.isEmpty() ? InspectionImage.GOOD : DEFECT;
    String group =
        category
            + (part == Part.TRAIN ? "/train/" : "/test/")
            + defect
            + "/"
            + ImageFiles.stem(file);
    if (!groups.add(group)) {
      throw broken(line, "image", "each image once", image + " again");
    }
    List<Path> found = new ArrayList<>();
    if (!mask.isEmpty() && masks == MaskUse.REQUIRED) {
      Path maskFile = file(line, "mask", category, mask);
      if (!ImageFiles.stem(maskFile).equals(ImageFiles.stem(file))) {
        throw broken(line, "mask", "a file named like the image, " + image, mask);
      }
      found.add(maskFile);
    }
    images.add(
        new InspectionImage(group, file, category, part, defect, found, MaskLevels.aboveZero()));
  }

  private Path file(String line, String column, String category, String name)
      throws DataFileException {
    Path folder = root.resolve(category).normalize();
    Path file = root.resolve(name).normalize();
    if (!file.startsWith(folder)) {
      throw broken(line, column, "a file in the folder " + category, name);
    }
    if (!Files.isRegularFile(file)) {
      throw broken(line, column, "a file that is there", name);
    }
    listed.computeIfAbsent(file.getParent(), parent -> new TreeSet<>()).add(file);
    return file;
  }

  private DataFileException broken(String line, String column, String rule, String found) {
    return new DataFileException(
        csv, line + ", " + column, rule, found.isEmpty() ? "nothing" : found);
  }

  private void requireNoOthers() throws IOException {
    for (Map.Entry<Path, Set<Path>> folder : listed.entrySet()) {
      List<String> others = new ArrayList<>();
      for (Path file : ImageFiles.in(TreeFolder.list(folder.getKey()))) {
        if (!folder.getValue().contains(file.normalize())) {
          others.add(TreeFolder.name(file));
        }
      }
      if (!others.isEmpty()) {
        throw new DataFileException(
            folder.getKey(),
            "",
            "the files that " + csv + " lists, and no other",
            others.toString());
      }
    }
  }
}
