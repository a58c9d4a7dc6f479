package io.github.anomalydata.mimii;

import java.nio.file.Path;
import java.util.Map;

/**
 * A sound file and what its place in the tree tells of it.
 *
 * @param group what must never be on both sides of a split: the data set and the stretch of the
 *     machine's sound, such as {@code "MIMII/fan/id_02/normal/00000012"}. It is the same for every
 *     SNR, since MIMII mixes the same stretch with noise of each loudness
 * @param file the WAV file
 * @param unit the machine
 * @param label whether the machine was sound
 * @param part the part of the data set
 * @param domain the side of the domain shift
 * @param attributes what the attributes file of DCASE tells of the recording, such as {@code "vel"
 *     -> "4"}; empty where it tells nothing
 */
public record Recording(
    String group,
    Path file,
    MachineUnit unit,
    Label label,
    Part part,
    Domain domain,
    Map<String, String> attributes) {

  /**
   * Copies the attributes.
   *
   * @param group the data set and the stretch of the machine's sound
   * @param file the WAV file
   * @param unit the machine
   * @param label whether the machine was sound
   * @param part the part of the data set
   * @param domain the side of the domain shift
   * @param attributes what the attributes file tells of the recording
   */
  public Recording {
    attributes = Map.copyOf(attributes);
  }
}
