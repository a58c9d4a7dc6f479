package io.github.anomalydata.signal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jtransforms.fft.DoubleFFT_1D;
import org.visnow.jlargearrays.ConcurrencyUtils;

/**
 * The plans of JTransforms, cached by size for each thread, since a plan promises no safety to
 * threads that share it.
 *
 * <p>JTransforms would split transforms of 8192 samples and more over a pool of its own, which
 * keeps its threads for a minute. Whether it does is decided by one number for the whole process,
 * the only switch it has; it is set to one thread before the first plan is made, and the pool never
 * starts.
 */
final class FftPlans {
  /**
   * The longest transform whose plan fits in arrays of Java, whatever the factors of its length.
   */
  static final int MAX_LENGTH = 1 << 28;

  private static final int SIZES = 8;

  private static final ThreadLocal<Map<Integer, DoubleFFT_1D>> PLANS =
      ThreadLocal.withInitial(LeastRecentlyUsed::new);

  static {
    ConcurrencyUtils.setNumberOfThreads(1);
  }

  private FftPlans() {}

  /** Returns this thread's plan for a length. */
  static DoubleFFT_1D of(int length) {
    return PLANS.get().computeIfAbsent(length, DoubleFFT_1D::new);
  }

  static int requireLength(int length, String name) {
    if (length < 1 || length > MAX_LENGTH) {
      throw new IllegalArgumentException(name + ": 1 to " + MAX_LENGTH + ", got " + length);
    }
    return length;
  }

  private static final class LeastRecentlyUsed extends LinkedHashMap<Integer, DoubleFFT_1D> {
    private static final long serialVersionUID = 1L;

    LeastRecentlyUsed() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, DoubleFFT_1D> eldest) {
      return size() > SIZES;
    }
  }
}
