package io.github.anomalydata.turbofan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which channels a model gets to see. */
public final class ChannelSelection {
  private static final Set<Channel> NOT_USUAL =
      EnumSet.of(
          Channel.SENSOR_1,
          Channel.SENSOR_5,
          Channel.SENSOR_6,
          Channel.SENSOR_10,
          Channel.SENSOR_16,
          Channel.SENSOR_18,
          Channel.SENSOR_19);

  private final List<Channel> candidates;
  private final boolean varyingOnly;

  private ChannelSelection(List<Channel> candidates, boolean varyingOnly) {
    this.candidates = List.copyOf(candidates);
    this.varyingOnly = varyingOnly;
  }

  /**
   * Returns the 14 sensors that most publications use: 2, 3, 4, 7, 8, 9, 11, 12, 13, 14, 15, 17, 20
   * and 21. The others are constant in FD001; in FD003 sensor 10 is not, and tells something about
   * the remaining life.
   *
   * @return the selection
   */
  public static ChannelSelection usual14() {
    return new ChannelSelection(
        Channel.sensors().stream().filter(c -> !NOT_USUAL.contains(c)).toList(), false);
  }

  /**
   * Returns all 21 sensors.
   *
   * @return the selection
   */
  public static ChannelSelection allSensors() {
    return new ChannelSelection(Channel.sensors(), false);
  }

  /**
   * Returns the sensors that are not near-constant, by the rule of {@link
   * io.github.anomalydata.data.scaling.Scaler}, in at least one operating condition of the training
   * data.
   *
   * @return the selection
   */
  public static ChannelSelection varying() {
    return new ChannelSelection(Channel.sensors(), true);
  }

  /**
   * Returns some channels.
   *
   * @param channels the channels, at least one, each once; kept in the order of the file
   * @return the selection
   * @throws IllegalArgumentException if there are no channels or one occurs twice
   */
  public static ChannelSelection of(List<Channel> channels) {
    Set<Channel> distinct = EnumSet.noneOf(Channel.class);
    for (Channel channel : channels) {
      if (!distinct.add(channel)) {
        throw new IllegalArgumentException("channels: each once, got " + channel + " twice");
      }
    }
    if (distinct.isEmpty()) {
      throw new IllegalArgumentException("channels: at least one, got none");
    }
    return new ChannelSelection(new ArrayList<>(distinct), false);
  }

  /**
   * Returns this selection with the three operational settings, which are scaled over all
   * conditions so that a model can tell them apart.
   *
   * @return the new selection
   */
  public ChannelSelection withSettings() {
    Set<Channel> more = EnumSet.copyOf(candidates);
    more.addAll(Channel.settings());
    return new ChannelSelection(new ArrayList<>(more), varyingOnly);
  }

  /** The channels to choose from, in the order of the file. */
  List<Channel> candidates() {
    return candidates;
  }

  /** Whether sensors that do not vary in the training data are dropped. */
  boolean isVaryingOnly() {
    return varyingOnly;
  }
}
