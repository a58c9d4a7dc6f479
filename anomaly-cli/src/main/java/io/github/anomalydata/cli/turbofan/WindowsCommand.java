package io.github.anomalydata.cli.turbofan;

import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.cli.ProgressBar;
import io.github.anomalydata.data.BatchBuffer;
import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.ProgressListener;
import io.github.anomalydata.data.Source;
import io.github.anomalydata.exchange.ElementType;
import io.github.anomalydata.exchange.NpyWriter;
import io.github.anomalydata.exchange.NumericArray;
import io.github.anomalydata.turbofan.EngineRuns;
import io.github.anomalydata.turbofan.FittedPreparation;
import io.github.anomalydata.turbofan.RulTarget;
import io.github.anomalydata.turbofan.Turbofan;
import io.github.anomalydata.turbofan.Windows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Cuts the units into windows, and writes them for Python if asked to. */
@Command(
    name = "windows",
    description = "Cut the units into scaled windows; write them as NPY files if asked to.",
    mixinStandardHelpOptions = true)
final class WindowsCommand implements Callable<Integer> {
  private static final int BLOCK = 1024;

  @Mixin private DataOptions data = new DataOptions();
  @Mixin private PreparationOptions preparation = new PreparationOptions();

  @Option(
      names = "--window",
      paramLabel = "CYCLES",
      defaultValue = "30",
      description = "The number of cycles of a window (${DEFAULT-VALUE}).")
  private int window;

  @Option(
      names = "--stride",
      paramLabel = "CYCLES",
      defaultValue = "1",
      description = "The number of cycles from one window to the next (${DEFAULT-VALUE}).")
  private int stride;

  @Option(
      names = "--dilation",
      paramLabel = "CYCLES",
      defaultValue = "1",
      description = "The number of cycles from one column to the next (${DEFAULT-VALUE}).")
  private int dilation;

  @Option(
      names = "--cap",
      paramLabel = "CYCLES",
      description = "Clip the RUL here; by default it is not clipped.")
  private @Nullable Double cap;

  @Option(
      names = "--last",
      description = "Of each test unit only the last window, which is the usual protocol.")
  private boolean last;

  @Option(names = "--pad", description = "Pad units shorter than a window with their first cycle.")
  private boolean pad;

  @Option(
      names = "--npy",
      paramLabel = "DIR",
      description =
          "Write train_x.npy, train_y.npy, test_x.npy, test_y.npy and preparation.json here.")
  private @Nullable Path npy;

  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Turbofan turbofan = data.open();
    FittedPreparation fitted = preparation.preparation().fit(turbofan.train());
    Windows windows = Windows.ofLength(window).withStride(stride).withDilation(dilation);
    windows = pad ? windows.withEdgePadding() : windows;
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("subset", turbofan.name());
    result.put("channels", fitted.channelNames());
    result.put("conditions", fitted.conditions().size());
    if (npy != null) {
      Files.createDirectories(npy);
      fitted.save(npy.resolve("preparation.json"));
    }
    result.put("train", write("train", turbofan.train(), fitted, windows));
    Windows testWindows = last ? windows.with(Windows.Selection.LAST) : windows;
    result.put("test", write("test", turbofan.test(), fitted, testWindows));
    json.write(result);
    return 0;
  }

  private List<Integer> write(
      String part, EngineRuns runs, FittedPreparation fitted, Windows windows) throws IOException {
    RulTarget target = cap == null ? RulTarget.raw() : RulTarget.clippedAt(cap);
    Source source = windows.over(fitted.apply(runs), target);
    List<Integer> shape = List.of(source.size(), fitted.channelNames().size(), windows.length());
    spec.commandLine().getOut().println(part + ": windows " + shape);
    if (npy != null) {
      write(
          source,
          npy.resolve(part + "_x.npy"),
          npy.resolve(part + "_y.npy"),
          "write " + part,
          ProgressBar.on(spec.commandLine().getErr()));
    }
    return shape;
  }

  private static void write(Source source, Path x, Path y, String task, ProgressListener progress)
      throws IOException {
    Field features = source.layout().features().get(0);
    int[] rowShape = features.shape().stream().mapToInt(i -> i).toArray();
    BatchBuffer buffer = new BatchBuffer(source.layout(), BLOCK);
    try (NpyWriter xs = NpyWriter.open(x, ElementType.FLOAT32, rowShape);
        NpyWriter ys = NpyWriter.open(y, ElementType.FLOAT32)) {
      for (int start = 0; start < source.size(); start += BLOCK) {
        int rows = Math.min(BLOCK, source.size() - start);
        for (int row = 0; row < rows; row++) {
          source.read(start + row, buffer, row);
        }
        float[] values = Arrays.copyOf(buffer.values(0), rows * features.length());
        xs.append(NumericArray.of(values, rows, rowShape[0], rowShape[1]));
        ys.append(NumericArray.of(Arrays.copyOf(buffer.values(1), rows), rows));
        progress.progress(task, start + rows, source.size());
      }
      xs.finish();
      ys.finish();
    }
  }
}
