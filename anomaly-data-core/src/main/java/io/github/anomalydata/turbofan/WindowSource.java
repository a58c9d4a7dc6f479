package io.github.anomalydata.turbofan;

import io.github.anomalydata.data.BatchBuffer;
import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Provenance;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.Source;
import io.github.anomalydata.internal.Hashes;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The windows of prepared runs: for each only its run and last cycle are held. */
final class WindowSource implements Source {
  private final Windows windows;
  private final PreparedRuns prepared;
  private final List<EngineRun> runs;
  private final SampleLayout layout;
  private final String options;

  /** The index of the first window of each run, and the number of windows at the end. */
  private final int[] starts;

  /** The targets of all cycles of each run. */
  private final float[][] targets;

  WindowSource(Windows windows, PreparedRuns prepared, RulTarget target) {
    this.windows = windows;
    this.prepared = prepared;
    this.runs = prepared.runs().runs();
    Field sensors = Field.of("sensors", prepared.channelNames().size(), windows.length());
    this.layout =
        SampleLayout.of(
            windows.hasMask() ? sensors.withMask(windows.length()) : sensors, target.field());
    this.options = Hashes.sha256(windows + "\n" + target + "\n" + prepared.preparation().sha256());
    starts = new int[runs.size() + 1];
    targets = new float[runs.size()][];
    for (int run = 0; run < runs.size(); run++) {
      starts[run + 1] = Math.addExact(starts[run], windows.count(runs.get(run)));
      targets[run] = target.of(prepared, run);
    }
  }

  @Override
  public SampleLayout layout() {
    return layout;
  }

  @Override
  public int size() {
    return starts[runs.size()];
  }

  private int run(int index) {
    Objects.checkIndex(index, size());
    int found = Arrays.binarySearch(starts, index);
    return found >= 0 ? found : -found - 2;
  }

  private int lastCycle(int index, int run) {
    return windows.lastCycle(runs.get(run), index - starts[run], starts[run + 1] - starts[run]);
  }

  @Override
  public SampleKey key(int index) {
    int run = run(index);
    return new SampleKey(runs.get(run).group(), lastCycle(index, run));
  }

  @Override
  public Provenance provenance(int index) {
    int run = run(index);
    int last = lastCycle(index, run);
    int first = (int) Math.max(1, last - windows.span() + 1);
    return runs.get(run).provenance(first, last, options);
  }

  @Override
  public Sample sample(int index) {
    BatchBuffer one = new BatchBuffer(layout, 1);
    read(index, one, 0);
    return Sample.of(
        key(index),
        layout,
        new float[][] {one.values(0), one.values(1)},
        new float[][] {one.masks(0), one.masks(1)});
  }

  @Override
  public void read(int index, BatchBuffer batch, int row) {
    int run = run(index);
    int last = lastCycle(index, run);
    int padded = (int) Math.max(0, windows.length() - 1 - (last - 1L) / windows.dilation());
    readChannels(prepared.start(run), last, padded, batch.values(0), row);
    if (windows.hasMask()) {
      int from = row * windows.length();
      Arrays.fill(batch.masks(0), from, from + padded, 0f);
      Arrays.fill(batch.masks(0), from + padded, from + windows.length(), 1f);
    }
    int width = layout.labels().get(0).length();
    System.arraycopy(targets[run], (last - 1) * width, batch.values(1), row * width, width);
  }

  private void readChannels(int runStart, int last, int padded, float[] to, int row) {
    float[][] columns = prepared.columns();
    int length = windows.length();
    int dilation = windows.dilation();
    int read = length - padded;
    int first = runStart + last - 1 - (read - 1) * dilation;
    int at = row * columns.length * length;
    for (float[] column : columns) {
      if (padded > 0) {
        float padding = windows.isPaddedWithEdge() ? column[runStart] : windows.padding();
        Arrays.fill(to, at, at + padded, padding);
        at += padded;
      }
      if (dilation == 1) {
        System.arraycopy(column, first, to, at, read);
      } else {
        for (int i = 0; i < read; i++) {
          to[at + i] = column[first + i * dilation];
        }
      }
      at += read;
    }
  }
}
