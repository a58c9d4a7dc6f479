package io.github.anomalydata.mvtec;

import io.github.anomalydata.data.ProgressListener;
import io.github.anomalydata.data.RandomStreams;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.Workers;
import io.github.anomalydata.internal.io.StagedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Simulates pictures of products and writes them as an MVTec AD tree: square RGB images as PNG
 * files, and a mask for each defect.
 *
 * <p>Textures (a weave, leather, a grid of wires) fill the picture; objects (a nut, a bottle) lie
 * nearly alike each time. Defects are scratches, holes, stains, bent and missing parts, of the
 * kinds that fit the product. A mask is exact: it holds the pixels that the defect changed by at
 * least 8 grey levels, and all others are, noise included, those of the sound product. Scratches
 * and stains of objects end where the object does. No real image is copied.
 *
 * <p>The same options and seed give the same bytes, whatever the number of workers; an image is the
 * same however many others there are.
 */
public final class MvtecSimulator {
  private static final int PRODUCT = 0;
  private static final int DEFECT = 1;
  private static final int CAMERA = 2;

  private static final MvtecSimulator DEFAULTS =
      new MvtecSimulator(EnumSet.allOf(SimulatedCategory.class), 256, 40, 10, 6, Runnable::run, 1);

  private final Set<SimulatedCategory> categories;
  private final int side;
  private final int train;
  private final int good;
  private final int defects;
  private final Executor executor;
  private final int workers;

  private MvtecSimulator(
      Set<SimulatedCategory> categories,
      int side,
      int train,
      int good,
      int defects,
      Executor executor,
      int workers) {
    this.categories = categories;
    this.side = side;
    this.train = train;
    this.good = good;
    this.defects = defects;
    this.executor = executor;
    this.workers = workers;
  }

  /**
   * Returns a simulator of a small MVTec AD.
   *
   * <ul>
   *   <li>{@linkplain #withCategories(SimulatedCategory...) Categories}: all
   *   <li>{@linkplain #withSide(int) Side} = 256 pixels
   *   <li>{@linkplain #withTrain(int) Train} images = 40 of each category, {@linkplain
   *       #withGood(int) good} ones to test on = 10
   *   <li>{@linkplain #withDefects(int) Defects} = 6 images of each kind
   *   <li>{@linkplain #withWorkers(Executor, int) Workers} = 1, the caller's thread
   * </ul>
   *
   * @return the default simulator
   */
  public static MvtecSimulator withDefaults() {
    return DEFAULTS;
  }

