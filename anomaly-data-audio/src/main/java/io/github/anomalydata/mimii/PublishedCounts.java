package io.github.anomalydata.mimii;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many recordings MIMII has of each machine, whatever the SNR. H. Purohit et al., MIMII
 * dataset: sound dataset for malfunctioning industrial machine investigation and inspection, DCASE
 * workshop 2019, table 1; the machines 01, 03 and 05 were not published.
 *
 * @param normal the recordings of the sound machine
 * @param abnormal the recordings of the faulty machine
 */
record PublishedCounts(int normal, int abnormal) {
  private static final Map<Machine, Map<String, PublishedCounts>> COUNTS =
      Map.of(
          Machine.FAN, counts(1011, 407, 1016, 359, 1033, 348, 1015, 361),
          Machine.PUMP, counts(1006, 143, 1005, 111, 702, 100, 1036, 102),
          Machine.SLIDER, counts(1068, 356, 1068, 267, 534, 178, 534, 89),
          Machine.VALVE, counts(991, 119, 708, 120, 1000, 120, 992, 120));

  private static Map<String, PublishedCounts> counts(int... pairs) {
    Map<String, PublishedCounts> counts = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      counts.put("id_0" + i, new PublishedCounts(pairs[i], pairs[i + 1]));
    }
    return counts;
  }

  /** Returns the counts of all machines of a kind, by their ids; none for one that is not MIMII. */
  static Map<String, PublishedCounts> of(Machine machine) {
    return COUNTS.getOrDefault(machine, Map.of());
  }

  /** Returns the counts of a machine if they were published. */
  static Optional<PublishedCounts> of(MachineUnit unit) {
    return Optional.ofNullable(of(unit.machine()).get(unit.id()));
  }

  static PublishedCounts found(Recordings recordings) {
    return new PublishedCounts(recordings.count(Label.NORMAL), recordings.count(Label.ABNORMAL));
  }

  @Override
  public String toString() {
    return normal + " normal and " + abnormal + " abnormal recordings";
  }
}
