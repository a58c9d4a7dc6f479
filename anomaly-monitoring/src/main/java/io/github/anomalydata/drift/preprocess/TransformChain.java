package io.github.anomalydata.drift.preprocess;

import java.util.ArrayList;
import java.util.List;

/** Transforms one after another, none of which is a chain. */
final class TransformChain implements FittedTransform {
  private final List<FittedTransform> steps;

  private TransformChain(List<FittedTransform> steps) {
    this.steps = steps;
  }

  static FittedTransform of(FittedTransform... parts) {
    List<FittedTransform> steps = new ArrayList<>();
    for (FittedTransform part : parts) {
      List<FittedTransform> more = steps(part);
      if (!steps.isEmpty() && steps.get(steps.size() - 1).outputColumns() != part.columns()) {
        throw new IllegalArgumentException(
            "next: one of "
                + steps.get(steps.size() - 1).outputColumns()
                + " columns, got one of "
                + part.columns());
      }
      steps.addAll(more);
    }
    return steps.size() == 1 ? steps.get(0) : new TransformChain(List.copyOf(steps));
  }

  static List<FittedTransform> steps(FittedTransform transform) {
    return transform instanceof TransformChain chain ? chain.steps : List.of(transform);
  }

  @Override
  public double[][] apply(double[][] rows) {
    double[][] results = rows;
    for (FittedTransform step : steps) {
      results = step.apply(results);
    }
    return results;
  }

  @Override
  public int columns() {
    return steps.get(0).columns();
  }

  @Override
  public int outputColumns() {
    return steps.get(steps.size() - 1).outputColumns();
  }
}
