package io.github.anomalydata.cli;

import io.github.anomalydata.cli.audio.AudioCommand;
import io.github.anomalydata.cli.augment.AugmentCommand;
import io.github.anomalydata.cli.drift.DetectorCommand;
import io.github.anomalydata.cli.drift.DriftCommand;
import io.github.anomalydata.cli.feature.FeaturesCommand;
import io.github.anomalydata.cli.image.ImageCommand;
import io.github.anomalydata.cli.metrics.MetricsCommand;
import io.github.anomalydata.cli.mimii.MimiiCommand;
import io.github.anomalydata.cli.monitor.MonitorCommand;
import io.github.anomalydata.cli.mvtec.MvtecCommand;
import io.github.anomalydata.cli.report.ReportCommand;
import io.github.anomalydata.cli.signal.SignalCommand;
import io.github.anomalydata.cli.turbofan.QuickstartCommand;
import io.github.anomalydata.cli.turbofan.TurbofanCommand;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code anomaly} command line. */
@Command(
    name = "anomaly",
    description = "Industrial data for anomaly detection: load, prepare, train, watch.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      QuickstartCommand.class,
      TurbofanCommand.class,
      MimiiCommand.class,
      MvtecCommand.class,
      AudioCommand.class,
      ImageCommand.class,
      SignalCommand.class,
      FeaturesCommand.class,
      AugmentCommand.class,
      DriftCommand.class,
      DetectorCommand.class,
      MonitorCommand.class,
      MetricsCommand.class,
      ReportCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  private Main() {}

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    int code = run(System.in, writer(System.out, "stdout"), writer(System.err, "stderr"), args);
    System.exit(code);
  }

  /** Java says from 19 on what a terminal shows; until then it is the default. */
  private static PrintWriter writer(PrintStream stream, String name) {
    String encoding = System.getProperty(name + ".encoding", Charset.defaultCharset().name());
    return new PrintWriter(stream, true, Charset.forName(encoding));
  }

  /**
   * Runs one command in this process, without standard input.
   *
   * @param out where its results go
   * @param err where its complaints go
   * @param args the command line
   * @return 0 when all is well, 1 when the check or the job says no, 2 for bad usage or bad input
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return run(InputStream.nullInputStream(), out, err, args);
  }

  /**
   * Runs one command in this process.
   *
   * @param in standard input
   * @param out where its results go
   * @param err where its complaints go
   * @param args the command line
   * @return 0 when all is well, 1 when the check or the job says no, 2 for bad usage or bad input
   */
  public static int run(InputStream in, PrintWriter out, PrintWriter err, String... args) {
    Failures failures = new Failures();
    return new CommandLine(new Main(), new Factory(in))
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures)
        .execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  /** Gives standard input to the command that reads it. */
  private record Factory(InputStream in) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      return type == MonitorCommand.class
          ? type.cast(new MonitorCommand(in))
          : CommandLine.defaultFactory().create(type);
    }
  }

  /** Reads the version from the jar that this class came in. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"anomaly " + (version == null ? "(not packed)" : version)};
    }
  }
}
