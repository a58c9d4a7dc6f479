package io.github.anomalydata.mvtec;

import io.github.anomalydata.data.ProgressListener;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.Workers;
import io.github.anomalydata.internal.io.StagedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Simulates pictures of products and writes them as a tree of MVTec AD or of another {@link
 * Layout}: square RGB images as PNG files, and a mask for each defect.
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
  private static final MvtecSimulator DEFAULTS =
      new MvtecSimulator(
          EnumSet.allOf(SimulatedCategory.class),
          new SimulatedTree(Layout.AD, 256, 40, 10, 6),
          Runnable::run,
          1);

  private final Set<SimulatedCategory> categories;
  private final SimulatedTree tree;
  private final Executor executor;
  private final int workers;

  private MvtecSimulator(
      Set<SimulatedCategory> categories, SimulatedTree tree, Executor executor, int workers) {
    this.categories = categories;
    this.tree = tree;
    this.executor = executor;
    this.workers = workers;
  }

  /**
   * Returns a simulator of a small MVTec AD.
   *
   * <ul>
   *   <li>{@linkplain #withCategories(SimulatedCategory...) Categories}: all
   *   <li>{@linkplain #with(Layout) Layout} = that of MVTec AD
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
    return new MvtecSimulator(EnumSet.copyOf(wanted), tree, executor, workers);
  }

  /**
   * Returns a simulator that writes another layout, with the same products.
   *
   * <ul>
   *   <li>{@link Layout#LOCO}: a missing part is a logical anomaly, of which a few pixels have to
   *       be found, and all else a structural one; each connected part of a defect has a mask
   *   <li>{@link Layout#AD2}: products without labels, a defective one of each kind and as many
   *       sound ones in random order, in the light of the others and in mixed light
   *   <li>{@link Layout#VISA}: that with {@code split_csv}, but with PNG files
   *   <li>{@link Layout#LOCO} and {@link Layout#AD2}: a quarter as many images to validate on as to
   *       train on
   * </ul>
   *
   * @param layout where the files are
   * @return a simulator
   */
  public MvtecSimulator with(Layout layout) {
    return with(new SimulatedTree(layout, tree.side(), tree.train(), tree.good(), tree.defects()));
  }

  private MvtecSimulator with(SimulatedTree newTree) {
    return new MvtecSimulator(categories, newTree, executor, workers);
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
    return with(
        new SimulatedTree(tree.layout(), pixels, tree.train(), tree.good(), tree.defects()));
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
    return with(new SimulatedTree(tree.layout(), tree.side(), images, tree.good(), tree.defects()));
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
    return with(
        new SimulatedTree(tree.layout(), tree.side(), tree.train(), images, tree.defects()));
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
    return with(new SimulatedTree(tree.layout(), tree.side(), tree.train(), tree.good(), images));
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
    return new MvtecSimulator(categories, tree, newExecutor, newWorkers);
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
      List<SimulatedImage> images = new ArrayList<>();
      categories.forEach(category -> images.addAll(tree.images(category, seed)));
      Counter counter = new Counter(progress, images.size());
      try {
        Workers.run(
            images.size(),
            workers,
            executor,
            () ->
                index -> {
                  write(images.get(index), staged.path(), seed);
                  counter.count();
                });
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      tree.writeDescriptions(categories, staged.path(), seed);
      staged.publish();
    }
    return Mvtec.open(folder, tree.layout());
  }

  private void write(SimulatedImage image, Path root, long seed) {
    try {
      tree.write(image, root, seed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
