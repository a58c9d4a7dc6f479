package io.github.anomalydata.data;

import java.io.Serializable;

/**
 * The identity of a sample: the same on every run and every machine, and different for any two
 * samples of a source.
 *
 * <p>The group is what must never be on both sides of a split: an engine, a recording, an object.
 * It begins with the data set, so that groups stay apart when sources are joined: {@code
 * "FD001/train/17"}.
 *
 * @param group the data set and the thing the sample was taken from
 * @param position where in the group, such as the last cycle of a window; 0 if the group is a
 *     single sample
 * @serial exclude
 */
public record SampleKey(String group, long position) implements Serializable {

  /**
   * Returns a 64-bit hash of the key that depends on nothing but its text and position.
   *
   * @return the hash
   */
  public long hash() {
    long hash = 0;
    for (int i = 0; i < group.length(); i++) {
      hash = RandomStreams.mix(hash, group.charAt(i));
    }
    return RandomStreams.mix(hash, position);
  }

  /**
   * Returns the key as text.
   *
   * @return the group and the position, such as {@code "FD001/train/17@130"}
   */
  @Override
  public String toString() {
    return group + "@" + position;
  }
}
