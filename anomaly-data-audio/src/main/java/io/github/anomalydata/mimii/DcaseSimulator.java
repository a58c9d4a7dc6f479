package io.github.anomalydata.mimii;

import io.github.anomalydata.audio.WavWriter;
import io.github.anomalydata.data.ProgressListener;
import io.github.anomalydata.data.RandomStreams;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.Workers;
import io.github.anomalydata.internal.io.StagedFolder;
import io.github.anomalydata.mimii.Dcase.Edition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * Simulates recordings of machines and writes them as the development data of a DCASE challenge: in
 * the folders, with the names and attributes of its {@link Edition}, 16-bit WAV files of one
 * channel at 16 kHz.
 *
 * <p>Machines and faults are those of {@link MimiiSimulator}, in noise as loud as they are. From
 * 2021 on there are two domains: in the target domain a machine turns 30 % faster, and few
 * recordings of it are there to train on. The velocity, in percent, is the attribute {@code vel}.
 *
 * <p>The same options and seed give the same bytes, whatever the number of workers; a recording is
 * the same however many others there are. No real sample is copied.
 */
public final class DcaseSimulator {
  private static final int NOISE = 3;
  private static final int MOST_RECORDINGS = 10_000;

  private final Edition edition;
  private final Set<Machine> machines;
  private final int sections;
  private final int sourceTraining;
  private final int targetTraining;
  private final int testing;
  private final double seconds;
  private final Executor executor;
  private final int workers;

  private DcaseSimulator(
      Edition edition,
      Set<Machine> machines,
      int sections,
      int sourceTraining,
      int targetTraining,
      int testing,
      double seconds,
      Executor executor,
      int workers) {
    this.edition = edition;
    this.machines = machines;
    this.sections = sections;
    this.sourceTraining = sourceTraining;
    this.targetTraining = targetTraining;
    this.testing = testing;
    this.seconds = seconds;
    this.executor = executor;
    this.workers = workers;
  }

  /**
   * Returns a simulator of a small challenge.
   *
   * <ul>
   *   <li>{@linkplain #withMachines(Machine...) Machines}: fan, slider and valve
   *   <li>{@linkplain #withSections(int) Sections} = 3, from 2023 on 1
   *   <li>{@linkplain #withTraining(int, int) Training}: 20 recordings of the source domain, 3 of
   *       the target domain
   *   <li>{@linkplain #withTesting(int) Testing} = 6 normal and 6 abnormal recordings of each
   *       domain
   *   <li>{@linkplain #withSeconds(double) Seconds} = 10
   *   <li>{@linkplain #withWorkers(Executor, int) Workers} = 1, the caller's thread
   * </ul>
   *
   * @param edition the year
   * @return the simulator
   */
  public static DcaseSimulator of(Edition edition) {
    int sections = edition.compareTo(Edition.DCASE_2023) < 0 ? 3 : 1;
    Set<Machine> machines = EnumSet.of(Machine.FAN, Machine.SLIDER, Machine.VALVE);
    return new DcaseSimulator(edition, machines, sections, 20, 3, 6, 10, Runnable::run, 1);
  }

  /**
   * Returns a simulator of some kinds of machines.
   *
   * @param newMachines some of {@link Edition#machines()}
   * @return a simulator
   * @throws IllegalArgumentException if there are none or others
   */
  public DcaseSimulator withMachines(Machine... newMachines) {
    List<Machine> wanted = List.of(newMachines);
    if (wanted.isEmpty() || !edition.machines().containsAll(wanted)) {
      throw new IllegalArgumentException(
          "machines: some of " + edition.machines() + ", got " + wanted);
    }
    return new DcaseSimulator(
        edition,
        EnumSet.copyOf(wanted),
        sections,
        sourceTraining,
        targetTraining,
        testing,
        seconds,
        executor,
        workers);
  }

  /**
   * Returns a simulator of so many sections of each kind of machine; in 2020, of so many machines.
   *
   * @param newSections 1 to 100
   * @return a simulator
   * @throws IllegalArgumentException if it is out of range
   */
  public DcaseSimulator withSections(int newSections) {
    Require.between("sections", newSections, 1, 100);
    return new DcaseSimulator(
        edition,
        machines,
        newSections,
        sourceTraining,
        targetTraining,
        testing,
        seconds,
        executor,
        workers);
  }

  /**
   * Returns a simulator of so many recordings of each section to train on.
   *
   * @param source of the source domain, 1 to 10,000; in 2020, of the only one
   * @param target of the target domain, 0 to 10,000; in 2020 it does not count
   * @return a simulator
   * @throws IllegalArgumentException if a number is out of range
   */
  public DcaseSimulator withTraining(int source, int target) {
    Require.between("source", source, 1, MOST_RECORDINGS);
    Require.between("target", target, 0, MOST_RECORDINGS);
    return new DcaseSimulator(
        edition, machines, sections, source, target, testing, seconds, executor, workers);
  }

