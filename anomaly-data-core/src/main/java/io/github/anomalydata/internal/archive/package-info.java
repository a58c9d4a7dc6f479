/** Files of fitted objects: a manifest and arrays. Not public API. */
@NullMarked
package io.github.anomalydata.internal.archive;

import org.jspecify.annotations.NullMarked;
