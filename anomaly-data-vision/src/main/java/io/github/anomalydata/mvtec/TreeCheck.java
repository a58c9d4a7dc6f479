package io.github.anomalydata.mvtec;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.data.ProgressListener;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.Mask;
import io.github.anomalydata.internal.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads every file of a data set, and finds what names do not tell. */
public final class TreeCheck {
  private TreeCheck() {}

  /**
   * Checks that every image can be decoded; that the masks of a defect are of its size, have the
   * grey levels of its {@link MaskLevels}, and are not all black; and that no image is there twice,
   * such as one to train on among those to test on. Two without labels may be the same: in mixed
   * light some have the light of the others.
   *
   * @param images the images
   * @param listener hears of every image that was read
   * @return what is wrong, one exception for each file that it is wrong with, in the order of the
   *     images; empty if nothing is
   * @throws IOException if a file cannot be read
   */
  public static List<DataFileException> problems(InspectionImages images, ProgressListener listener)
      throws IOException {
    List<DataFileException> problems = new ArrayList<>();
    Map<String, InspectionImage> byContent = new HashMap<>();
    int done = 0;
    for (InspectionImage image : images.list()) {
      try {
        check(image);
        InspectionImage first = byContent.putIfAbsent(sha256(image.file()), image);
        if (first != null && (first.isLabelled() || image.isLabelled())) {
          throw new DataFileException(
              image.file(), "", "each image once", "the same bytes in " + first.file());
        }
      } catch (DataFileException e) {
        problems.add(e);
      }
      done++;
      listener.progress("check", done, images.size());
    }
    return List.copyOf(problems);
  }

  private static void check(InspectionImage image) throws IOException {
    Image pixels = Image.open(image.file());
    List<Mask> masks = MaskFiles.each(image, pixels.size());
    for (int i = 0; i < masks.size(); i++) {
      if (masks.get(i).count() == 0) {
        throw MaskLevels.empty(image.masks().get(i));
      }
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Hashes.sha256(in);
    }
  }
}
