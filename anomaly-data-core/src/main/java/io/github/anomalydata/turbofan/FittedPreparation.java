package io.github.anomalydata.turbofan;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.data.scaling.FittedScaler;
import io.github.anomalydata.internal.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A preparation that was fitted on training units: what turns the readings of any engine into the
 * numbers a model sees. Goes with the model into production.
 *
 * <p>Immutable and safe for use by several threads at once.
 */
@JsonAutoDetect(getterVisibility = Visibility.NONE, isGetterVisibility = Visibility.NONE)
public final class FittedPreparation {
  private static final JsonDocument<FittedPreparation> DOCUMENT =
      JsonDocument.of("anomaly-data/turbofan-preparation", 1, FittedPreparation.class);

  @JsonProperty private final FittedConditions conditions;
  @JsonProperty private final List<Channel> channels;
  @JsonProperty private final Map<Channel, String> dropped;

  /** The scalers of the channels, each for as many of them as it has columns. */
  @JsonProperty private final List<FittedScaler> scalers;

  @JsonProperty private final boolean conditionChannels;

  @JsonCreator
  FittedPreparation(
      @JsonProperty("conditions") FittedConditions conditions,
      @JsonProperty("channels") List<Channel> channels,
      @JsonProperty("dropped") Map<Channel, String> dropped,
      @JsonProperty("scalers") List<FittedScaler> scalers,
      @JsonProperty("conditionChannels") boolean conditionChannels) {
    this.conditions = conditions;
    this.channels = List.copyOf(channels);
    this.dropped =
        dropped.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(dropped));
    this.scalers = List.copyOf(scalers);
    this.conditionChannels = conditionChannels;
    List<String> scaled = new ArrayList<>();
    for (FittedScaler scaler : this.scalers) {
      scaled.addAll(scaler.columns());
      if (scaler.groups() != 1 && scaler.groups() != conditions.size()) {
        throw new IllegalArgumentException(
            "scalers: 1 group or " + conditions.size() + ", got " + scaler.groups());
      }
    }
    if (!scaled.equals(this.channels.stream().map(Channel::toString).toList())) {
      throw new IllegalArgumentException(
          "scalers: of the channels " + this.channels + ", got " + scaled);
    }
  }

  /**
   * Returns the operating conditions.
   *
   * @return the conditions that were found
   */
  public FittedConditions conditions() {
    return conditions;
  }

  /**
   * Returns the channels of the files that a model gets to see.
   *
   * @return the channels, in order
   */
  public List<Channel> channels() {
    return channels;
  }

  /**
   * Returns the channels of the files that a model does not get to see, and why.
   *
   * @return the reason for each
   */
  public Map<Channel, String> dropped() {
    return dropped;
  }

  /**
   * Returns the names of all channels a model gets to see.
   *
   * @return the names of {@link #channels()}, then {@code condition_1} and so on if there are
   *     condition channels
   */
  public List<String> channelNames() {
    List<String> names = new ArrayList<>(channels.stream().map(Channel::toString).toList());
    for (int i = 1; conditionChannels && i <= conditions.size(); i++) {
      names.add("condition_" + i);
    }
    return List.copyOf(names);
  }

  /**
   * Prepares runs, of whatever file.
   *
   * @param runs the runs
   * @return the prepared runs
   * @throws IllegalArgumentException if a row is of an unknown condition, and such rows are refused
   */
  public PreparedRuns apply(EngineRuns runs) {
    int[] conditionOfRow = conditions.of(runs);
    float[][] columns = new float[channelNames().size()][runs.rows()];
    int scaled = 0;
    for (FittedScaler scaler : scalers) {
      int first = scaled;
      IntStream.range(0, scaler.columns().size())
          .parallel()
          .forEach(i -> scale(scaler, i, runs, conditionOfRow, columns[first + i]));
      scaled += scaler.columns().size();
    }
    if (conditionChannels) {
      for (int row = 0; row < conditionOfRow.length; row++) {
        columns[scaled + conditionOfRow[row]][row] = 1f;
      }
    }
    return new PreparedRuns(this, runs, columns);
  }

  private void scale(
      FittedScaler scaler, int index, EngineRuns runs, int[] conditionOfRow, float[] to) {
    Channel channel = Channel.named(scaler.columns().get(index));
    int at = 0;
    for (EngineRun run : runs.runs()) {
      double[] from = run.column(channel);
      if (scaler.groups() == 1) {
        scaler.apply(0, index, from, run.start(), to, at, run.length());
      } else {
        scaler.apply(conditionOfRow, at, index, from, run.start(), to, at, run.length());
      }
      at += run.length();
    }
  }

  /**
   * Saves the preparation as JSON.
   *
   * @param file the file, replaced if it exists
   * @throws IOException if the file cannot be written
   */
  public void save(Path file) throws IOException {
    DOCUMENT.write(file, this);
  }

  /**
   * Loads a preparation that was saved.
   *
   * @param file the file
   * @return the preparation
   * @throws DataFileException if the file is not a preparation of this version, or holds anything
   *     that is not known
   * @throws IOException if the file cannot be read
   */
  public static FittedPreparation load(Path file) throws IOException {
    return DOCUMENT.read(file);
  }

  /** The SHA-256 of everything that was fitted, in hexadecimal. */
  String sha256() {
    return DOCUMENT.sha256(this);
  }

  /**
   * Returns the preparation as text.
   *
   * @return the channels and the number of conditions
   */
  @Override
  public String toString() {
    return channelNames() + " under " + conditions.size() + " operating conditions";
  }
}
