package io.github.anomalydata.drift;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How latents are compared. */
public enum LatentMethod {
  /** All of them at once, so that also a change of what they have in common is seen. */
  MAXIMUM_MEAN_DISCREPANCY(null),
  /** One by one, by {@link Distance#KOLMOGOROV_SMIRNOV}. */
  KOLMOGOROV_SMIRNOV(Distance.KOLMOGOROV_SMIRNOV),
  /** One by one, by {@link Distance#WASSERSTEIN}. */
  WASSERSTEIN(Distance.WASSERSTEIN),
  /** One by one, by {@link Distance#ENERGY}. */
  ENERGY(Distance.ENERGY);

  private final Optional<Distance> distance;

  LatentMethod(@Nullable Distance distance) {
    this.distance = Optional.ofNullable(distance);
  }

  /** Returns the distance of single latents; empty if they are compared all at once. */
  Optional<Distance> distance() {
    return distance;
  }
}
