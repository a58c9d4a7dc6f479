package io.github.anomalydata.cli.mvtec;

import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.Workers;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Option;

/** How many threads work; numbers do not depend on it. */
final class Threads implements AutoCloseable {
  private final ExecutorService pool = Executors.newCachedThreadPool();

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "1",
      description = "The number of threads; the result does not depend on it (${DEFAULT-VALUE}).")
  private int workers = 1;

  Executor executor() {
    return pool;
  }

  int workers() {
    return Require.atLeast("--workers", workers, 1);
  }

  /** Runs numbered pieces of work. */
  void run(int pieces, Workers.Worker worker) {
    Workers.run(pieces, workers(), pool, () -> worker);
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
