/** The vector twins of the kernels; nothing outside this package may name a class in it. */
@NullMarked
package io.github.anomalydata.internal.simd.vector;

import org.jspecify.annotations.NullMarked;
