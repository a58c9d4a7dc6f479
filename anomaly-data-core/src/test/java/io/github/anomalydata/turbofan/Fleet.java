package io.github.anomalydata.turbofan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Small C-MAPSS files whose every value is known: channel {@code c} of unit {@code u} at cycle
 * {@code t} reads {@link #value}.
 */
final class Fleet {
  private Fleet() {}

  /** Sensor 1 is constant, setting 3 is 100, all others rise with the cycle. */
  static double value(int unit, int cycle, Channel channel) {
    return switch (channel) {
      case SETTING_1, SETTING_2 -> 0.001 * (cycle % 3);
      case SETTING_3 -> 100;
      case SENSOR_1 -> 518.67;
      default -> 100 * channel.ordinal() + unit + 0.25 * cycle;
    };
  }

  static String line(int unit, int cycle) {
    StringBuilder line = new StringBuilder(unit + " " + cycle);
    for (Channel channel : Channel.all()) {
      line.append(' ').append(String.format(Locale.ROOT, "%.4f", value(unit, cycle, channel)));
    }
    return line + "  ";
  }

  /** The lines of units 1, 2, ... of the given lengths. */
  static List<String> lines(int... lengths) {
    List<String> lines = new ArrayList<>();
    for (int unit = 1; unit <= lengths.length; unit++) {
      for (int cycle = 1; cycle <= lengths[unit - 1]; cycle++) {
        lines.add(line(unit, cycle));
      }
    }
    return lines;
  }

  static Path write(Path folder, String name, int[] train, int[] test, int[] rul)
      throws IOException {
    write(folder.resolve("train_" + name + ".txt"), lines(train));
    write(folder.resolve("test_" + name + ".txt"), lines(test));
    List<String> ruls = new ArrayList<>();
    for (int value : rul) {
      ruls.add(value + " ");
    }
    write(folder.resolve("RUL_" + name + ".txt"), ruls);
    return folder;
  }

  static void write(Path file, List<String> lines) throws IOException {
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  /** Training runs of the given lengths. */
  static EngineRuns train(String name, int... lengths) {
    return runs(name, true, lengths, new int[lengths.length]);
  }

  /** Test runs of the given lengths and final RULs. */
  static EngineRuns test(String name, int[] lengths, int[] rul) {
    return runs(name, false, lengths, rul);
  }

  private static EngineRuns runs(String name, boolean training, int[] lengths, int[] rul) {
    RunTable.Builder builder = new RunTable.Builder(16);
    for (int unit = 1; unit <= lengths.length; unit++) {
      builder.beginUnit(unit);
      for (int cycle = 1; cycle <= lengths[unit - 1]; cycle++) {
        double[][] columns = builder.room();
        for (Channel channel : Channel.all()) {
          columns[channel.ordinal()][builder.rows()] = value(unit, cycle, channel);
        }
        builder.endRow();
      }
    }
    RunTable table = builder.build("memory");
    List<EngineRun> runs = new ArrayList<>();
    for (int i = 0; i < lengths.length; i++) {
      runs.add(
          new EngineRun(
              name + (training ? "/train/" : "/test/") + (i + 1),
              i + 1,
              training,
              table,
              table.starts()[i],
              lengths[i],
              rul[i]));
    }
    return EngineRuns.of(runs);
  }
}
