package io.github.anomalydata.cli.mvtec;

import io.github.anomalydata.data.ProgressListener;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.Resize;
import io.github.anomalydata.image.detect.AnomalyMap;
import io.github.anomalydata.image.detect.Autoencoder;
import io.github.anomalydata.image.detect.AutoencoderTraining;
import io.github.anomalydata.image.detect.DefectDetector;
import io.github.anomalydata.image.detect.FilterBank;
import io.github.anomalydata.image.detect.PatchGaussian;
import io.github.anomalydata.internal.json.JsonDocument;
import io.github.anomalydata.mvtec.InspectionImage;
import io.github.anomalydata.mvtec.InspectionImages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** A fitted model of one category, with the size of what it sees. */
final class DetectorModel {
  private static final JsonDocument<Description> DOCUMENT =
      JsonDocument.of("anomaly-mvtec-model", 2, Description.class);

  private final Description description;
  private final DefectDetector detector;

  /** How defects are found. */
  enum Kind {
    /** By the distributions of patches. */
    GAUSSIAN,
    /** By what an autoencoder cannot make again. */
    AUTOENCODER
  }

  /**
   * What is stored beside the model.
   *
   * @param kind how defects are found
   * @param size the columns and rows that images are resized to
   * @param stride the distance of patches in pixels, of no meaning for an autoencoder
   */
  record Description(Kind kind, int size, int stride) {}

  private DetectorModel(Description description, DefectDetector detector) {
    this.description = description;
    this.detector = detector;
  }

  /** Fits the distributions of patches. */
  static DetectorModel gaussian(InspectionImages images, int size, int stride, Threads threads)
      throws IOException {
    Description description = new Description(Kind.GAUSSIAN, size, stride);
    return fit(
        images,
        description,
        sound ->
            PatchGaussian.fit(sound, features(description), threads.executor(), threads.workers()));
  }

  /** Trains an autoencoder. */
  static DetectorModel autoencoder(
      InspectionImages images,
      int size,
      AutoencoderTraining training,
      long seed,
      ProgressListener progress)
      throws IOException {
    return fit(
        images,
        new Description(Kind.AUTOENCODER, size, 1),
        sound -> training.fit(sound, seed, progress));
  }

  private static DetectorModel fit(
      InspectionImages images,
      Description description,
      Function<Iterable<Image>, DefectDetector> fitting)
      throws IOException {
    Iterable<Image> sound =
        () -> images.list().stream().map(image -> read(image, description.size())).iterator();
    try {
      return new DetectorModel(description, fitting.apply(sound));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static FilterBank features(Description description) {
    return FilterBank.withDefaults().withStride(description.stride());
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
    return detector.map(resized);
  }

  /** Writes model.json and model.npz to the category's folder. */
  void save(Path root, String category) throws IOException {
    Path folder = Files.createDirectories(root.resolve(category));
    Path file = folder.resolve("model.npz");
    if (detector instanceof Autoencoder autoencoder) {
      autoencoder.save(file);
    } else if (detector instanceof PatchGaussian gaussian) {
      gaussian.save(file);
    }
    DOCUMENT.write(folder.resolve("model.json"), description);
  }

  /** Reads what was saved. */
  static DetectorModel load(Path root, String category) throws IOException {
    Path folder = root.resolve(category);
    Description description = DOCUMENT.read(folder.resolve("model.json"));
    Path file = folder.resolve("model.npz");
    return new DetectorModel(
        description,
        switch (description.kind()) {
          case GAUSSIAN -> PatchGaussian.load(file, features(description));
          case AUTOENCODER -> Autoencoder.load(file);
        });
  }
}
