package io.github.anomalydata.mimii;

import java.util.Comparator;

/**
 * One machine of its kind, at one loudness of the noise: what a model is trained for and scored on.
 *
 * @param snr the signal-to-noise ratio
 * @param machine the kind of machine
 * @param id the machine, as the data set names it: {@code "id_00"}, from 2021 on {@code
 *     "section_00"}
 */
public record MachineUnit(Snr snr, Machine machine, String id) implements Comparable<MachineUnit> {
  private static final Comparator<MachineUnit> ORDER =
      Comparator.comparing(MachineUnit::snr)
          .thenComparing(MachineUnit::machine)
          .thenComparing(MachineUnit::id);

  @Override
  public int compareTo(MachineUnit other) {
    return ORDER.compare(this, other);
  }

  /**
   * Returns the unit as a path.
   *
   * @return such as {@code "6dB/fan/id_02"}, or {@code "fan/id_02"} without an SNR
   */
  @Override
  public String toString() {
    return (snr == Snr.UNSTATED ? "" : snr + "/") + machine + "/" + id;
  }
}
