/** Results as parts of documents. */
@NullMarked
package io.github.anomalydata.benchmark;

import org.jspecify.annotations.NullMarked;
