package io.github.anomalydata.mimii;

/** The side of a domain shift that a recording is on: from 2021 on DCASE tells. */
public enum Domain {
  /** The conditions that most training recordings were made under. */
  SOURCE,
  /** The conditions that the machine was moved to, of which there are few training recordings. */
  TARGET,
  /** Nothing is told, as in MIMII and DCASE 2020. */
  UNSTATED
}
