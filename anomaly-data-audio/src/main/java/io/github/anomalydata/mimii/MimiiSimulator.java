package io.github.anomalydata.mimii;

import io.github.anomalydata.audio.WavWriter;
import io.github.anomalydata.data.ProgressListener;
import io.github.anomalydata.data.RandomStreams;
import io.github.anomalydata.data.SampleKey;
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

/**
 * Simulates recordings of machines in a factory and writes them as a MIMII tree: 16-bit WAV files
 * of 8 channels at 16 kHz.
 *
 * <p>Each machine hums with harmonics of its shaft and makes noise in bands of its own, which its
 * turns or strokes modulate. Faults are strikes that ring, a part that rubs once a revolution, and
 * a mass off the axis; recording {@code i} of a faulty machine has fault {@code i mod 3}. Noise is
 * mixed in as in MIMII [1]: its power is that of the machine's normal sound, divided by the ratio.
 * The sound of a machine is the same at each ratio. No real sample is copied.
 *
 * <p>The same options and seed give the same bytes, whatever the number of workers; a recording is
 * the same however many others there are.
 *
 * <p>Reference:
 *
 * <ol>
 *   <li>H. Purohit et al. (2019), MIMII dataset: sound dataset for malfunctioning industrial
 *       machine investigation and inspection, DCASE workshop. <a
 *       href="https://arxiv.org/abs/1909.09347">arXiv:1909.09347</a>
 * </ol>
 */
public final class MimiiSimulator {
  private static final int NOISE = 3;

  private static final MimiiSimulator DEFAULTS =
      new MimiiSimulator(
          EnumSet.copyOf(Machine.MIMII),
          EnumSet.complementOf(EnumSet.of(Snr.UNSTATED)),
          4,
          20,
          6,
          10,
          Runnable::run,
          1);

  private final Set<Machine> machines;
  private final Set<Snr> snrs;
  private final int ids;
  private final int normal;
  private final int abnormal;
  private final double seconds;
  private final Executor executor;
  private final int workers;

  private MimiiSimulator(
      Set<Machine> machines,
      Set<Snr> snrs,
      int ids,
      int normal,
      int abnormal,
      double seconds,
      Executor executor,
      int workers) {
    this.machines = machines;
    this.snrs = snrs;
    this.ids = ids;
    this.normal = normal;
    this.abnormal = abnormal;
    this.seconds = seconds;
    this.executor = executor;
    this.workers = workers;
  }

  /**
   * Returns a simulator of a small MIMII.
   *
   * <ul>
   *   <li>{@linkplain #withMachines(Machine...) Machines}: fan, pump, slider and valve
   *   <li>{@linkplain #withSnrs(Snr...) SNRs}: -6, 0 and 6 dB
   *   <li>{@linkplain #withIds(int) Ids} = 4: 00, 02, 04 and 06
   *   <li>{@linkplain #withNormal(int) Normal} recordings = 20, {@linkplain #withAbnormal(int)
   *       abnormal} ones = 6 of each
   *   <li>{@linkplain #withSeconds(double) Seconds} = 10
   *   <li>{@linkplain #withWorkers(Executor, int) Workers} = 1, the caller's thread
   * </ul>
   *
   * @return the default simulator
   */
  public static MimiiSimulator withDefaults() {
    return DEFAULTS;
  }

  /**
   * Returns a simulator of some kinds of machines.
   *
   * @param newMachines some of fan, pump, slider and valve
   * @return a simulator
   * @throws IllegalArgumentException if there are none or others
   */
  public MimiiSimulator withMachines(Machine... newMachines) {
    List<Machine> wanted = List.of(newMachines);
    if (wanted.isEmpty() || !Machine.MIMII.containsAll(wanted)) {
      throw new IllegalArgumentException("machines: some of " + Machine.MIMII + ", got " + wanted);
    }
    return new MimiiSimulator(
        EnumSet.copyOf(wanted), snrs, ids, normal, abnormal, seconds, executor, workers);
  }

  /**
   * Returns a simulator of some signal-to-noise ratios.
   *
   * @param newSnrs the ratios
   * @return a simulator
   * @throws IllegalArgumentException if there are none, or one is {@link Snr#UNSTATED}
   */
  public MimiiSimulator withSnrs(Snr... newSnrs) {
    List<Snr> wanted = List.of(newSnrs);
    if (wanted.isEmpty() || wanted.contains(Snr.UNSTATED)) {
      throw new IllegalArgumentException("snrs: some of -6, 0 and 6 dB, got " + wanted);
    }
    return new MimiiSimulator(
        machines, EnumSet.copyOf(wanted), ids, normal, abnormal, seconds, executor, workers);
  }

  /**
   * Returns a simulator of so many machines of each kind, with the even ids of MIMII.
   *
   * @param newIds 1 to 50
   * @return a simulator
   * @throws IllegalArgumentException if it is out of range
   */
  public MimiiSimulator withIds(int newIds) {
    if (newIds < 1 || newIds > 50) {
      throw new IllegalArgumentException("ids: 1 to 50, got " + newIds);
    }
    return new MimiiSimulator(machines, snrs, newIds, normal, abnormal, seconds, executor, workers);
  }

