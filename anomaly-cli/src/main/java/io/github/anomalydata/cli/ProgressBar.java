package io.github.anomalydata.cli;

import io.github.anomalydata.data.ProgressListener;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Draws progress as a bar on a terminal; elsewhere, where a bar would fill a log, it writes a line
 * when a task is done.
 */
public final class ProgressBar implements ProgressListener {
  private static final int WIDTH = 30;

  private final PrintWriter out;
  private final boolean terminal;
  private final LongSupplier nanoClock;
  private String task = "";
  private long startNanos;

  ProgressBar(PrintWriter out, boolean terminal, LongSupplier nanoClock) {
    this.out = out;
    this.terminal = terminal;
    this.nanoClock = nanoClock;
  }

  /**
   * Returns a bar.
   *
   * @param out where to draw, best the error stream
   * @return the bar
   */
  public static ProgressBar on(PrintWriter out) {
    return new ProgressBar(out, isTerminal(), System::nanoTime);
  }

  /**
   * Whether a person watches: up to Java 21 there is a console only then, later it has to be asked.
   */
  @SuppressWarnings("SystemConsoleNull") // it is null on the Java this is compiled for
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  @Override
  public void progress(String newTask, long done, long total) {
    long now = nanoClock.getAsLong();
    if (!newTask.equals(task)) {
      task = newTask;
      startNanos = now;
    }
    double seconds = (now - startNanos) * 1e-9;
    if (terminal) {
      int filled = (int) (WIDTH * done / Math.max(1, total));
      out.printf(
          Locale.ROOT,
          "\r%-28s [%s%s] %3d %% %5.1f s",
          task,
          "#".repeat(filled),
          "-".repeat(WIDTH - filled),
          100 * done / Math.max(1, total),
          seconds);
      if (done >= total) {
        out.println();
      }
      out.flush();
    } else if (done >= total) {
      out.printf(Locale.ROOT, "%s: done in %.1f s%n", task, seconds);
      out.flush();
    }
  }
}
