package io.github.anomalydata.cli.image;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Images with the pixels of Pillow and the floats of torchvision. */
@Command(
    name = "image",
    description = "Load images with the pixels of Pillow and the floats of torchvision.",
    mixinStandardHelpOptions = true,
    subcommands = LoadCommand.class)
public final class ImageCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Creates the command. */
  public ImageCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: load");
  }
}
