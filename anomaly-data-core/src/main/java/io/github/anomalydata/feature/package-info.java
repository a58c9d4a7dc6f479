/** Signals to named feature vectors. */
@NullMarked
package io.github.anomalydata.feature;

import org.jspecify.annotations.NullMarked;
