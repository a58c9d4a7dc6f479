/**
 * Sources for pipelines that already use DataVec, whose {@code datavec-api} must then be on the
 * class path.
 */
@NullMarked
package io.github.anomalydata.data.datavec;

import org.jspecify.annotations.NullMarked;
