package io.github.anomalydata.mimii;

import io.github.anomalydata.data.RandomStreams;
import io.github.anomalydata.data.SampleKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Recordings in a fixed order: by unit, label and file name. Immutable, and never empty: a
 * selection of nothing is refused with what there was to select from.
 */
public final class Recordings {
  private static final Comparator<Recording> ORDER =
      Comparator.comparing(Recording::unit)
          .thenComparing(Recording::label)
          .thenComparing(recording -> recording.file().getFileName().toString())
          .thenComparing(Recording::group);

  private final List<Recording> recordings;

  private Recordings(List<Recording> recordings) {
    this.recordings = recordings;
  }

  /**
   * Returns recordings, put into order: by unit, label and file name.
   *
   * @param recordings the recordings, at least one
   * @return the recordings
   * @throws IllegalArgumentException if there are none, or two are of the same group and unit
   */
  public static Recordings of(Collection<Recording> recordings) {
    if (recordings.isEmpty()) {
      throw new IllegalArgumentException("recordings: at least one, got none");
    }
    Set<SampleKey> keys = new HashSet<>();
    for (Recording recording : recordings) {
      if (!keys.add(key(recording, 0))) {
        throw new IllegalArgumentException(
            "recordings: each group once in a unit, got "
                + recording.group()
                + " twice in "
                + recording.unit());
      }
    }
    return new Recordings(recordings.stream().sorted(ORDER).toList());
  }

  /**
   * Returns the key of a frame: the same stretch of sound at another SNR is in the same group, at
   * another position.
   */
  static SampleKey key(Recording recording, int frame) {
    return new SampleKey(
        recording.group(), ((long) recording.unit().snr().ordinal() << Integer.SIZE) + frame);
  }

  /** Returns the key of the first frame of the recording that a frame is of. */
  static SampleKey clip(SampleKey frame) {
    return new SampleKey(frame.group(), frame.position() >> Integer.SIZE << Integer.SIZE);
  }

  /**
   * Returns the recordings.
   *
   * @return at least one, in order
   */
  public List<Recording> list() {
    return recordings;
  }

  /**
   * Returns the number of recordings.
   *
   * @return at least 1
   */
  public int size() {
    return recordings.size();
  }

  /**
   * Returns the number of recordings with a label.
   *
   * @param label the label
   * @return 0 or more
   */
  public int count(Label label) {
    return (int) recordings.stream().filter(r -> r.label() == label).count();
  }

  /**
   * Returns the units.
   *
   * @return the units that there are recordings of, in order
   */
  public List<MachineUnit> units() {
    return recordings.stream().map(Recording::unit).distinct().toList();
  }

  /**
   * Returns the recordings of each unit by themselves.
   *
   * @return one part for each of {@link #units()}, in the same order
   */
  public List<Recordings> byUnit() {
    TreeMap<MachineUnit, List<Recording>> parts = new TreeMap<>();
    for (Recording recording : recordings) {
      parts.computeIfAbsent(recording.unit(), unit -> new ArrayList<>()).add(recording);
    }
    return parts.values().stream().map(part -> new Recordings(List.copyOf(part))).toList();
  }

  /**
   * Selects a unit.
   *
   * @param unit the unit wanted
   * @return its recordings
   * @throws IllegalArgumentException if there are none
   */
  public Recordings with(MachineUnit unit) {
    return select("unit", Recording::unit, Set.of(unit));
  }

  /**
   * Selects by signal-to-noise ratio.
   *
   * @param snrs the ratios wanted
   * @return the recordings at any of them
   * @throws IllegalArgumentException if there are none
   */
  public Recordings with(Snr... snrs) {
    return select("snr", recording -> recording.unit().snr(), Set.of(snrs));
  }

  /**
   * Selects by kind of machine.
   *
   * @param machines the kinds wanted
   * @return the recordings of any of them
   * @throws IllegalArgumentException if there are none
   */
  public Recordings with(Machine... machines) {
    return select("machine", recording -> recording.unit().machine(), Set.of(machines));
  }

  /**
   * Selects by the ids of machines.
   *
   * @param ids the ids wanted, such as {@code "id_02"} or {@code "section_00"}
   * @return the recordings of any of them
   * @throws IllegalArgumentException if there are none
   */
  public Recordings withIds(String... ids) {
    return select("id", recording -> recording.unit().id(), Set.of(ids));
  }

  /**
   * Selects by label.
   *
   * @param labels the labels wanted
   * @return the recordings with any of them
   * @throws IllegalArgumentException if there are none
   */
  public Recordings with(Label... labels) {
    return select("label", Recording::label, Set.of(labels));
  }

