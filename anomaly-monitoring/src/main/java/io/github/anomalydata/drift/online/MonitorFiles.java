package io.github.anomalydata.drift.online;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.archive.Archive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The files monitors are saved in. */
final class MonitorFiles {
  private static final String REFERENCE = "reference";
  private static final String STATE = "state";

  /** A reference of 32 million samples. */
  private static final long MOST_BYTES = 1L << 28;

  private static final Archive<Manifest> ARCHIVE =
      Archive.of("anomaly-data/monitor", 1, Manifest.class, MOST_BYTES);

  private MonitorFiles() {}

  /** What a monitor has seen. */
  record Progress(long samples, long alarms, int coolDownLeft) {
    Progress {
      requireNotNegative("samples", samples);
      requireNotNegative("alarms", alarms);
      Require.atLeast("coolDownLeft", coolDownLeft, 0);
    }

    private static void requireNotNegative(String name, long value) {
      if (value < 0) {
        throw new IllegalArgumentException(name + ": at least 0, got " + value);
      }
    }
  }

  private record Manifest(
      Detector detector,
      int columns,
      Scale scale,
      Threshold threshold,
      int coolDown,
      Progress progress) {
    Manifest {
      Require.atLeast("columns", columns, 1);
    }
  }

  static void write(Path file, Monitor monitor) throws IOException {
    FittedDetector detector = monitor.detector();
    Fit fit = detector.fit();
    Manifest manifest =
        new Manifest(
            fit.detector(),
            detector.columns(),
            fit.scale(),
            detector.threshold(),
            detector.coolDown(),
            monitor.progress());
    ARCHIVE.write(file, manifest, Map.of(REFERENCE, fit.kept().values(), STATE, monitor.state()));
  }

  static Monitor read(Path file) throws IOException {
    Archive.Saved<Manifest> saved = ARCHIVE.read(file, REFERENCE, STATE);
    Manifest manifest = saved.content();
    try {
      Samples kept = Samples.restored(saved.array(REFERENCE), manifest.columns());
      Fit fit = Fit.restored(manifest.detector(), manifest.scale(), kept);
      FittedDetector detector =
          new FittedDetector(fit, manifest.threshold(), 0).withCoolDown(manifest.coolDown());
      Monitor monitor = detector.start();
      monitor.resume(manifest.progress(), saved.array(STATE));
      return monitor;
    } catch (IllegalArgumentException e) {
      DataFileException error =
          new DataFileException(file, "", "the state of a monitor", String.valueOf(e.getMessage()));
      error.initCause(e);
      throw error;
    }
  }
}
