package io.github.anomalydata.drift.online;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Which statistic of a stream is watched. {@link Cusum}, {@link Ewma}, {@link PageHinkley} and
 * {@link Adwin} see changes of the mean, {@link Ddm} sees a model that errs more often, and {@link
 * SlidingWindow} any change of the distribution. These take streams of one value a sample; {@link
 * SlidingDiscrepancy} sees any change of the joint distribution of many.
 *
 * <p>All are immutable. Values of the first four are taken in standard deviations of the reference
 * from its mean.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "detector")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Cusum.class, name = "cusum"),
  @JsonSubTypes.Type(value = Ewma.class, name = "ewma"),
  @JsonSubTypes.Type(value = PageHinkley.class, name = "page-hinkley"),
  @JsonSubTypes.Type(value = Adwin.class, name = "adwin"),
  @JsonSubTypes.Type(value = Ddm.class, name = "ddm"),
  @JsonSubTypes.Type(value = SlidingWindow.class, name = "sliding-window"),
  @JsonSubTypes.Type(value = SlidingDiscrepancy.class, name = "sliding-discrepancy")
})
public sealed interface Detector
    permits Cusum, Ewma, PageHinkley, Adwin, Ddm, SlidingWindow, SlidingDiscrepancy {}
