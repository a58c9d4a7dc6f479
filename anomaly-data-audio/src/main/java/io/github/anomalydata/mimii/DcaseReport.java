package io.github.anomalydata.mimii;

import io.github.anomalydata.evaluation.RocCurve;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * The figures by which task 2 of DCASE ranks, of the editions with domains: those from 2021 on.
 *
 * <p>Of each section there is the area under the ROC curve for each domain, and the partial area up
 * to a false positive rate of 0.1, standardised by McClish. Their harmonic mean ranks, which a
 * domain or a section that fails draws down:
 *
 * <ul>
 *   <li>2021: normal recordings of a domain against abnormal ones of the same domain, for both
 *       areas
 *   <li>from 2022 on: normal recordings of a domain against the abnormal ones of both, and the
 *       partial area of both domains together
 * </ul>
 *
 * <p>References: Kawaguchi et al., "Description and discussion on DCASE 2021 challenge task 2",
 * DCASE Workshop 2021; Dohi et al., "Description and discussion on DCASE 2022 challenge task 2",
 * DCASE Workshop 2022; the organizers' evaluators of 2021 and 2023, whose figures these are.
 *
 * @param sections the figures of the sections, in order, at least one
 * @see <a
 *     href="https://github.com/y-kawagu/dcase2021_task2_evaluator">dcase2021_task2_evaluator</a>
 * @see <a
 *     href="https://github.com/nttcslab/dcase2023_task2_evaluator">dcase2023_task2_evaluator</a>
 */
public record DcaseReport(List<Section> sections) {

  /**
   * The figures of a section.
   *
   * @param unit the section
   * @param auc the areas under the ROC curve by domain, source and target
   * @param partialAuc the partial areas: in 2021 by domain, source and target, from 2022 on of both
   *     together, {@link Domain#UNSTATED}
   */
  public record Section(MachineUnit unit, Map<Domain, Double> auc, Map<Domain, Double> partialAuc) {

    /**
     * Copies the figures.
     *
     * @param unit the section
     * @param auc the areas by domain
     * @param partialAuc the partial areas by domain
     */
    public Section {
      auc = Collections.unmodifiableMap(new TreeMap<>(auc));
      partialAuc = Collections.unmodifiableMap(new TreeMap<>(partialAuc));
    }

    /**
     * Returns the figure of the section.
     *
     * @return the harmonic mean of its areas and partial areas; 0 if one is 0
     */
    public double score() {
      return harmonicMean(List.of(this));
    }

    private DoubleStream figures() {
      return DoubleStream.concat(values(auc.values()), values(partialAuc.values()));
    }

    private static DoubleStream values(Collection<Double> values) {
      return values.stream().mapToDouble(Double::doubleValue);
    }

    private static Section of(MachineUnit unit, boolean apart, Map<Domain, Scored> domains) {
      double most = DetectionReport.MAX_FALSE_POSITIVE_RATE;
      Scored whole = new Scored();
      domains.values().forEach(whole::addAll);
      Map<Domain, Double> auc = new EnumMap<>(Domain.class);
      Map<Domain, Double> partial = new EnumMap<>(Domain.class);
      for (Domain domain : List.of(Domain.SOURCE, Domain.TARGET)) {
        Scored own = domains.getOrDefault(domain, new Scored());
        RocCurve roc = (apart ? own : own.withFaultsOf(whole)).roc(unit + " " + domain);
        auc.put(domain, roc.auc());
        if (apart) {
          partial.put(domain, roc.partialAuc(most));
        }
      }
      if (!apart) {
        partial.put(Domain.UNSTATED, whole.roc(unit.toString()).partialAuc(most));
      }
      return new Section(unit, auc, partial);
    }
  }

  /**
   * Copies the figures.
   *
   * @param sections the figures of the sections, at least one
   * @throws IllegalArgumentException if there is none
   */
  public DcaseReport {
    sections = List.copyOf(sections);
    if (sections.isEmpty()) {
      throw new IllegalArgumentException("sections: at least one, got none");
    }
  }

  static DcaseReport of(Dcase.Edition edition, Map<Recording, Double> scores) {
    if (edition == Dcase.Edition.DCASE_2020) {
      throw new IllegalArgumentException(
          "edition: one with domains, from 2021 on, got " + edition + "; report() has its figures");
    }
    Map<MachineUnit, Map<Domain, Scored>> units = new TreeMap<>();
    scores.forEach(
        (recording, score) -> {
          if (recording.label() != Label.UNLABELLED) {
            units
                .computeIfAbsent(recording.unit(), unit -> new EnumMap<>(Domain.class))
                .computeIfAbsent(recording.domain(), domain -> new Scored())
                .add(score, recording.label() == Label.ABNORMAL);
          }
        });
    boolean apart = edition == Dcase.Edition.DCASE_2021;
    return new DcaseReport(
        units.entrySet().stream()
            .map(unit -> Section.of(unit.getKey(), apart, unit.getValue()))
            .toList());
  }

  /**
   * Returns the figure that ranks.
   *
   * @return the harmonic mean of all areas and partial areas of all sections; 0 if one is 0
   */
  public double score() {
    return harmonicMean(sections);
  }

  /**
   * Returns the same for each kind of machine.
   *
   * @return the harmonic means over the sections of each, in order
   */
  public Map<Machine, Double> machines() {
    Map<Machine, Double> means = new EnumMap<>(Machine.class);
    sections.stream()
        .collect(Collectors.groupingBy(section -> section.unit().machine()))
        .forEach((machine, of) -> means.put(machine, harmonicMean(of)));
    return means;
  }

  private static double harmonicMean(List<Section> sections) {
    double[] figures = sections.stream().flatMapToDouble(Section::figures).toArray();
    return figures.length / DoubleStream.of(figures).map(figure -> 1 / figure).sum();
  }
}
