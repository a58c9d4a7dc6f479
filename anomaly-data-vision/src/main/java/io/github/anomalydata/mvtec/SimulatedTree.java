package io.github.anomalydata.mvtec;

import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.Mask;
import io.github.anomalydata.image.detect.DefectRegion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a simulated tree holds and where: images, masks, and the files beside them.
 *
 * @param layout the layout
 * @param side the number of columns and of rows of an image
 * @param train the number of sound products of a kind to train on; a quarter, rounded up, are added
 *     to validate on where the layout has such
 * @param good the number of sound products of a kind to test on
 * @param defects the number of products with each kind of defect
 */
record SimulatedTree(Layout layout, int side, int train, int good, int defects) {
  private static final String LOGICAL = "logical_anomalies";
  private static final String STRUCTURAL = "structural_anomalies";
  // Of a missing part one pixel in so many of the picture is enough.
  private static final int ENOUGH = 400;

  /**
   * Lists the images of a category; the seed only draws which of those without labels are sound.
   */
  List<SimulatedImage> images(SimulatedCategory category, long seed) {
    Places places = new Places(category);
    for (int i = 0; i < train; i++) {
      places.sound("train", i);
    }
    for (int i = 0; i < validation(); i++) {
      places.sound("validation", i);
    }
    for (int i = 0; i < good; i++) {
      places.sound("test", i);
    }
    for (SimulatedDefect defect : category.defects()) {
      for (int i = 0; i < defects; i++) {
        places.defective(defect, i);
      }
    }
    if (layout == Layout.AD2) {
      places.withoutLabels(seed);
    }
    return places.images;
  }

  private int validation() {
    return layout == Layout.LOCO || layout == Layout.AD2 ? (train + 3) / 4 : 0;
  }

  private static String name(SimulatedDefect defect) {
    return defect.name().toLowerCase(Locale.ROOT);
  }

  private static String number(int index) {
    return String.format(Locale.ROOT, "%03d", index);
  }

  /** Puts the images of a category where the layout has them. */
  private final class Places {
    private final SimulatedCategory category;
    private final String root;
    private final List<SimulatedImage> images = new ArrayList<>();
    private final Map<String, Integer> numbers = new TreeMap<>();

    Places(SimulatedCategory category) {
      this.category = category;
      this.root = category.folder() + "/";
    }

    /** Returns the next number of a folder, where several kinds of images share it. */
    private String next(String folder) {
      return number(numbers.merge(folder, 1, Integer::sum) - 1);
    }

    void sound(String part, int index) {
      String key = part + "/good/" + number(index);
      String file =
          switch (layout) {
            case AD, LOCO -> key;
            case AD2 ->
                (part.equals("test") ? "test_public" : part)
                    + key.substring(part.length())
                    + "_regular";
            case VISA -> "Data/Images/Normal/" + next("Normal");
            case FOLDER -> "good/" + next("good");
          };
      add(key, null, 1, file, "");
    }

    void defective(SimulatedDefect defect, int index) {
      String kind = name(defect);
      String key = "test/" + kind + "/" + number(index);
      switch (layout) {
        case AD ->
            add(key, defect, 1, key, "ground_truth/" + kind + "/" + number(index) + "_mask.png");
        case LOCO -> {
          String type = defect == SimulatedDefect.MISSING ? LOGICAL : STRUCTURAL;
          String place = type + "/" + next(type);
          add(key, defect, 1, "test/" + place, "ground_truth/" + place);
        }
        case AD2 -> {
          String place = "bad/" + next("bad") + "_regular";
          add(
              key,
              defect,
              1,
              "test_public/" + place,
              "test_public/ground_truth/" + place + "_mask.png");
        }
        case VISA -> {
          String place = "Anomaly/" + next("Anomaly");
          add(key, defect, 1, "Data/Images/" + place, "Data/Masks/" + place + ".png");
        }
        case FOLDER -> {
          String place = kind + "/" + number(index);
          add(key, defect, 1, place, "masks/" + place + "_mask.png");
        }
      }
    }