  /**
   * Selects by the part of the data set.
   *
   * @param parts the parts wanted
   * @return the recordings in any of them
   * @throws IllegalArgumentException if there are none
   */
  public Recordings with(Part... parts) {
    return select("part", Recording::part, Set.of(parts));
  }

  /**
   * Selects by the side of the domain shift.
   *
   * @param domains the domains wanted
   * @return the recordings in any of them
   * @throws IllegalArgumentException if there are none
   */
  public Recordings with(Domain... domains) {
    return select("domain", Recording::domain, Set.of(domains));
  }

  private <T extends Comparable<T>> Recordings select(
      String what, Function<Recording, T> property, Set<T> wanted) {
    List<Recording> selected =
        recordings.stream().filter(r -> wanted.contains(property.apply(r))).toList();
    if (selected.isEmpty()) {
      Set<T> there = new TreeSet<>(recordings.stream().map(property).toList());
      throw new IllegalArgumentException(
          what + ": at least one of " + there + ", got " + new TreeSet<>(wanted));
    }
    return new Recordings(selected);
  }

  /**
   * Tells whether all machines here have as many normal and abnormal recordings as MIMII was
   * published with.
   *
   * @return true if so; false if a machine is not of MIMII or has more or fewer
   */
  public boolean isAsPublished() {
    return byUnit().stream()
        .allMatch(
            part ->
                PublishedCounts.of(part.units().get(0))
                    .map(PublishedCounts.found(part)::equals)
                    .orElse(false));
  }

  /**
   * Splits as MIMII's published baseline does: of each unit, as many of the first normal recordings
   * as there are abnormal ones are tested on, with all abnormal ones; the other normal ones are
   * trained on.
   *
   * @return the split
   * @throws IllegalArgumentException if a unit has no abnormal recording, or no more normal ones
   */
  public TrainTestSplit baselineSplit() {
    return split((unit, normal) -> normal);
  }

  /**
   * Splits as the {@linkplain #baselineSplit() baseline} does, but for the normal recordings that
   * are tested on: they are drawn. Which they are depends on the seed and the other recordings of
   * their unit, and on no other unit.
   *
   * @param seed the seed
   * @return the split
   * @throws IllegalArgumentException if a unit has no abnormal recording, or no more normal ones
   */
  public TrainTestSplit seededSplit(long seed) {
    return split((unit, normal) -> shuffled(normal, unit, seed));
  }

  private static List<Recording> shuffled(List<Recording> normal, MachineUnit unit, long seed) {
    RandomGenerator random = RandomStreams.of(seed, 0, new SampleKey(unit.toString(), 0), 0);
    List<Recording> shuffled = new ArrayList<>(normal);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      Collections.swap(shuffled, i, random.nextInt(i + 1));
    }
    return shuffled;
  }

  private TrainTestSplit split(
      BiFunction<MachineUnit, List<Recording>, List<Recording>> orderOfNormal) {
    List<Recording> train = new ArrayList<>();
    List<Recording> test = new ArrayList<>();
    for (Recordings part : byUnit()) {
      MachineUnit unit = part.units().get(0);
      int abnormal = part.count(Label.ABNORMAL);
      int normal = part.count(Label.NORMAL);
      if (abnormal == 0 || normal <= abnormal) {
        throw new IllegalArgumentException(
            "recordings of "
                + unit
                + ": at least one abnormal and more normal than abnormal ones, got "
                + PublishedCounts.found(part));
      }
      List<Recording> ordered = orderOfNormal.apply(unit, part.with(Label.NORMAL).list());
      test.addAll(ordered.subList(0, abnormal));
      test.addAll(part.with(Label.ABNORMAL).list());
      train.addAll(ordered.subList(abnormal, normal));
    }
    return new TrainTestSplit(of(train), of(test));
  }

  /**
   * Splits as the publisher of the data set did.
   *
   * @return the split
   * @throws IllegalArgumentException if there is no recording of {@link Part#TRAIN} or of {@link
   *     Part#TEST}, or one to train on is not normal
   */
  public TrainTestSplit publishedSplit() {
    Recordings train = with(Part.TRAIN);
    if (train.count(Label.NORMAL) != train.size()) {
      throw new IllegalArgumentException(
          "recordings to train on: normal ones, got "
              + (train.size() - train.count(Label.NORMAL))
              + " others");
    }
    return new TrainTestSplit(train, with(Part.TEST));
  }

  /**
   * Returns the counts.
   *
   * @return such as {@code "40 recordings of 2 units"}
   */
  @Override
  public String toString() {
    return size() + " recordings of " + units().size() + " units";
  }
}
