package io.github.anomalydata.drift.calibration;

import io.github.anomalydata.drift.Distance;
import java.util.ArrayList;
import java.util.List;

/** All cases whose rates are published. */
final class Cases {
  static final List<Integer> COLUMNS = List.of(1, 2, 10, 50);
  static final List<Integer> ROWS = List.of(30, 100, 500);
  static final List<Double> COEFFICIENTS = List.of(0.5, 0.9);
  static final List<Integer> DEPENDENT_ROWS = List.of(50, 100, 300, 500, 1000);

  /** Rows and columns of samples with drift. */
  static final List<List<Integer>> SHAPES =
      List.of(
          List.of(50, 2), List.of(100, 2), List.of(100, 10), List.of(100, 50), List.of(500, 10));

  static final List<String> TESTS =
      List.of(
          Case.name(Distance.KOLMOGOROV_SMIRNOV),
          Case.name(Distance.WASSERSTEIN),
          Case.name(Distance.ENERGY),
          Case.MMD);

  static final List<String> OF_POWER =
      List.of(Case.name(Distance.WASSERSTEIN), Case.name(Distance.ENERGY), Case.MMD);

  private Cases() {}

  static List<Case> all() {
    List<Case> cases = new ArrayList<>(independent());
    cases.addAll(dependent());
    cases.addAll(power());
    cases.addAll(figure());
    return cases;
  }

  private static Case quiet(
      Case.Question question, String test, boolean blocks, SimulatedProcess process) {
    return new Case(question, test, blocks, process, process);
  }

  private static List<Case> independent() {
    List<Case> cases = new ArrayList<>();
    for (int columns : COLUMNS) {
      for (int rows : ROWS) {
        for (String test : TESTS) {
          SimulatedProcess process = SimulatedProcess.independent(columns, rows);
          cases.add(quiet(Case.Question.INDEPENDENT, test, false, process));
        }
      }
    }
    return cases;
  }

  private static List<Case> dependent() {
    List<Case> cases = new ArrayList<>();
    for (double coefficient : COEFFICIENTS) {
      for (int rows : DEPENDENT_ROWS) {
        SimulatedProcess one = SimulatedProcess.autoregressive(coefficient, 1, rows);
        SimulatedProcess five = SimulatedProcess.autoregressive(coefficient, 5, rows);
        for (String test : TESTS) {
          cases.add(quiet(Case.Question.DEPENDENT, test, true, one));
        }
        cases.add(quiet(Case.Question.DEPENDENT, Case.MMD, true, five));
        cases.add(quiet(Case.Question.DEPENDENT, TESTS.get(0), false, one));
        cases.add(quiet(Case.Question.DEPENDENT, Case.MMD, false, five));
      }
    }
    return cases;
  }

  private static List<Case> power() {
    List<Case> cases = new ArrayList<>();
    for (List<Integer> shape : SHAPES) {
      SimulatedProcess process = SimulatedProcess.independent(shape.get(1), shape.get(0));
      for (String test : OF_POWER) {
        for (SimulatedProcess current : alternatives(process)) {
          cases.add(new Case(Case.Question.POWER, test, false, process, current));
        }
      }
    }
    return cases;
  }

  /** Returns the first column moved by half a standard deviation and by one, and all spread. */
  static List<SimulatedProcess> alternatives(SimulatedProcess process) {
    return List.of(process.shifted(0.5), process.shifted(1), process.scaled(Math.sqrt(2)));
  }

  private static List<Case> figure() {
    List<Case> cases = new ArrayList<>();
    for (double coefficient : new double[] {0, .2, .4, .5, .6, .7, .8, .9, .95}) {
      SimulatedProcess process = SimulatedProcess.autoregressive(coefficient, 1, 500);
      cases.add(quiet(Case.Question.FIGURE, TESTS.get(0), false, process));
      cases.add(quiet(Case.Question.FIGURE, TESTS.get(0), true, process));
    }
    return cases;
  }
}
