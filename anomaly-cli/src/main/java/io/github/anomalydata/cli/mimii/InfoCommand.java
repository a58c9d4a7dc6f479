package io.github.anomalydata.cli.mimii;

import io.github.anomalydata.audio.WavFile;
import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.cli.TextTable;
import io.github.anomalydata.mimii.Label;
import io.github.anomalydata.mimii.MachineUnit;
import io.github.anomalydata.mimii.Recording;
import io.github.anomalydata.mimii.Recordings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks a tree of recordings and tells what it holds. */
@Command(
    name = "info",
    description = {
      "Check a tree of recordings, the header of each included, and tell what it holds.",
      "'as published' tells whether a machine has as many recordings as MIMII was published with."
    },
    mixinStandardHelpOptions = true)
final class InfoCommand implements Callable<Integer> {
  @Mixin private DataOptions data = new DataOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Recordings recordings = data.open();
    TextTable table =
        new TextTable(
            "unit",
            "normal",
            "abnormal",
            "unlabelled",
            "channels",
            "Hz",
            "seconds",
            "as published");
    List<Map<String, Object>> units = new ArrayList<>();
    for (Recordings unit : recordings.byUnit()) {
      units.add(describe(unit, table));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(recordings + ": all are sound");
    out.println();
    table.print(out);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("recordings", recordings.size());
    result.put("units", units);
    json.write(result);
    return 0;
  }

  private Map<String, Object> describe(Recordings recordings, TextTable table) throws IOException {
    TreeSet<Integer> channels = new TreeSet<>();
    TreeSet<Integer> rates = new TreeSet<>();
    TreeSet<Double> seconds = new TreeSet<>();
    for (Recording recording : recordings.list()) {
      try (WavFile wav = WavFile.open(recording.file())) {
        channels.add(wav.channels());
        rates.add(wav.sampleRate());
        seconds.add((double) wav.frames() / wav.sampleRate());
      }
    }
    MachineUnit unit = recordings.units().get(0);
    boolean asPublished = data.layout().isMimii() && recordings.isAsPublished();
    table.row(
        unit,
        recordings.count(Label.NORMAL),
        recordings.count(Label.ABNORMAL),
        recordings.count(Label.UNLABELLED),
        text(channels),
        text(rates),
        text(seconds),
        asPublished ? "yes" : "no");
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("unit", unit.toString());
    for (Label label : Label.values()) {
      result.put(label.name().toLowerCase(Locale.ROOT), recordings.count(label));
    }
    result.put("channels", channels);
    result.put("sampleRates", rates);
    result.put("seconds", seconds);
    result.put("asPublished", asPublished);
    return result;
  }

  /** One value, or the range of several. */
  private static String text(SortedSet<? extends Number> values) {
    if (values.size() <= 3) {
      return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
    return values.first() + " - " + values.last();
  }
}
