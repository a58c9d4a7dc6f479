/**
 * Decimal numbers as bytes: read correctly rounded, written as short as they can be. Not public
 * API.
 */
@NullMarked
package io.github.anomalydata.internal.decimal;

import org.jspecify.annotations.NullMarked;
