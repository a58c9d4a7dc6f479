package io.github.anomalydata.image.detect;

import io.github.anomalydata.image.Mask;
import java.util.ArrayList;
import java.util.List;

/**
 * A defect of an image, and how many of its pixels have to be found before it counts as found.
 *
 * @param mask the pixels of the defect, at least one; those of other defects may overlap them
 * @param saturation the number of pixels, from 1 to that of the mask: where a part is missing it is
 *     enough to point at some of the places where it could have been
 */
public record DefectRegion(Mask mask, int saturation) {

  /**
   * Checks the number.
   *
   * @param mask the pixels of the defect
   * @param saturation the number of pixels that have to be found
   * @throws IllegalArgumentException if the mask is empty, or the number is below 1 or above that
   *     of the mask
   */
  public DefectRegion {
    int area = mask.count();
    if (saturation < 1 || saturation > area) {
      throw new IllegalArgumentException(
          "saturation: from 1 to the pixels of the mask, " + area + ", got " + saturation);
    }
  }

  /**
   * Returns the parts of a mask that hang together by a side or a corner, each to be found as a
   * whole: the regions of MVTec AD's per-region overlap.
   *
   * @param mask the mask
   * @return its parts; none if it is empty
   */
  public static List<DefectRegion> connected(Mask mask) {
    Regions parts = Regions.of(mask.bits(), mask.width());
    List<DefectRegion> regions = new ArrayList<>();
    for (int part = 1; part <= parts.count(); part++) {
      byte[] bits = new byte[mask.width() * mask.height()];
      for (int i = 0; i < bits.length; i++) {
        bits[i] = (byte) (parts.at(i) == part ? 1 : 0);
      }
      Mask region = Mask.of(bits, mask.size());
      regions.add(new DefectRegion(region, region.count()));
    }
    return List.copyOf(regions);
  }
}
