/**
 * What every data set shares: indexed sources of samples, views and splits of them, scalers fitted
 * on training data, and the batching engine that feeds a model.
 */
@NullMarked
package io.github.anomalydata.data;

import org.jspecify.annotations.NullMarked;
