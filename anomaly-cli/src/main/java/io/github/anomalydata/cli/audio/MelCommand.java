package io.github.anomalydata.cli.audio;

import io.github.anomalydata.audio.AudioClip;
import io.github.anomalydata.audio.Channels;
import io.github.anomalydata.audio.Resampler;
import io.github.anomalydata.audio.WavFile;
import io.github.anomalydata.audio.spectral.LogMel;
import io.github.anomalydata.audio.spectral.MelSpectrogram;
import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.exchange.Npy;
import io.github.anomalydata.exchange.NumericArray;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The log-mel spectrogram of a WAV file. */
@Command(
    name = "mel",
    description = {
      "The log-mel spectrogram of a WAV file, as librosa.power_to_db of",
      "librosa.feature.melspectrogram: an NPY file of floats [channels, bands, frames]."
    },
    mixinStandardHelpOptions = true)
final class MelCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "IN.wav", description = "The WAV file.")
  private Path in = Path.of("");

  @Option(
      names = {"--out", "-o"},
      paramLabel = "OUT.npy",
      required = true,
      description = "The file to write, replaced if it exists; its folder is made.")
  private Path out = Path.of("");

  @Option(
      names = "--plot",
      paramLabel = "OUT.png",
      description = "Draw the spectrogram of the first channel that is taken.")
  private @Nullable Path plot;

  @Option(
      names = "--channel",
      paramLabel = "WHICH",
      defaultValue = "all",
      description = "An index from 0, all or mean (${DEFAULT-VALUE}).")
  private String channel = "all";

  @Option(
      names = "--resample",
      description = "Resample a file of another rate; without it, it is refused.")
  private boolean resample;

  @Option(
      names = "--vectors",
      description = "Write the vectors of consecutive frames, [channels, vectors, size].")
  private boolean vectors;

  @Mixin private MelOptions options = new MelOptions();

  @Mixin private JsonOption json = new JsonOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    requireSuffix("--out", out, ".npy");
    if (plot != null) {
      requireSuffix("--plot", plot, ".png");
    }
    LogMel features = options.features();
    AudioClip clip = read(features.mel().filters().sampleRate());
    NumericArray array = array(features, clip);
    Files.createDirectories(out.toAbsolutePath().getParent());
    Npy.write(out, array);
    PrintWriter log = spec.commandLine().getOut();
    log.println("Wrote " + array + " to " + out);
    int empty = features.mel().filters().emptyBands();
    if (empty > 0) {
      log.println(
          empty + " bands lie between two bins and are empty; fewer bands or a longer n_fft help");
    }
    if (plot != null) {
      Files.createDirectories(plot.toAbsolutePath().getParent());
      draw(features, clip).write(plot);
      log.println("Drew " + plot);
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("out", out.toString());
    result.put("shape", Arrays.stream(array.shape()).boxed().toList());
    result.put("sampleRate", clip.sampleRate());
    result.put("emptyBands", empty);
    result.put("features", features.toString());
    json.write(result);
    return 0;
  }

  private static void requireSuffix(String option, Path file, String suffix) {
    if (!file.toString().endsWith(suffix)) {
      throw new IllegalArgumentException(
          option + ": a name that ends in " + suffix + ", got " + file);
    }
  }

  private AudioClip read(double wanted) throws IOException {
    try (WavFile wav = WavFile.open(in)) {
      boolean other = wav.sampleRate() != wanted;
      if (other && !resample) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s: of %.0f Hz, got %d Hz; --resample changes it, --sr %d takes it as it is",
                in,
                wanted,
                wav.sampleRate(),
                wav.sampleRate()));
      }
      AudioClip clip = wav.read(channels());
      return other ? Resampler.of(clip.sampleRate(), (int) wanted).apply(clip) : clip;
    }
  }

  private Channels channels() {
    return switch (channel) {
      case "all" -> Channels.all();
      case "mean" -> Channels.mean();
      default -> {
        try {
          yield Channels.of(Integer.parseInt(channel));
        } catch (NumberFormatException e) {
          throw new IllegalArgumentException(
              "--channel: an index, all or mean, got '" + channel + "'", e);
        }
      }
    };
  }

  private NumericArray array(LogMel features, AudioClip clip) {
    MelSpectrogram mel = features.mel();
    int frames = clip.frames();
    return vectors
        ? NumericArray.of(
            features.vectors(clip),
            clip.channels(),
            features.vectors(frames),
            features.vectorSize())
        : NumericArray.of(features.apply(clip), clip.channels(), mel.bands(), mel.frames(frames));
  }

  private static SpectrogramPlot draw(LogMel features, AudioClip clip) {
    MelSpectrogram mel = features.mel();
    float[] image = features.apply(clip.channel(0), clip.frames());
    return new SpectrogramPlot(
        image, mel.filters().centres(), mel.frames(clip.frames()), clip.seconds());
  }
}
