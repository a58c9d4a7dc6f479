package io.github.anomalydata.image;

import io.github.anomalydata.internal.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * Patches of one size that cover an image and may overlap, for models that see a large image in
 * parts.
 *
 * <p>Patches lie every {@code stride} pixels from the left and top; the last of a row or column is
 * moved back to end with the image, so that every pixel is in one and none sticks out.
 *
 * @param image the size of the image
 * @param patch the size of a patch
 * @param stride columns and rows from one patch to the next
 */
public record PatchGrid(ImageSize image, ImageSize patch, int stride) {

  /**
   * Checks the values.
   *
   * @param image the size of the image
   * @param patch the size of a patch
   * @param stride columns and rows from one patch to the next
   * @throws IllegalArgumentException if the patch is larger than the image, or the stride not from
   *     1 to the shorter side of the patch
   */
  public PatchGrid {
    if (patch.width() > image.width() || patch.height() > image.height()) {
      throw new IllegalArgumentException(
          "patch: at most the size of the image, " + image + ", got " + patch);
    }
    if (Require.atLeast("stride", stride, 1) > Math.min(patch.width(), patch.height())) {
      throw new IllegalArgumentException(
          "stride: at most the shorter side of a patch of " + patch + ", got " + stride);
    }
  }

  /**
   * Returns a grid.
   *
   * @param image the size of the image
   * @param patch the size of a patch
   * @param stride columns and rows from one patch to the next
   * @return the grid
   * @throws IllegalArgumentException if the patch is larger than the image, or the stride not from
   *     1 to the shorter side of the patch
   */
  public static PatchGrid of(ImageSize image, ImageSize patch, int stride) {
    return new PatchGrid(image, patch, stride);
  }

  /**
   * Returns the patches.
   *
   * @return where they are, row by row
   */
  public List<Region> regions() {
    List<Region> regions = new ArrayList<>();
    for (int top : starts(image.height(), patch.height())) {
      for (int left : starts(image.width(), patch.width())) {
        regions.add(new Region(left, top, patch.width(), patch.height()));
      }
    }
    return List.copyOf(regions);
  }

  private int[] starts(int length, int part) {
    int last = length - part;
    int[] starts = new int[(last + stride - 1) / stride + 1];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = Math.min(i * stride, last);
    }
    return starts;
  }

  /**
   * Cuts an image into the patches.
   *
   * @param whole an image of the size of the grid's
   * @return the patches, row by row
   * @throws IllegalArgumentException if the image has another size
   */
  public List<Image> cut(Image whole) {
    requireSize(whole.size());
    return regions().stream().map(whole::crop).toList();
  }

  /**
   * Cuts a mask into the patches.
   *
   * @param whole a mask of the size of the grid's image
   * @return the patches, row by row
   * @throws IllegalArgumentException if the mask has another size
   */
  public List<Mask> cut(Mask whole) {
    requireSize(whole.size());
    return regions().stream().map(whole::crop).toList();
  }

  private void requireSize(ImageSize size) {
    if (!size.equals(image)) {
      throw new IllegalArgumentException("whole: of size " + image + ", got " + size);
    }
  }

  /**
   * Puts maps of the patches, such as anomaly scores, back together.
   *
   * @param patches the values, {@code [patches, channels, height, width]}
   * @param channels the number of channels
   * @return the mean of all patches that a pixel is in, {@code [channels, height, width]} of the
   *     image
   * @throws IllegalArgumentException if there are more or fewer values
   */
  public float[] stitch(float[] patches, int channels) {
    List<Region> regions = regions();
    int area = patch.width() * patch.height();
    long expected = (long) regions.size() * Require.atLeast("channels", channels, 1) * area;
    if (patches.length != expected) {
      throw new IllegalArgumentException(
          "patches: " + expected + " values of " + regions.size() + ", got " + patches.length);
    }
    int plane = Math.toIntExact(image.pixels());
    double[] sums = new double[Math.multiplyExact(channels, plane)];
    int[] counts = new int[plane];
    int at = 0;
    for (Region region : regions) {
      for (int c = 0; c < channels; c++) {
        for (int y = 0; y < region.height(); y++) {
          int row = (region.top() + y) * image.width() + region.left();
          for (int x = 0; x < region.width(); x++) {
            sums[c * plane + row + x] += patches[at++];
            counts[row + x] += c == 0 ? 1 : 0;
          }
        }
      }
    }
    float[] whole = new float[sums.length];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = (float) (sums[i] / counts[i % plane]);
    }
    return whole;
  }
}
