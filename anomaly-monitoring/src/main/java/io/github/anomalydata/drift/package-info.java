/**
 * Whether current data still come from where the reference came from: two-sample tests, what
 * changed, and whether to retrain.
 *
 * <p>These rules hold for every test:
 *
 * <ul>
 *   <li>A p-value is in {@code (0, 1]}, never NaN. Too few values are a {@link
 *       io.github.anomalydata.drift.TestResult.InsufficientData}, never a number.
 *   <li>A p-value from {@code B} random permutations is {@code (k + 1) / (B + 1)}, {@code k} of
 *       them at least as extreme as what was observed (B. Phipson and G. K. Smyth, 2010,
 *       doi:10.2202/1544-6115.1585). Where there are no more than {@code B} different splits, all
 *       are taken, each once, and the p-value is exact.
 *   <li>Values that follow one another in time and resemble one another are permuted in blocks: see
 *       {@link io.github.anomalydata.drift.Dependence}.
 *   <li>The same data, options and seed give the same result, on any number of threads.
 * </ul>
 */
@NullMarked
package io.github.anomalydata.drift;

import org.jspecify.annotations.NullMarked;
