package io.github.anomalydata.drift;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The memory that one test of the maximum mean discrepancy takes in a process of its own. {@code
 * peers/alibi.py} tells that of alibi-detect.
 *
 * <pre>java -Xmx40m -XX:+UseSerialGC -cp benchmarks/target/benchmarks.jar \
 *     io.github.anomalydata.drift.DiscrepancyMemory 5000 64 200 2</pre>
 */
public final class DiscrepancyMemory {
  private DiscrepancyMemory() {}

  /**
   * Tests, and prints the peaks of the process, as Linux tells them, and of the heap.
   *
   * @param arguments rows of each sample, columns, permutations, threads
   * @throws IOException if the process cannot be asked
   */
  public static void main(String[] arguments) throws IOException {
    int[] sizes = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
    SplittableRandom random = new SplittableRandom(42);
    ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, sizes[3] - 1));
    try {
      double[][] reference = sample(sizes, random);
      double[][] current = sample(sizes, random);
      MaximumMeanDiscrepancy.withDefaults()
          .with(Kernel.gaussian(0.05))
          .withPermutations(sizes[2])
          .withWorkers(executor, sizes[3])
          .fit(reference)
          .test(current, 42);
    } finally {
      executor.shutdown();
    }
    print(System.out);
  }

  private static double[][] sample(int[] sizes, SplittableRandom random) {
    double[][] sample = new double[sizes[0]][];
    Arrays.setAll(sample, i -> random.doubles(sizes[1]).toArray());
    return sample;
  }

  private static void print(PrintStream out) throws IOException {
    long heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(DiscrepancyMemory::peak)
            .sum();
    String process =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .map(line -> line.replaceAll("\\D", ""))
            .findFirst()
            .orElseThrow(() -> new IOException("/proc/self/status: a line VmHWM, found none"));
    out.println("kilobytes " + process);
    out.println("heap " + heap / 1024);
  }

  private static long peak(MemoryPoolMXBean pool) {
    return pool.getPeakUsage().getUsed();
  }
}
