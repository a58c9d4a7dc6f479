/** How good predictions are: the measures the field reports. */
@NullMarked
package io.github.anomalydata.evaluation;

import org.jspecify.annotations.NullMarked;
