/**
 * Reports that people look at: one file that shows a verdict, its reasons, tables and plots.
 *
 * <p>A {@link io.github.anomalydata.report.Report} is data: sections of tables and plots. It is
 * written as one HTML file, which needs nothing else, not even a network, and as JSON with the same
 * content. {@link io.github.anomalydata.report.DriftReport} makes one of the results of drift
 * tests, {@link io.github.anomalydata.report.TwoSamples} the plots of two samples.
 *
 * <p>These rules hold throughout:
 *
 * <ul>
 *   <li>Titles, names and labels may be any text; they are shown as they are and never run.
 *   <li>What is thinned out to be drawn says so, and keeps the extremes.
 *   <li>The same report gives the same bytes.
 * </ul>
 */
@NullMarked
package io.github.anomalydata.report;

import org.jspecify.annotations.NullMarked;
