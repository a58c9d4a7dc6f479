/**
 * The MVTec family of trees: images of products, sound and with defects, and masks of the defects.
 */
@NullMarked
package io.github.anomalydata.mvtec;

import org.jspecify.annotations.NullMarked;
