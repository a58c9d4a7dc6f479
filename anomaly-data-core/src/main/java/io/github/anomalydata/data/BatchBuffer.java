package io.github.anomalydata.data;

import io.github.anomalydata.internal.Require;
import java.util.List;

/**
 * Room for the samples of one batch: for each field one array of all values, sample after sample,
 * and one of all masks.
 *
 * <p>A buffer belongs to one thread and is filled again and again.
 */
public final class BatchBuffer {
  private final SampleLayout layout;
  private final List<Field> fields;
  private final int capacity;
  private final float[][] values;
  private final float[][] masks;

  /**
   * Creates a buffer.
   *
   * @param layout the fields of the samples
   * @param capacity the number of samples it has room for, at least 1
   * @throws IllegalArgumentException if the capacity is below 1 or an array would be too long
   */
  public BatchBuffer(SampleLayout layout, int capacity) {
    Require.atLeast("capacity", capacity, 1);
    this.layout = layout;
    this.fields = layout.fields();
    this.capacity = capacity;
    this.values = new float[fields.size()][];
    this.masks = new float[fields.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = new float[room(fields.get(i), fields.get(i).length(), capacity)];
      masks[i] = new float[room(fields.get(i), fields.get(i).maskLength(), capacity)];
    }
  }

  private static int room(Field field, int length, int capacity) {
    long room = (long) length * capacity;
    if (room > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "capacity: " + capacity + " samples of " + field + " do not fit into one array");
    }
    return (int) room;
  }

  /**
   * Returns the fields of the samples.
   *
   * @return the layout
   */
  public SampleLayout layout() {
    return layout;
  }

  /**
   * Returns the number of samples the buffer has room for.
   *
   * @return the capacity
   */
  public int capacity() {
    return capacity;
  }

  /**
   * Returns all values of a field. Those of the sample in row {@code r} begin at {@code r *
   * length}, where {@code length} is the field's.
   *
   * @param field the field's number
   * @return the buffer's own array
   */
  public float[] values(int field) {
    return values[field];
  }

  /**
   * Returns all mask values of a field. Those of the sample in row {@code r} begin at {@code r *
   * maskLength}, where {@code maskLength} is the field's.
   *
   * @param field the field's number
   * @return the buffer's own array; empty without a mask
   */
  public float[] masks(int field) {
    return masks[field];
  }

  /**
   * Copies a sample into a row.
   *
   * @param row the row, from 0
   * @param sample a sample of the buffer's layout
   * @throws IllegalArgumentException if the sample's layout is another one
   */
  public void put(int row, Sample sample) {
    if (sample.layout() != layout && !sample.layout().equals(layout)) {
      throw new IllegalArgumentException(
          "sample " + sample.key() + ": layout " + layout + ", got " + sample.layout());
    }
    for (int i = 0; i < values.length; i++) {
      float[] from = sample.values(i);
      System.arraycopy(from, 0, values[i], row * from.length, from.length);
      float[] mask = sample.mask(i);
      System.arraycopy(mask, 0, masks[i], row * mask.length, mask.length);
    }
  }
}
