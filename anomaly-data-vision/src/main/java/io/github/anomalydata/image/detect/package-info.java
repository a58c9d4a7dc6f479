/** Finds defects in images without having seen one, and tells how well they were found. */
@NullMarked
package io.github.anomalydata.image.detect;

import org.jspecify.annotations.NullMarked;
