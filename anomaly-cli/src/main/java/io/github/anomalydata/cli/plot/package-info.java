/**
 * Pictures that are drawn without the graphics and the fonts of the system, the same everywhere.
 */
@NullMarked
package io.github.anomalydata.cli.plot;

import org.jspecify.annotations.NullMarked;
