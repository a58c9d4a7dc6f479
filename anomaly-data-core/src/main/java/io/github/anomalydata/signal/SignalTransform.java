package io.github.anomalydata.signal;

/** What becomes of one signal. */
interface SignalTransform {

  /**
   * Returns the shape of what a signal of a length becomes.
   *
   * @throws IllegalArgumentException if the signal is too short
   */
  int[] shape(int length);

  /** Computes once what signals of a length share. */
  Prepared prepare(int length);

  /** The transform of signals of one length, for use by one thread. */
  interface Prepared {

    /** Transforms a signal, whose array may be written over, to a place in an array of zeros. */
    void apply(double[] signal, double[] out, int at);
  }

  /** A transform that leaves its signal as it is. */
  interface Reading extends Prepared {

    /** Transforms a signal from a place of an array on to a place in an array of zeros. */
    void apply(double[] values, int from, double[] out, int at);

    @Override
    default void apply(double[] signal, double[] out, int at) {
      apply(signal, 0, out, at);
    }
  }
}
