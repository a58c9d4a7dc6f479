package io.github.anomalydata.image.detect;

import java.util.Arrays;

/** Parts of a mask that hang together: pixels are neighbours by a side or a corner. */
final class Regions {
  private final int[] labels;
  private final int count;

  private Regions(int[] labels, int count) {
    this.labels = labels;
    this.count = count;
  }

  static Regions of(byte[] bits, int width) {
    int[] labels = new int[bits.length];
    int[] stack = new int[16];
    int count = 0;
    for (int start = 0; start < bits.length; start++) {
      if (bits[start] == 0 || labels[start] != 0) {
        continue;
      }
      count++;
      labels[start] = count;
      int depth = 0;
      stack[depth++] = start;
      while (depth > 0) {
        int at = stack[--depth];
        int x = at % width;
        for (int row = at - x - width; row <= at - x + width; row += width) {
          if (row < 0 || row >= bits.length) {
            continue;
          }
          for (int next = Math.max(0, x - 1); next <= Math.min(width - 1, x + 1); next++) {
            int neighbour = row + next;
            if (bits[neighbour] != 0 && labels[neighbour] == 0) {
              labels[neighbour] = count;
              if (depth == stack.length) {
                stack = Arrays.copyOf(stack, 2 * depth);
              }
              stack[depth++] = neighbour;
            }
          }
        }
      }
    }
    return new Regions(labels, count);
  }

  int count() {
    return count;
  }

  /** Returns the region of a pixel, from 1; 0 for none. */
  int at(int pixel) {
    return labels[pixel];
  }

  /** Returns the number of pixels of each region, from 1; at 0 that of the others. */
  int[] sizes() {
    int[] sizes = new int[count + 1];
    for (int label : labels) {
      sizes[label]++;
    }
    return sizes;
  }
}
