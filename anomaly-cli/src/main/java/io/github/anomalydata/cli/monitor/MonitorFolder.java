package io.github.anomalydata.cli.monitor;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.drift.online.Monitor;
import io.github.anomalydata.drift.preprocess.FittedTransform;
import io.github.anomalydata.internal.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A folder with a monitor, the names of the columns it watches and what is done to rows before. Of
 * the three files only that of the monitor is ever written again, so that a save is all or nothing.
 */
final class MonitorFolder {
  private static final String MONITOR = "monitor.npz";
  private static final String TRANSFORM = "transform.npz";
  private static final String STREAM = "stream.json";

  private static final JsonDocument<Stream> DOCUMENT =
      JsonDocument.of("anomaly-data/monitor-stream", 1, Stream.class);

  /**
   * What a stream looks like.
   *
   * @param columns the names of the columns that are watched, empty if they have none
   * @param transformed whether rows are transformed before
   */
  private record Stream(List<String> columns, boolean transformed) {
    Stream {
      columns = List.copyOf(columns);
    }
  }

  private final Path folder;
  private final Monitor monitor;
  private final List<String> columns;
  private final @Nullable FittedTransform transform;

  private MonitorFolder(
      Path folder, Monitor monitor, List<String> columns, @Nullable FittedTransform transform) {
    this.folder = folder;
    this.monitor = monitor;
    this.columns = columns;
    this.transform = transform;
  }

  /** Makes a folder that holds no monitor yet. */
  static void create(
      Path folder, Monitor monitor, List<String> columns, Optional<FittedTransform> transform)
      throws IOException {
    requireNone(folder);
    Files.createDirectories(folder);
    DOCUMENT.write(folder.resolve(STREAM), new Stream(columns, transform.isPresent()));
    if (transform.isPresent()) {
      transform.get().save(folder.resolve(TRANSFORM));
    }
    monitor.save(folder.resolve(MONITOR));
  }

  static void requireNone(Path folder) {
    if (Files.exists(folder.resolve(MONITOR))) {
      throw new IllegalArgumentException("--detector: a folder without a monitor, got " + folder);
    }
  }

  static MonitorFolder open(Path folder) throws IOException {
    Stream stream = DOCUMENT.read(folder.resolve(STREAM));
    Monitor monitor = Monitor.open(folder.resolve(MONITOR));
    FittedTransform transform =
        stream.transformed() ? FittedTransform.open(folder.resolve(TRANSFORM)) : null;
    MonitorFolder opened = new MonitorFolder(folder, monitor, stream.columns(), transform);
    int made = transform == null ? opened.width() : transform.outputColumns();
    boolean named = stream.columns().isEmpty() || stream.columns().size() == opened.width();
    if (made != monitor.detector().columns() || !named) {
      throw new DataFileException(
          folder,
          "",
          "columns, transform and monitor that belong together",
          stream.columns().size() + " names, " + made + " and " + monitor.detector().columns());
    }
    return opened;
  }

  /** Returns the number of values of a row of the stream. */
  int width() {
    return transform == null ? monitor.detector().columns() : transform.columns();
  }

  /** Returns the names of these values, or nothing if they have none. */
  List<String> columns() {
    return columns;
  }

  Monitor monitor() {
    return monitor;
  }

  /** Returns what the monitor gets to see of a row. */
  double[] transformed(double[] row) {
    return transform == null ? row : transform.apply(row);
  }

  void save() throws IOException {
    monitor.save(folder.resolve(MONITOR));
  }
}
