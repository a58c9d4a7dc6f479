/** JSON documents that say what they are and refuse what they do not know. Not public API. */
@NullMarked
package io.github.anomalydata.internal.json;

import org.jspecify.annotations.NullMarked;
