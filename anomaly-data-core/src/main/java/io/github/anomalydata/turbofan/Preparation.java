package io.github.anomalydata.turbofan;

import io.github.anomalydata.data.NumericTable;
import io.github.anomalydata.data.scaling.FittedScaler;
import io.github.anomalydata.data.scaling.Scaler;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How engine runs are prepared for a model: their operating conditions told apart, channels
 * selected, sensors scaled within each condition. To be fitted on training units.
 *
 * <p>There is no scaling of a unit by itself, which some pipelines do: over its whole life it uses
 * the future, it erases the level a sensor has at a given wear, and it scales a test unit that
 * breaks off early in another way than a training unit. On FD001 it more than doubles the error.
 */
public final class Preparation {
  private static final Logger LOGGER = LoggerFactory.getLogger(Preparation.class);
  private static final Preparation DEFAULTS =
      new Preparation(
          ChannelSelection.usual14(),
          Scaler.minMax(-1, 1),
          OperatingConditions.withDefaults(),
          false);

  private final ChannelSelection selection;
  private final Scaler scaler;
  private final OperatingConditions conditions;
  private final boolean conditionChannels;

  private Preparation(
      ChannelSelection selection,
      Scaler scaler,
      OperatingConditions conditions,
      boolean conditionChannels) {
    this.selection = selection;
    this.scaler = scaler;
    this.conditions = conditions;
    this.conditionChannels = conditionChannels;
  }

  /**
   * Returns the default: {@linkplain ChannelSelection#usual14() the usual 14 sensors}, {@linkplain
   * Scaler#minMax(double, double) scaled to [-1, 1]} within each {@linkplain
   * OperatingConditions#withDefaults() condition}, without condition channels.
   *
   * @return the preparation
   */
  public static Preparation withDefaults() {
    return DEFAULTS;
  }

  /**
   * Returns this preparation with other channels.
   *
   * @param newSelection the channels a model gets to see
   * @return the new preparation
   */
  public Preparation with(ChannelSelection newSelection) {
    return new Preparation(newSelection, scaler, conditions, conditionChannels);
  }

  /**
   * Returns this preparation with another scaler.
   *
   * @param newScaler how the channels are scaled
   * @return the new preparation
   */
  public Preparation with(Scaler newScaler) {
    return new Preparation(selection, newScaler, conditions, conditionChannels);
  }

  /**
   * Returns this preparation with other operating conditions; {@link OperatingConditions#ignored()}
   * scales over all rows.
   *
   * @param newConditions how conditions are told apart
   * @return the new preparation
   */
  public Preparation with(OperatingConditions newConditions) {
    return new Preparation(selection, scaler, newConditions, conditionChannels);
  }

  /**
   * Returns this preparation with or without one channel more for each condition, 1 in the rows of
   * that condition and 0 in the others.
   *
   * @param newConditionChannels whether there are such channels
   * @return the new preparation
   */
  public Preparation withConditionChannels(boolean newConditionChannels) {
    return new Preparation(selection, scaler, conditions, newConditionChannels);
  }

  /**
   * Fits on training units.
   *
   * @param train the training units, best those of a training split only
   * @return the fitted preparation
   * @throws IllegalArgumentException if a run is not from a training file, if there are too many
   *     conditions, or if no channel is left
   */
  public FittedPreparation fit(EngineRuns train) {
    OperatingConditions.requireTraining(train);
    FittedConditions fitted = conditions.fit(train);
    int[] conditionOfRow = fitted.of(train);
    List<Channel> settings = selection.candidates().stream().filter(Channel::isSetting).toList();
    List<Channel> sensors = selection.candidates().stream().filter(c -> !c.isSetting()).toList();
    Map<Channel, String> dropped = new EnumMap<>(Channel.class);
    for (Channel channel : Channel.all()) {
      if (!selection.candidates().contains(channel)) {
        dropped.put(channel, "not selected");
      }
    }
    List<FittedScaler> scalers = new ArrayList<>();
    if (!settings.isEmpty()) {
      scalers.add(scaler.fit(table(train, settings)));
    }
    if (!sensors.isEmpty()) {
      FittedScaler all = scaler.fit(table(train, sensors), conditionOfRow, fitted.size());
      List<Channel> kept = selection.isVaryingOnly() ? varying(sensors, all, dropped) : sensors;
      if (!kept.isEmpty()) {
        scalers.add(all.select(names(kept)));
      }
      sensors = kept;
    }
    List<Channel> channels = new ArrayList<>(settings);
    channels.addAll(sensors);
    if (channels.isEmpty()) {
      throw new IllegalArgumentException(
          "train: at least one channel that varies, got none; dropped " + dropped);
    }
    LOGGER.info(
        "Prepared {}: {} operating conditions, channels {}, dropped {}",
        train,
        fitted.size(),
        channels,
        dropped);
    return new FittedPreparation(fitted, channels, dropped, scalers, conditionChannels);
  }

  private static List<Channel> varying(
      List<Channel> sensors, FittedScaler scaler, Map<Channel, String> dropped) {
    List<Channel> kept = new ArrayList<>();
    for (int i = 0; i < sensors.size(); i++) {
      boolean varies = false;
      for (int condition = 0; condition < scaler.groups(); condition++) {
        varies |= !scaler.isConstant(condition, i);
      }
      if (varies) {
        kept.add(sensors.get(i));
      } else {
        dropped.put(sensors.get(i), "near-constant in each operating condition");
      }
    }
    return kept;
  }

  private static List<String> names(List<Channel> channels) {
    return channels.stream().map(Channel::toString).toList();
  }

  private static NumericTable table(EngineRuns runs, List<Channel> channels) {
    return new NumericTable() {
      @Override
      public List<String> columns() {
        return names(channels);
      }

      @Override
      public int rows() {
        return runs.rows();
      }

      @Override
      public double[] column(int column) {
        return runs.column(channels.get(column));
      }
    };
  }
}
