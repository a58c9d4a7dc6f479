/**
 * What is done to rows before a test of drift or a monitor sees them: to the same scale, or to
 * fewer columns.
 */
@NullMarked
package io.github.anomalydata.drift.preprocess;

import org.jspecify.annotations.NullMarked;
