package io.github.anomalydata.turbofan;

import java.util.Arrays;
import java.util.List;

/**
 * Engine runs as a model sees them: the scaled channels of all cycles, in single precision, held
 * once. Windows are cut from them without a copy.
 */
public final class PreparedRuns {
  private final FittedPreparation preparation;
  private final EngineRuns runs;
  private final float[][] columns;
  private final int[] starts;

  PreparedRuns(FittedPreparation preparation, EngineRuns runs, float[][] columns) {
    this.preparation = preparation;
    this.runs = runs;
    this.columns = columns;
    this.starts = new int[runs.size() + 1];
    for (int i = 0; i < runs.size(); i++) {
      starts[i + 1] = starts[i] + runs.runs().get(i).length();
    }
  }

  /**
   * Returns the preparation they went through.
   *
   * @return the preparation
   */
  public FittedPreparation preparation() {
    return preparation;
  }

  /**
   * Returns the runs.
   *
   * @return the runs, in order
   */
  public EngineRuns runs() {
    return runs;
  }

  /**
   * Returns the names of the channels.
   *
   * @return the names, as {@link FittedPreparation#channelNames()} has them
   */
  public List<String> channelNames() {
    return preparation.channelNames();
  }

  /**
   * Returns the prepared values of a channel of a run.
   *
   * @param channel the index of the channel in {@link #channelNames()}
   * @param run the index of the run
   * @return a new array, one value for each cycle
   * @throws IndexOutOfBoundsException if there is no such channel or run
   */
  public float[] values(int channel, int run) {
    return Arrays.copyOfRange(columns[channel], starts[run], starts[run + 1]);
  }

  /** The prepared channels, a column each, runs one after another; shared, not to be written to. */
  float[][] columns() {
    return columns;
  }

  /** The first row of a run. */
  int start(int run) {
    return starts[run];
  }
}
