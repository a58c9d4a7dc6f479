package io.github.anomalydata.image.detect;

import io.github.anomalydata.evaluation.PrecisionRecallCurve;

/**
 * How well defects were found.
 *
 * @param images the number of images
 * @param defects the number of images with defects
 * @param regions the number of defects, which are connected parts of masks
 * @param imageAuc the area under the ROC curve of images
 * @param imageAveragePrecision the average precision of images
 * @param best the threshold of image scores with the best F1
 * @param pixelAuc the area under the ROC curve of pixels
 * @param pixelAucError how far that is at most from the area without binning
 * @param regionOverlap the normalised area under the curve of the mean share of a region's pixels
 *     that is found, against the false positive rate of pixels up to 0.3: AU-PRO
 * @param regionOverlapError how far that is at most from the area without binning
 */
public record DetectionScores(
    int images,
    int defects,
    int regions,
    double imageAuc,
    double imageAveragePrecision,
    PrecisionRecallCurve.Best best,
    double pixelAuc,
    double pixelAucError,
    double regionOverlap,
    double regionOverlapError) {}