  /**
   * Returns a simulator of so many recordings of each section to test on.
   *
   * @param recordings as many normal as abnormal ones of each domain, 1 to 10,000
   * @return a simulator
   * @throws IllegalArgumentException if it is out of range
   */
  public DcaseSimulator withTesting(int recordings) {
    Require.between("recordings", recordings, 1, MOST_RECORDINGS);
    return new DcaseSimulator(
        edition,
        machines,
        sections,
        sourceTraining,
        targetTraining,
        recordings,
        seconds,
        executor,
        workers);
  }

  /**
   * Returns a simulator of recordings of a length.
   *
   * @param newSeconds above 0, at most 600
   * @return a simulator
   * @throws IllegalArgumentException if it is NaN, out of range or less than a sample
   */
  public DcaseSimulator withSeconds(double newSeconds) {
    if (!(newSeconds * SimulatedMixture.SAMPLE_RATE >= 1 && newSeconds <= 600)) {
      throw new IllegalArgumentException("seconds: a sample to 600 s, got " + newSeconds);
    }
    return new DcaseSimulator(
        edition,
        machines,
        sections,
        sourceTraining,
        targetTraining,
        testing,
        newSeconds,
        executor,
        workers);
  }

  /**
   * Returns a simulator that works on several threads.
   *
   * @param newExecutor runs all threads but the caller's
   * @param newWorkers the number of threads, the caller's included
   * @return a simulator
   * @throws IllegalArgumentException if the number is below 1
   */
  public DcaseSimulator withWorkers(Executor newExecutor, int newWorkers) {
    Require.atLeast("workers", newWorkers, 1);
    return new DcaseSimulator(
        edition,
        machines,
        sections,
        sourceTraining,
        targetTraining,
        testing,
        seconds,
        newExecutor,
        newWorkers);
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
      List<SimulatedClip> clips = clips(seed);
      ProgressCounter counter = new ProgressCounter(progress, clips.size());
      try {
        Workers.run(
            clips.size(),
            workers,
            executor,
            () -> piece -> write(staged.path(), clips.get(piece), seed, counter));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      if (edition.hasAttributes()) {
        writeAttributes(staged.path(), clips);
      }
      staged.publish();
    }
    return Dcase.open(folder, edition);
  }

  private int length() {
    return (int) Math.round(seconds * SimulatedMixture.SAMPLE_RATE);
  }

  private List<SimulatedClip> clips(long seed) {
    List<SimulatedClip> clips = new ArrayList<>();
    for (Machine kind : machines) {
      for (int section = 0; section < sections; section++) {
        String id =
            String.format(Locale.ROOT, edition.hasDomains() ? "section_%02d" : "id_%02d", section);
        SimulatedMachine machine = new SimulatedMachine(kind, id, seed);
        double power = SimulatedMixture.meanSquare(machine.sound(Label.NORMAL, 0, length()));
        SimulatedClip first =
            new SimulatedClip(
                edition, kind, id, machine, power, Part.TRAIN, Domain.SOURCE, Label.NORMAL, 0);
        add(clips, first, sourceTraining);
        add(clips, first.with(Part.TEST, Label.NORMAL), testing);
        add(clips, first.with(Part.TEST, Label.ABNORMAL), testing);
        if (edition.hasDomains()) {
          SimulatedClip target = first.with(Domain.TARGET);
          add(clips, target, targetTraining);
          add(clips, target.with(Part.TEST, Label.NORMAL), testing);
          add(clips, target.with(Part.TEST, Label.ABNORMAL), testing);
        }
      }
    }
    return clips;
  }

  private static void add(List<SimulatedClip> clips, SimulatedClip first, int count) {
    for (int i = 0; i < count; i++) {
      clips.add(first.with(i));
    }
  }

  private void write(Path root, SimulatedClip clip, long seed, ProgressCounter counter) {
    Path wav = root.resolve(clip.path());
    RandomGenerator noise = RandomStreams.of(seed, 0, new SampleKey(clip.path(), 0), NOISE);
    try {
      Files.createDirectories(wav.getParent());
      WavWriter.withDefaults()
          .write(
              wav, SimulatedMixture.mix(clip.sound(length()), clip.power(), Snr.ZERO_DB, 1, noise));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    counter.count();
  }

  private static void writeAttributes(Path root, List<SimulatedClip> clips) throws IOException {
    Map<String, StringBuilder> files = new TreeMap<>();
    for (SimulatedClip clip : clips) {
      files
          .computeIfAbsent(clip.attributesPath(), path -> new StringBuilder("file_name,d1p,d1v\n"))
          .append(clip.path())
          .append(",vel,")
          .append(clip.velocity())
          .append('\n');
    }
    for (Map.Entry<String, StringBuilder> file : files.entrySet()) {
      Files.writeString(root.resolve(file.getKey()), file.getValue());
    }
  }
}
