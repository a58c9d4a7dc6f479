/**
 * Scalers: fitted once on training data, immutable from then on, saved as JSON.
 *
 * <p>A {@link io.github.anomalydata.data.scaling.Scaler} says how to fit, a {@link
 * io.github.anomalydata.data.scaling.FittedScaler} is what was learned.
 */
@NullMarked
package io.github.anomalydata.data.scaling;

import org.jspecify.annotations.NullMarked;
