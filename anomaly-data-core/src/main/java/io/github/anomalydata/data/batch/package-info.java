/**
 * The batching engine: turns any source into an ordered, seeded, prefetched stream of batches, as
 * the iterators Deeplearning4j knows.
 *
 * <p>What a batch holds is a pure function of the seeds, the epoch and the samples. The number of
 * workers, the prefetch depth and the executor change how fast it comes and nothing else.
 */
@NullMarked
package io.github.anomalydata.data.batch;

import org.jspecify.annotations.NullMarked;
