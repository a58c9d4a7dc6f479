package io.github.anomalydata.image.detect;

/**
 * How much of each defect was found, as an area under a curve.
 *
 * @param limit the false positive rate of pixels up to which the curve counts
 * @param area the area under the mean overlap against the false positive rate, divided by the limit
 * @param error how far that is at most from the area without binning
 */
public record RegionOverlap(double limit, double area, double error) {}
