package io.github.anomalydata.mvtec;

/**
 * A type of defect of MVTec LOCO AD, as {@code defects_config.json} lists them.
 *
 * @param name its name, such as {@code "missing_almonds"}
 * @param level the grey level of its pixels in masks, from 1 to 255
 * @param saturation how much of it has to be found
 */
public record DefectType(String name, int level, Saturation saturation) {

  /**
   * Checks the level.
   *
   * @param name its name
   * @param level the grey level of its pixels in masks
   * @param saturation how much of it has to be found
   * @throws IllegalArgumentException if the level is out of range
   */
  public DefectType {
    if (level < 1 || level > 255) {
      throw new IllegalArgumentException("level: from 1 to 255, got " + level);
    }
  }
}
