package io.github.anomalydata.cli.audio;

import io.github.anomalydata.audio.Truncation;
import io.github.anomalydata.audio.WavFile;
import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.cli.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what WAV files hold. */
@Command(
    name = "info",
    description = {
      "What WAV files hold: rate, channels, length and encoding. Ends with 1 if a file is shorter",
      "than its header says."
    },
    mixinStandardHelpOptions = true)
final class InfoCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "WAV files.")
  private List<Path> files = List.of();

  @Mixin private JsonOption json = new JsonOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    TextTable table =
        new TextTable("file", "Hz", "channels", "frames", "seconds", "encoding", "bits", "missing");
    List<Map<String, Object>> found = new ArrayList<>();
    boolean whole = true;
    for (Path file : files) {
      try (WavFile wav = WavFile.open(file, Truncation.KEEP)) {
        double seconds = (double) wav.frames() / wav.sampleRate();
        table.row(
            file,
            wav.sampleRate(),
            wav.channels(),
            wav.frames(),
            String.format(Locale.ROOT, "%.3f", seconds),
            wav.encoding(),
            wav.bits(),
            wav.missingBytes());
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("file", file.toString());
        one.put("sampleRate", wav.sampleRate());
        one.put("channels", wav.channels());
        one.put("frames", wav.frames());
        one.put("seconds", seconds);
        one.put("encoding", wav.encoding().toString());
        one.put("bits", wav.bits());
        one.put("missingBytes", wav.missingBytes());
        found.add(one);
        whole &= wav.missingBytes() == 0;
      }
    }
    table.print(spec.commandLine().getOut());
    json.write(Map.of("files", found));
    return whole ? 0 : 1;
  }
}
