package io.github.anomalydata.mimii;

import io.github.anomalydata.mimii.Dcase.Edition;
import java.util.Locale;

/**
 * A recording of a simulated DCASE tree.
 *
 * @param edition the year, whose names it has
 * @param kind the kind of machine
 * @param id the section, or in 2020 the machine
 * @param machine the machine
 * @param power the mean power of its normal sound
 * @param part what it is for
 * @param domain the domain; in 2020, the source
 * @param label whether it has a fault
 * @param index the number among those of the same part, domain and label
 */
record SimulatedClip(
    Edition edition,
    Machine kind,
    String id,
    SimulatedMachine machine,
    double power,
    Part part,
    Domain domain,
    Label label,
    int index) {
  private static final int STREAMS = 10_000;

  SimulatedClip with(int newIndex) {
    return new SimulatedClip(edition, kind, id, machine, power, part, domain, label, newIndex);
  }

  SimulatedClip with(Domain newDomain) {
    return new SimulatedClip(edition, kind, id, machine, power, part, newDomain, label, index);
  }

  SimulatedClip with(Part newPart, Label newLabel) {
    return new SimulatedClip(edition, kind, id, machine, power, newPart, domain, newLabel, index);
  }

  /** Returns the velocity in percent. */
  int velocity() {
    return domain == Domain.TARGET ? 130 : 100;
  }

  double[] sound(int length) {
    int stream = (domain == Domain.TARGET ? 2 : 0) + (part == Part.TEST ? 1 : 0);
    return machine.sound(label, stream * STREAMS + index, length, velocity() / 100.0);
  }

  String path() {
    String of = part == Part.TRAIN ? "train" : "test";
    String how = label == Label.NORMAL ? "normal" : "anomaly";
    if (!edition.hasDomains()) {
      return String.format(Locale.ROOT, "%s/%s/%s_%s_%08d.wav", kind, of, how, id, index);
    }
    String side = domain == Domain.TARGET ? "target" : "source";
    boolean isApart = edition == Edition.DCASE_2021 && part == Part.TEST;
    return String.format(
        Locale.ROOT,
        "%s/%s/%s_%s_%s_%s_%04d%s.wav",
        kind,
        isApart ? side + "_test" : of,
        id,
        side,
        of,
        how,
        index,
        isApart ? "" : "_vel_" + velocity());
  }

  String attributesPath() {
    return kind + "/attributes_" + id.substring(id.length() - 2) + ".csv";
  }
}
