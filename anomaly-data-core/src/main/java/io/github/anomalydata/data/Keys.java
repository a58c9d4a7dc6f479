package io.github.anomalydata.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Checks of sample keys. */
final class Keys {
  private Keys() {}

  /** Refuses a source in which two samples share a key, and names the key and both indices. */
  static void requireDistinct(String name, Source source) {
    // Hashes first: eight bytes a sample, where a set of keys would take a hundred.
    long[] hashes = new long[source.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = source.key(i).hash();
    }
    Arrays.sort(hashes);
    for (int i = 1; i < hashes.length; i++) {
      if (hashes[i] == hashes[i - 1]) {
        requireDistinctByKey(name, source);
        return;
      }
    }
  }

  private static void requireDistinctByKey(String name, Source source) {
    Map<SampleKey, Integer> seen = new HashMap<>();
    for (int i = 0; i < source.size(); i++) {
      Integer first = seen.putIfAbsent(source.key(i), i);
      if (first != null) {
        throw new IllegalArgumentException(
            name + ": each key once, got " + source.key(i) + " at " + first + " and " + i);
      }
    }
  }
}
