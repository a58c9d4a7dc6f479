package io.github.anomalydata.drift.preprocess;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.archive.Archive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** The files transforms are saved in: what the steps are, and their numbers one after another. */
final class TransformFiles {
  private static final String NUMBERS = "numbers";

  /** The axes of 2,000 columns, and more. */
  private static final long MOST_BYTES = 1L << 26;

  private static final Archive<Manifest> ARCHIVE =
      Archive.of("anomaly-data/row-transform", 1, Manifest.class, MOST_BYTES);

  private TransformFiles() {}

  private record Manifest(List<Step> steps) {
    Manifest {
      Require.atLeast("steps", steps.size(), 1);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Standard.class, name = "standardizer"),
    @JsonSubTypes.Type(value = Components.class, name = "principal-components"),
    @JsonSubTypes.Type(value = Projection.class, name = "random-projection")
  })
  private sealed interface Step {}

  private record Standard(int columns) implements Step {
    Standard {
      Require.atLeast("columns", columns, 1);
    }
  }

  private record Components(int columns, int axes, boolean whitened) implements Step {
    Components {
      Require.atLeast("columns", columns, 1);
      Require.between("axes", axes, 1, columns);
    }
  }

  private record Projection(int columns, int outputColumns, long seed) implements Step {}

  /** The numbers of a file in turn. */
  private static final class Numbers {
    private final double[] values;
    private int next;

    Numbers(double[] values) {
      this.values = values;
    }

    double[] take(int count) {
      if (count > values.length - next) {
        throw new IllegalArgumentException(
            "numbers: at least " + ((long) next + count) + ", got " + values.length);
      }
      double[] taken = Arrays.copyOfRange(values, next, next + count);
      for (double value : taken) {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException("numbers: finite, got " + value);
        }
      }
      next += count;
      return taken;
    }

    double[] takePositive(int count) {
      double[] taken = take(count);
      for (double value : taken) {
        Require.positive("deviation or variance", value);
      }
      return taken;
    }

    void end() {
      if (next != values.length) {
        throw new IllegalArgumentException("numbers: " + next + ", got " + values.length);
      }
    }
  }

  static void write(Path file, FittedTransform transform) throws IOException {
    List<Step> steps = new ArrayList<>();
    List<double[]> numbers = new ArrayList<>();
    for (FittedTransform step : TransformChain.steps(transform)) {
      if (step instanceof Standardizer standard) {
        steps.add(new Standard(standard.columns()));
        numbers.add(standard.means());
        numbers.add(standard.deviations());
      } else if (step instanceof PrincipalComponents components) {
        steps.add(
            new Components(
                components.columns(), components.outputColumns(), components.isWhitened()));
        numbers.add(components.means());
        numbers.add(components.variances());
        numbers.add(Matrices.flat(components.axes()));
      } else if (step instanceof RandomProjection projection) {
        steps.add(
            new Projection(projection.columns(), projection.outputColumns(), projection.seed()));
      } else {
        throw new IllegalStateException("no step of its own: " + step);
      }
    }
    double[] all = numbers.stream().flatMapToDouble(DoubleStream::of).toArray();
    ARCHIVE.write(file, new Manifest(steps), Map.of(NUMBERS, all));
  }

  static FittedTransform read(Path file) throws IOException {
    Archive.Saved<Manifest> saved = ARCHIVE.read(file, NUMBERS);
    try {
      Numbers numbers = new Numbers(saved.array(NUMBERS));
      List<FittedTransform> steps = new ArrayList<>();
      for (Step step : saved.content().steps()) {
        steps.add(restored(step, numbers));
      }
      numbers.end();
      return TransformChain.of(steps.toArray(FittedTransform[]::new));
    } catch (IllegalArgumentException e) {
      DataFileException error =
          new DataFileException(file, "", "a transform of rows", String.valueOf(e.getMessage()));
      error.initCause(e);
      throw error;
    }
  }

  private static FittedTransform restored(Step step, Numbers numbers) {
    if (step instanceof Standard standard) {
      return new Standardizer(
          numbers.take(standard.columns()), numbers.takePositive(standard.columns()));
    }
    if (step instanceof Components components) {
      double[] means = numbers.take(components.columns());
      double[] variances = numbers.takePositive(components.axes());
      double[][] axes = new double[components.axes()][];
      for (int c = 0; c < axes.length; c++) {
        axes[c] = numbers.take(components.columns());
      }
      return new PrincipalComponents(means, axes, variances, components.whitened());
    }
    Projection projection = (Projection) step;
    return RandomProjection.of(projection.columns(), projection.outputColumns(), projection.seed());
  }
}