  /**
   * Returns a simulator of some kinds of products.
   *
   * @param newCategories the kinds, at least one
   * @return a simulator
   * @throws IllegalArgumentException if there are none
   */
  public MvtecSimulator withCategories(SimulatedCategory... newCategories) {
    List<SimulatedCategory> wanted = List.of(newCategories);
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException("categories: at least one, got none");
    }
    return new MvtecSimulator(
        EnumSet.copyOf(wanted), side, train, good, defects, executor, workers);
  }

  /**
   * Returns a simulator of images of a size.
   *
   * @param pixels the number of columns and of rows, 32 to 4096
   * @return a simulator
   * @throws IllegalArgumentException if it is out of range
   */
  public MvtecSimulator withSide(int pixels) {
    Require.between("side", pixels, 32, 4096);
    return new MvtecSimulator(categories, pixels, train, good, defects, executor, workers);
  }

  /**
   * Returns a simulator of so many sound products of each kind to train on.
   *
   * @param images at least 1
   * @return a simulator
   * @throws IllegalArgumentException if it is below 1
   */
  public MvtecSimulator withTrain(int images) {
    Require.atLeast("train", images, 1);
    return new MvtecSimulator(categories, side, images, good, defects, executor, workers);
  }

  /**
   * Returns a simulator of so many sound products of each kind to test on.
   *
   * @param images at least 1
   * @return a simulator
   * @throws IllegalArgumentException if it is below 1
   */
  public MvtecSimulator withGood(int images) {
    Require.atLeast("good", images, 1);
    return new MvtecSimulator(categories, side, train, images, defects, executor, workers);
  }

  /**
   * Returns a simulator of so many products with each kind of defect.
   *
   * @param images at least 1
   * @return a simulator
   * @throws IllegalArgumentException if it is below 1
   */
  public MvtecSimulator withDefects(int images) {
    Require.atLeast("defects", images, 1);
    return new MvtecSimulator(categories, side, train, good, images, executor, workers);
  }

  /**
   * Returns a simulator that works on several threads.
   *
   * @param newExecutor runs all threads but the caller's
   * @param newWorkers the number of threads, the caller's included
   * @return a simulator
   * @throws IllegalArgumentException if the number is below 1
   */
  public MvtecSimulator withWorkers(Executor newExecutor, int newWorkers) {
    Require.atLeast("workers", newWorkers, 1);
    return new MvtecSimulator(categories, side, train, good, defects, newExecutor, newWorkers);
  }

  /**
   * Simulates the images and writes them.
   *
   * @param folder the folder, absent or empty; it appears whole or not at all
   * @param seed the seed
   * @return what was written
   * @throws FileAlreadyExistsException if there is something in the folder
   * @throws IOException if a file cannot be written
   */
  public InspectionImages write(Path folder, long seed) throws IOException {
    return write(folder, seed, ProgressListener.NONE);
  }

  /**
   * Simulates the images and writes them.
   *
   * @param folder the folder, absent or empty; it appears whole or not at all
   * @param seed the seed
   * @param progress hears of each image; from several threads, one after another
   * @return what was written
   * @throws FileAlreadyExistsException if there is something in the folder
   * @throws IOException if a file cannot be written
   */
  public InspectionImages write(Path folder, long seed, ProgressListener progress)
      throws IOException {
    try (StagedFolder staged = StagedFolder.open(folder)) {
      List<Piece> pieces = pieces();
      Counter counter = new Counter(progress, pieces.size());
      try {
        Workers.run(
            pieces.size(),
            workers,
            executor,
            () ->
                index -> {
                  write(pieces.get(index), staged.path(), seed);
                  counter.count();
                });
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      staged.publish();
    }
    return Mvtec.open(folder);
  }

  /** An image to be made: its place in the category's folder, and its defect if it has one. */
  private record Piece(
      SimulatedCategory category, String place, @Nullable SimulatedDefect defect) {}

  private List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    for (SimulatedCategory category : categories) {
      add(pieces, category, "train/good", null, train);
      add(pieces, category, "test/good", null, good);
      for (SimulatedDefect defect : category.defects()) {
        add(pieces, category, "test/" + name(defect), defect, defects);
      }
    }
    return pieces;
  }

  private static void add(
      List<Piece> pieces,
      SimulatedCategory category,
      String folder,
      @Nullable SimulatedDefect defect,
      int count) {
    for (int i = 0; i < count; i++) {
      String place = String.format(Locale.ROOT, "%s/%03d", folder, i);
      pieces.add(new Piece(category, place, defect));
    }
  }

  private static String name(SimulatedDefect defect) {
    return defect.name().toLowerCase(Locale.ROOT);
  }

  private void write(Piece piece, Path root, long seed) {
    Path category = root.resolve(piece.category().folder());
    SimulatedPicture picture = picture(piece.category(), piece.place(), piece.defect(), side, seed);
    try {
      save(picture.image(), category.resolve(piece.place() + ".png"));
      if (piece.defect() != null) {
        String mask = piece.place().replaceFirst("^test/", "ground_truth/") + "_mask.png";
        save(picture.mask().toImage(), category.resolve(mask));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void save(Image image, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    image.savePng(file);
  }

  /** Makes the picture of one product, which is the same with and without defect but for it. */
  static SimulatedPicture picture(
      SimulatedCategory category,
      String place,
      @Nullable SimulatedDefect defect,
      int side,
      long seed) {
    SampleKey key = key(category, place);
    Surface sound = product(category, place, seed);
    RandomGenerator draws = RandomStreams.of(seed, 0, key, DEFECT);
    SimulatedDefect.Look seen = defect == null ? sound::colour : defect.on(sound, draws);
    return SimulatedPicture.of(sound::colour, seen, side, RandomStreams.of(seed, 0, key, CAMERA));
  }

  /** Draws the product of a picture. */
  static Surface product(SimulatedCategory category, String place, long seed) {
    return category.product(RandomStreams.of(seed, 0, key(category, place), PRODUCT));
  }

  private static SampleKey key(SimulatedCategory category, String place) {
    return new SampleKey(category.folder() + "/" + place, 0);
  }

  /** Counts images of several threads. */
  private static final class Counter {
    private final ProgressListener progress;
    private final long total;
    private long done;

    Counter(ProgressListener progress, long total) {
      this.progress = progress;
      this.total = total;
    }

    synchronized void count() {
      progress.progress("simulate", ++done, total);
    }
  }
}
