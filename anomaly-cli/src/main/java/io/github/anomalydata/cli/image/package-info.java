/** The {@code image} commands: image files to arrays that a model takes in. */
@NullMarked
package io.github.anomalydata.cli.image;

import org.jspecify.annotations.NullMarked;
