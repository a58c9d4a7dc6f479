/**
 * NASA's Turbofan C-MAPSS data sets: files to engine runs, engine runs to windows and
 * remaining-useful-life targets.
 *
 * <p>The way through, each step fitted on training units only:
 *
 * <pre>{@code
 * Turbofan ── train(), test() ──> EngineRuns ── split ──> Preparation.fit ──> FittedPreparation
 *   (files)                        (units)                 (conditions, channels, scaler)
 *                                                                │ apply
 *                                 WindowSource <── Windows <── PreparedRuns
 * }</pre>
 *
 * <p>Reference: A. Saxena, K. Goebel, D. Simon and N. Eklund, "Damage propagation modeling for
 * aircraft engine run-to-failure simulation", PHM 2008.
 */
@NullMarked
package io.github.anomalydata.turbofan;

import org.jspecify.annotations.NullMarked;
