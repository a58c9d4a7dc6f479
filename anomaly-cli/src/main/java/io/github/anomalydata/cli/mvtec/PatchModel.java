package io.github.anomalydata.cli.mvtec;

import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.Resize;
import io.github.anomalydata.image.detect.AnomalyMap;
import io.github.anomalydata.image.detect.FilterBank;
import io.github.anomalydata.image.detect.PatchGaussian;
import io.github.anomalydata.internal.json.JsonDocument;
import io.github.anomalydata.mvtec.InspectionImage;
import io.github.anomalydata.mvtec.InspectionImages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A fitted model of one category, with the size of what it sees. */
final class PatchModel {
  private static final JsonDocument<Description> DOCUMENT =
      JsonDocument.of("anomaly-mvtec-model", 1, Description.class);

  private final Description description;
  private final PatchGaussian gaussian;

  /**
   * What is stored beside the distributions.
   *
   * @param size the columns and rows that images are resized to
   * @param stride the distance of patches in pixels
   */
  record Description(int size, int stride) {}

  private PatchModel(Description description, PatchGaussian gaussian) {
    this.description = description;
    this.gaussian = gaussian;
  }

  static PatchModel train(InspectionImages images, Description description) throws IOException {
    Iterable<Image> sound =
        () -> images.list().stream().map(image -> read(image, description.size())).iterator();
    FilterBank features = FilterBank.withDefaults().withStride(description.stride());
    try {
      return new PatchModel(description, PatchGaussian.fit(sound, features));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Image read(InspectionImage image, int size) {
    try {
      return resized(Image.open(image.file()), size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Image resized(Image image, int size) {
    return Resize.to(ImageSize.square(size)).apply(image.rgb());
  }

  ImageSize size() {
    return ImageSize.square(description.size());
  }

  /** Resizes an image to what the model sees. */
  Image resized(Image image) {
    return resized(image, description.size());
  }

  AnomalyMap map(Image resized) {
    return gaussian.map(resized);
  }

  /** Writes model.json and model.npz to the category's folder. */
  void save(Path root, String category) throws IOException {
    Path folder = Files.createDirectories(root.resolve(category));
    gaussian.save(folder.resolve("model.npz"));
    DOCUMENT.write(folder.resolve("model.json"), description);
  }

  /** Reads what was saved. */
  static PatchModel load(Path root, String category) throws IOException {
    Path folder = root.resolve(category);
    Description description = DOCUMENT.read(folder.resolve("model.json"));
    FilterBank features = FilterBank.withDefaults().withStride(description.stride());
    return new PatchModel(description, PatchGaussian.load(folder.resolve("model.npz"), features));
  }
}