    /**
     * A product with each kind of defect and as many sound ones, in an order that tells nothing.
     */
    void withoutLabels(long seed) {
      List<Optional<SimulatedDefect>> products = new ArrayList<>();
      for (SimulatedDefect defect : category.defects()) {
        products.add(Optional.of(defect));
        products.add(Optional.empty());
      }
      products = RandomSplit.shuffled(products, root + "private", seed);
      for (int i = 0; i < products.size(); i++) {
        SimulatedDefect defect = products.get(i).orElse(null);
        String key = "private/" + number(i);
        Light light = Light.values()[i % Light.values().length];
        add(key, defect, 1, "test_private/" + number(i) + "_regular", "");
        add(
            key,
            defect,
            light.factor,
            "test_private_mixed/" + number(i) + "_" + light.name().toLowerCase(Locale.ROOT),
            "");
      }
    }

    private void add(
        String key, @Nullable SimulatedDefect defect, double light, String file, String mask) {
      images.add(
          new SimulatedImage(
              category,
              key,
              defect,
              light,
              root + file + ".png",
              mask.isEmpty() ? "" : root + mask));
    }
  }

  /** The light that an image is taken in. */
  private enum Light {
    REGULAR(1),
    UNDEREXPOSED(0.6),
    OVEREXPOSED(1.4);

    private final double factor;

    Light(double factor) {
      this.factor = factor;
    }
  }

  /** Writes an image and its masks. */
  void write(SimulatedImage image, Path root, long seed) throws IOException {
    SimulatedPicture picture = image.picture(side, seed);
    save(picture.image(), root.resolve(image.file()));
    SimulatedDefect defect = image.defect();
    if (image.mask().isEmpty() || defect == null) {
      return;
    }
    Path file = root.resolve(image.mask());
    int index = image.category().defects().indexOf(defect);
    switch (layout) {
      case LOCO -> {
        List<DefectRegion> parts = DefectRegion.connected(picture.mask());
        for (int i = 0; i < parts.size(); i++) {
          save(grey(parts.get(i).mask(), 255 - index), file.resolve(number(i) + ".png"));
        }
      }
      case VISA -> save(grey(picture.mask(), 1 + index), file);
      default -> save(picture.mask().toImage(), file);
    }
  }

  private static Image grey(Mask mask, int level) {
    byte[] samples = mask.bits();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (samples[i] * level);
    }
    return Image.of(samples, 1, mask.size());
  }

  private static void save(Image image, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    image.savePng(file);
  }

  /** Writes the files that tell of the others. */
  void writeDescriptions(Collection<SimulatedCategory> categories, Path root, long seed)
      throws IOException {
    if (layout == Layout.LOCO) {
      for (SimulatedCategory category : categories) {
        Path folder = root.resolve(category.folder());
        DefectsFile.write(folder.resolve(DefectsFile.NAME), types(category));
      }
    } else if (layout == Layout.VISA) {
      Path folder = Files.createDirectories(root.resolve(VisaSplit.FOLDER));
      Files.writeString(folder.resolve(VisaSplit.FILE), split(categories, seed));
    }
  }

  private List<DefectType> types(SimulatedCategory category) {
    List<DefectType> types = new ArrayList<>();
    for (SimulatedDefect defect : category.defects()) {
      Saturation saturation =
          defect == SimulatedDefect.MISSING
              ? Saturation.pixels(Math.max(1, side * side / ENOUGH))
              : Saturation.share(1);
      types.add(new DefectType(name(defect), 255 - types.size(), saturation));
    }
    return types;
  }

  private String split(Collection<SimulatedCategory> categories, long seed) {
    StringBuilder rows = new StringBuilder(String.join(",", VisaSplit.COLUMNS)).append('\n');
    for (SimulatedCategory category : categories) {
      for (SimulatedImage image : images(category, seed)) {
        rows.append(category.folder())
            .append(image.key().startsWith("train/") ? ",train," : ",test,")
            .append(image.defect() == null ? "normal," : "anomaly,")
            .append(image.file())
            .append(',')
            .append(image.mask())
            .append('\n');
      }
    }
    return rows.toString();
  }
}
