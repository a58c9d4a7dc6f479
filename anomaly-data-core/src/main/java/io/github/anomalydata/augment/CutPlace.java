package io.github.anomalydata.augment;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How much of a series or image comes from a partner, and where, before their sizes are known.
 *
 * @param share the share of the steps or pixels, in [0, 1]
 * @param across the place along the last axis, from 0 to before 1
 * @param down the place along the rows of an image, from 0 to before 1
 */
record CutPlace(double share, double across, double down) {

  /** Draws a place in series. */
  static CutPlace draw(double alpha, RandomGenerator random) {
    return new CutPlace(1 - Partners.lambda(alpha, random), random.nextDouble(), 0);
  }

  /** Draws a place in images, whose first part is what is drawn for series. */
  static CutPlace drawRectangle(double alpha, RandomGenerator random) {
    CutPlace place = draw(alpha, random);
    return new CutPlace(place.share, place.across, random.nextDouble());
  }

  /** Returns the place in a series: a row of steps. */
  Rectangle in(int time) {
    int length = length(share, time);
    return new Rectangle(start(across, time, length), 0, length, 1);
  }

  /** Returns the place in an image. */
  Rectangle in(int height, int width) {
    int right = length(Math.sqrt(share), width);
    int bottom = length(Math.sqrt(share), height);
    return new Rectangle(start(across, width, right), start(down, height, bottom), right, bottom);
  }

  private static int length(double share, int whole) {
    return (int) Math.floor(share * whole + 0.5);
  }

  private static int start(double place, int whole, int length) {
    return (int) (place * (whole - length + 1));
  }

  private Rectangle in(List<Integer> shape) {
    return shape.size() == 2 ? in(shape.get(1)) : in(shape.get(1), shape.get(2));
  }

  /** Returns the share of an array {@code [channels, ...]} that does not come from the partner. */
  double kept(List<Integer> shape) {
    long whole = shape.size() == 2 ? shape.get(1) : (long) shape.get(1) * shape.get(2);
    return 1 - (double) in(shape).area() / whole;
  }

  /** Returns an array {@code [channels, ...]} of which a part is the partner's. */
  float[] cut(List<Integer> shape, float[] own, float[] partner) {
    int height = shape.size() == 2 ? 1 : shape.get(1);
    return Mixing.cut(in(shape), height, shape.get(shape.size() - 1), own, partner);
  }
}
