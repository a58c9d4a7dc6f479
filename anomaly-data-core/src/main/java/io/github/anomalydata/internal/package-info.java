/** Small helpers shared by the packages of the library. Not public API. */
@NullMarked
package io.github.anomalydata.internal;

import org.jspecify.annotations.NullMarked;
