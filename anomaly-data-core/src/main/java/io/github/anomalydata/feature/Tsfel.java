package io.github.anomalydata.feature;

import java.util.List;

/** The features of tsfel by tsfel's names. */
final class Tsfel {
  static final List<Feature> ALL = List.of();

  private Tsfel() {}
}
