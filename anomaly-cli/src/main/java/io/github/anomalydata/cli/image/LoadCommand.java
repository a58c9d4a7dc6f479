package io.github.anomalydata.cli.image;

import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.exchange.Npy;
import io.github.anomalydata.exchange.NumericArray;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.Normalization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** An image file to an array. */
@Command(
    name = "load",
    description = {
      "Decode a PNG, JPEG, BMP or TIFF file, resize it and write it as NPY, [channels, height,"
          + " width]:",
      "floats, or with --normalise none the bytes of its pixels."
    },
    mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "IN", description = "The image file.")
  private Path in = Path.of("");

  @Option(
      names = {"--out", "-o"},
      paramLabel = "OUT",
      required = true,
      description = "The file to write, .npy or .png, replaced if it exists; its folder is made.")
  private Path out = Path.of("");

  @Mixin private ImageOptions options = new ImageOptions();

  @Option(
      names = "--normalise",
      paramLabel = "HOW",
      defaultValue = "unit",
      description =
          "unit: to [0, 1]; imagenet: by the mean and deviation of ImageNet; none: bytes; or a JSON"
              + " file of fitted statistics (${DEFAULT-VALUE}). A PNG file is never normalised.")
  private String normalise = "";

  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    boolean png = out.toString().endsWith(".png");
    if (!png && !out.toString().endsWith(".npy")) {
      throw new IllegalArgumentException("--out: a name that ends in .npy or .png, got " + out);
    }
    Image image = options.read(in);
    Files.createDirectories(out.toAbsolutePath().getParent());
    if (png) {
      image.savePng(out);
    } else {
      Npy.write(out, array(image));
    }
    spec.commandLine().getOut().println("Wrote " + image + " to " + out);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("input", in.toString());
    result.put("out", out.toString());
    result.put("shape", List.of(image.channels(), image.height(), image.width()));
    json.write(result);
    return 0;
  }

  private NumericArray array(Image image) throws IOException {
    int[] shape = {image.channels(), image.height(), image.width()};
    if (normalise.equals("none")) {
      return NumericArray.of(image.samples(), shape).unsigned();
    }
    Normalization normalization =
        switch (normalise) {
          case "unit" -> Normalization.unitRange(image.channels());
          case "imagenet" -> Normalization.imageNet();
          default -> Normalization.load(Path.of(normalise));
        };
    return NumericArray.of(normalization.apply(image), shape);
  }
}
