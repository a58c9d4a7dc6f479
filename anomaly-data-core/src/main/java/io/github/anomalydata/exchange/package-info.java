/**
 * Exchange of arrays with Python: NumPy's NPY and NPZ files and CSV tables, read and written bit
 * for bit.
 *
 * <p>{@link io.github.anomalydata.exchange.NumericArray} carries the values; only {@link
 * io.github.anomalydata.exchange.Nd4jArrays} touches ND4J, so that a program without it can use the
 * rest.
 */
@NullMarked
package io.github.anomalydata.exchange;

import org.jspecify.annotations.NullMarked;
