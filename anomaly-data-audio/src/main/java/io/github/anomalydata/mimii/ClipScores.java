package io.github.anomalydata.mimii;

import io.github.anomalydata.data.SampleKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects anomaly scores: that of a recording is the mean of those of its samples, as in the MIMII
 * and DCASE protocols, whether they are the vectors of its frames or the whole of it. Not safe for
 * use by several threads.
 */
public final class ClipScores {
  private final Map<SampleKey, Sum> sums = new LinkedHashMap<>();

  /** The scores of one recording. */
  private static final class Sum {
    private final Recording recording;
    private double sum;
    private long count;

    private Sum(Recording recording) {
      this.recording = recording;
    }

    private double mean() {
      if (count == 0) {
        throw new IllegalStateException(
            "scores: add some for each recording, got none for " + recording.file());
      }
      return sum / count;
    }
  }

  private ClipScores(Recordings recordings) {
    for (Recording recording : recordings.list()) {
      sums.put(Recordings.key(recording, 0), new Sum(recording));
    }
  }

  /**
   * Returns an empty collection.
   *
   * @param recordings the recordings that will be scored
   * @return the collection
   */
  public static ClipScores of(Recordings recordings) {
    return new ClipScores(recordings);
  }

  /**
   * Adds the score of a sample.
   *
   * @param key the sample's key, as the source or the meta data of a batch give it
   * @param score the score, the higher the more anomalous
   * @throws IllegalArgumentException if the key is of no recording here, or the score is NaN or
   *     infinite
   */
  public void add(SampleKey key, double score) {
    Sum sum = sums.get(Recordings.clip(key));
    if (sum == null) {
      throw new IllegalArgumentException("key: of a recording that is scored, got " + key);
    }
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException("score: finite, got " + score + " for " + key);
    }
    sum.sum += score;
    sum.count++;
  }

  /**
   * Returns the scores of the recordings.
   *
   * @return the mean of the scores of each, in their order
   * @throws IllegalStateException if there is none for a recording
   */
  public Map<Recording, Double> means() {
    Map<Recording, Double> means = new LinkedHashMap<>();
    sums.values().forEach(sum -> means.put(sum.recording, sum.mean()));
    return means;
  }

  /**
   * Returns how well the scores tell faulty machines from sound ones, each unit by itself.
   *
   * @return the report
   * @throws IllegalStateException if there is no score for a recording
   * @throws IllegalArgumentException if a unit has no normal or no abnormal recording; those
   *     without a label do not count
   */
  public DetectionReport report() {
    Map<MachineUnit, Scored> units = new TreeMap<>();
    means()
        .forEach(
            (recording, score) -> {
              if (recording.label() != Label.UNLABELLED) {
                units
                    .computeIfAbsent(recording.unit(), unit -> new Scored())
                    .add(score, recording.label() == Label.ABNORMAL);
              }
            });
    return DetectionReport.of(units);
  }

  /**
   * Returns the figures by which an edition of DCASE with domains ranks. In 2020 it was the mean of
   * the areas that {@link #report()} has.
   *
   * @param edition the year, from 2021 on
   * @return the figures of each section
   * @throws IllegalStateException if there is no score for a recording
   * @throws IllegalArgumentException if the edition is that of 2020, there is no recording with a
   *     label, or a section has no normal recordings of a domain or no abnormal ones to set against
   *     them; recordings without a label do not count
   */
  public DcaseReport report(Dcase.Edition edition) {
    return DcaseReport.of(edition, means());
  }
}
