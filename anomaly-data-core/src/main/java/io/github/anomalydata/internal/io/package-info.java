/** Files that are written whole or not at all. Not public API. */
@NullMarked
package io.github.anomalydata.internal.io;

import org.jspecify.annotations.NullMarked;
