package io.github.anomalydata.turbofan;

import io.github.anomalydata.data.GroupSplit;
import io.github.anomalydata.data.NumericTable;
import io.github.anomalydata.data.RandomStreams;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.internal.Require;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Engine runs, and as a table all their rows one after another with a column for each {@link
 * Channel}.
 *
 * <p>Immutable. Subsets, splits and joined collections share the readings.
 */
public final class EngineRuns implements NumericTable {
  private static final List<String> COLUMNS =
      Channel.all().stream().map(Channel::toString).toList();

  private final List<EngineRun> runs;
  private final int rows;

  private EngineRuns(List<EngineRun> runs) {
    this.runs = List.copyOf(runs);
    if (this.runs.isEmpty()) {
      throw new IllegalArgumentException("runs: at least one engine, got none");
    }
    Set<String> groups = new HashSet<>();
    long total = 0;
    for (EngineRun run : this.runs) {
      if (!groups.add(run.group())) {
        throw new IllegalArgumentException("runs: each engine once, got " + run.group() + " twice");
      }
      total += run.length();
    }
    rows = Math.toIntExact(total);
  }

  /**
   * Returns a collection of runs.
   *
   * @param runs the runs, at least one, each engine once
   * @return the collection
   * @throws IllegalArgumentException if there are no runs or an engine occurs twice
   */
  public static EngineRuns of(List<EngineRun> runs) {
    return new EngineRuns(runs);
  }

  /**
   * Returns the runs of several collections, such as those of FD001 and FD003. Engines stay
   * distinct: their {@link EngineRun#group()} begins with the subset.
   *
   * @param collections the collections, at least one
   * @return the joined collection
   * @throws IllegalArgumentException if an engine occurs twice
   */
  public static EngineRuns join(EngineRuns... collections) {
    return new EngineRuns(Stream.of(collections).flatMap(c -> c.runs.stream()).toList());
  }

  /**
   * Returns the runs.
   *
   * @return the runs, in order
   */
  public List<EngineRun> runs() {
    return runs;
  }

  /**
   * Returns the number of engines.
   *
   * @return the number of runs, at least 1
   */
  public int size() {
    return runs.size();
  }

  /**
   * Returns the names of the columns: those of {@link Channel#all()}.
   *
   * @return the 24 names
   */
  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  /**
   * Returns the number of cycles of all engines together.
   *
   * @return the number of rows
   */
  @Override
  public int rows() {
    return rows;
  }

  @Override
  public double[] column(int column) {
    return column(Channel.all().get(column));
  }

  /**
   * Returns the readings of a channel, engine after engine.
   *
   * @param channel the setting or sensor
   * @return a new array of {@link #rows()} values
   */
  public double[] column(Channel channel) {
    double[] values = new double[rows];
    int at = 0;
    for (EngineRun run : runs) {
      System.arraycopy(run.column(channel), run.start(), values, at, run.length());
      at += run.length();
    }
    return values;
  }

  /**
   * Tells whether all runs are from training files.
   *
   * @return true if scalers may be fitted on them
   */
  public boolean isTraining() {
    return runs.stream().allMatch(EngineRun::isTraining);
  }

  /**
   * Returns the runs that match.
   *
   * @param condition the test a run has to pass
   * @return the matching runs
   * @throws IllegalArgumentException if none matches
   */
  public EngineRuns filter(Predicate<EngineRun> condition) {
    return new EngineRuns(runs.stream().filter(condition).toList());
  }

  /**
   * Splits by engine: no engine is in two parts.
   *
   * @param split the fractions
   * @param seed the seed
   * @return one collection for each fraction
   * @throws IllegalArgumentException if a part would be empty
   */
  public List<EngineRuns> split(GroupSplit split, long seed) {
    Map<String, String> strata = new LinkedHashMap<>();
    runs.forEach(run -> strata.put(run.group(), ""));
    Map<String, Integer> partOfGroup = split.assign(strata, seed);
    List<List<EngineRun>> parts = new ArrayList<>();
    for (EngineRun run : runs) {
      int part = partOfGroup.getOrDefault(run.group(), 0);
      while (parts.size() <= part) {
        parts.add(new ArrayList<>());
      }
      parts.get(part).add(run);
    }
    return parts.stream().map(EngineRuns::new).toList();
  }

  /**
   * Returns the engines as they were known when a fraction of their recorded cycles had passed; for
   * studies of partly degraded fleets.
   *
   * @param fraction the fraction of cycles to keep, rounded down but at least one cycle
   * @return the truncated runs
   * @throws IllegalArgumentException if the fraction is not in {@code (0, 1]}
   */
  public EngineRuns truncated(double fraction) {
    if (!(fraction > 0 && fraction <= 1)) {
      throw new IllegalArgumentException("fraction: in (0, 1], got " + fraction);
    }
    return map(run -> run.truncated(Math.max(1, (int) (fraction * run.length()))));
  }

  /**
   * Returns each engine truncated at a random cycle, as those of a test file are: to validate on
   * the last window of each unit.
   *
   * @param minimumCycles the least number of cycles to keep; shorter runs are kept whole
   * @param seed the seed; where an engine is cut depends on it and the engine's name only
   * @return the truncated runs
   * @throws IllegalArgumentException if the minimum is below 1
   */
  public EngineRuns truncatedAtRandom(int minimumCycles, long seed) {
    Require.atLeast("minimumCycles", minimumCycles, 1);
    return map(
        run ->
            run.length() <= minimumCycles
                ? run
                : run.truncated(
                    RandomStreams.of(seed, new SampleKey(run.group(), 0).hash())
                        .nextInt(minimumCycles, run.length() + 1)));
  }

  private EngineRuns map(UnaryOperator<EngineRun> change) {
    return new EngineRuns(runs.stream().map(change).toList());
  }

  /**
   * Returns the collection as text.
   *
   * @return the number of engines and rows
   */
  @Override
  public String toString() {
    return runs.size() + " engines, " + rows + " cycles";
  }
}
