/** How often tests of drift raise false alarms and find what is there, as tables and a figure. */
@NullMarked
package io.github.anomalydata.drift.calibration;

import org.jspecify.annotations.NullMarked;