  /**
   * Returns a simulator of so many recordings of each machine without a fault.
   *
   * @param recordings at least 1
   * @return a simulator
   * @throws IllegalArgumentException if it is below 1
   */
  public MimiiSimulator withNormal(int recordings) {
    Require.atLeast("normal", recordings, 1);
    return new MimiiSimulator(
        machines, snrs, ids, recordings, abnormal, seconds, executor, workers);
  }

  /**
   * Returns a simulator of so many recordings of each machine with a fault.
   *
   * @param recordings at least 1
   * @return a simulator
   * @throws IllegalArgumentException if it is below 1
   */
  public MimiiSimulator withAbnormal(int recordings) {
    Require.atLeast("abnormal", recordings, 1);
    return new MimiiSimulator(machines, snrs, ids, normal, recordings, seconds, executor, workers);
  }

  /**
   * Returns a simulator of recordings of a length.
   *
   * @param newSeconds above 0, at most 600
   * @return a simulator
   * @throws IllegalArgumentException if it is NaN, out of range or less than a sample
   */
  public MimiiSimulator withSeconds(double newSeconds) {
    if (!(newSeconds * SimulatedMixture.SAMPLE_RATE >= 1 && newSeconds <= 600)) {
      throw new IllegalArgumentException("seconds: a sample to 600 s, got " + newSeconds);
    }
    return new MimiiSimulator(machines, snrs, ids, normal, abnormal, newSeconds, executor, workers);
  }

  /**
   * Returns a simulator that works on several threads.
   *
   * @param newExecutor runs all threads but the caller's
   * @param newWorkers the number of threads, the caller's included
   * @return a simulator
   * @throws IllegalArgumentException if the number is below 1
   */
  public MimiiSimulator withWorkers(Executor newExecutor, int newWorkers) {
    Require.atLeast("workers", newWorkers, 1);
    return new MimiiSimulator(
        machines, snrs, ids, normal, abnormal, seconds, newExecutor, newWorkers);
  }

  /**
   * Simulates the recordings and writes them.
   *
   * @param folder the folder, absent or empty; it appears whole or not at all
   * @param seed the seed
   * @return what was written
   * @throws FileAlreadyExistsException if there is something in the folder
   * @throws IOException if a file cannot be written
   */
  public Recordings write(Path folder, long seed) throws IOException {
    return write(folder, seed, ProgressListener.NONE);
  }

  /**
   * Simulates the recordings and writes them.
   *
   * @param folder the folder, absent or empty; it appears whole or not at all
   * @param seed the seed
   * @param progress hears of each recording; from several threads, one after another
   * @return what was written
   * @throws FileAlreadyExistsException if there is something in the folder
   * @throws IOException if a file cannot be written
   */
  public Recordings write(Path folder, long seed, ProgressListener progress) throws IOException {
    try (StagedFolder staged = StagedFolder.open(folder)) {
      List<Stretch> stretches = stretches(seed);
      ProgressCounter counter =
          new ProgressCounter(progress, (long) stretches.size() * snrs.size());
      try {
        Workers.run(
            stretches.size(),
            workers,
            executor,
            () -> piece -> write(staged.path(), stretches.get(piece), seed, counter));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      staged.publish();
    }
    return Mimii.open(folder);
  }

  /**
   * A stretch of the sound of a machine, which is mixed with noise at each ratio.
   *
   * @param machine the machine
   * @param power the mean power of its normal sound
   * @param label whether it has a fault
   * @param index the number of the stretch
   */
  private record Stretch(SimulatedMachine machine, double power, Label label, int index) {}

  private int length() {
    return (int) Math.round(seconds * SimulatedMixture.SAMPLE_RATE);
  }

  private List<Stretch> stretches(long seed) {
    List<Stretch> stretches = new ArrayList<>();
    for (Machine kind : machines) {
      for (int i = 0; i < ids; i++) {
        SimulatedMachine machine =
            new SimulatedMachine(kind, String.format(Locale.ROOT, "id_%02d", 2 * i), seed);
        double power = SimulatedMixture.meanSquare(machine.sound(Label.NORMAL, 0, length()));
        for (int k = 0; k < normal; k++) {
          stretches.add(new Stretch(machine, power, Label.NORMAL, k));
        }
        for (int k = 0; k < abnormal; k++) {
          stretches.add(new Stretch(machine, power, Label.ABNORMAL, k));
        }
      }
    }
    return stretches;
  }

  private void write(Path root, Stretch stretch, long seed, ProgressCounter counter) {
    SimulatedMachine machine = stretch.machine();
    double[] sound = machine.sound(stretch.label(), stretch.index(), length());
    String label = stretch.label().name().toLowerCase(Locale.ROOT);
    String file = String.format(Locale.ROOT, "%s/%s/%08d.wav", machine, label, stretch.index());
    try {
      for (Snr snr : snrs) {
        Path wav = root.resolve(snr.folder()).resolve(file);
        Files.createDirectories(wav.getParent());
        RandomGenerator noise =
            RandomStreams.of(seed, snr.ordinal(), new SampleKey(file, 0), NOISE);
        WavWriter.withDefaults()
            .write(
                wav,
                SimulatedMixture.mix(
                    sound, stretch.power(), snr, SimulatedMixture.CHANNELS, noise));
        counter.count();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
