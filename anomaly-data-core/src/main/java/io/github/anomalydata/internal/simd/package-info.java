/**
 * Kernels in two twins, a plain one and one on the Vector API, and the choice between them.
 *
 * <p>A kernel is an interface here, with its plain twin beside it; the vector twin lies in {@code
 * internal.simd.vector}, which is compiled against an incubating module and must never be named in
 * code outside it: {@link io.github.anomalydata.internal.simd.Twins} finds it by name, where the
 * JVM runs with {@code --add-modules jdk.incubator.vector}.
 */
@NullMarked
package io.github.anomalydata.internal.simd;

import org.jspecify.annotations.NullMarked;
