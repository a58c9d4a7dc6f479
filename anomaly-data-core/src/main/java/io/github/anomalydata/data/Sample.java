package io.github.anomalydata.data;

import java.util.Arrays;
import java.util.List;

/**
 * One example as a model sees it: the values, and where there are any the masks, of each field of
 * its layout.
 *
 * <p>The arrays are handed over, not copied: whoever holds a sample reads them and never writes to
 * them. Values stand in row-major order of the field's shape.
 */
public final class Sample {
  private static final float[] NO_MASK = new float[0];

  private final SampleKey key;
  private final SampleLayout layout;
  private final float[][] values;
  private final float[][] masks;

  private Sample(SampleKey key, SampleLayout layout, float[][] values, float[][] masks) {
    this.key = key;
    this.layout = layout;
    this.values = values;
    this.masks = masks;
  }

  /**
   * Returns a sample whose masks, where the layout has any, are all ones.
   *
   * @param key the sample's identity
   * @param layout the fields
   * @param values the values of each field, in the layout's order
   * @return the sample
   * @throws IllegalArgumentException if the number or a length of the arrays is not the layout's
   */
  public static Sample of(SampleKey key, SampleLayout layout, float[]... values) {
    List<Field> fields = layout.fields();
    float[][] masks = new float[fields.size()][];
    for (int i = 0; i < masks.length; i++) {
      masks[i] = new float[fields.get(i).maskLength()];
      Arrays.fill(masks[i], 1f);
    }
    return of(key, layout, values, masks);
  }

  /**
   * Returns a sample.
   *
   * @param key the sample's identity
   * @param layout the fields
   * @param values the values of each field, in the layout's order
   * @param masks the mask of each field, 1 where a value counts and 0 where it does not; an empty
   *     array for a field without a mask
   * @return the sample
   * @throws IllegalArgumentException if the number or a length of the arrays is not the layout's
   */
  public static Sample of(SampleKey key, SampleLayout layout, float[][] values, float[][] masks) {
    List<Field> fields = layout.fields();
    requireCount("values", key, fields.size(), values.length);
    requireCount("masks", key, fields.size(), masks.length);
    float[][] ownedValues = new float[fields.size()][];
    float[][] ownedMasks = new float[fields.size()][];
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      requireLength("values", key, field, field.length(), values[i].length);
      requireLength("mask", key, field, field.maskLength(), masks[i].length);
      ownedValues[i] = values[i];
      ownedMasks[i] = field.isMasked() ? masks[i] : NO_MASK;
    }
    return new Sample(key, layout, ownedValues, ownedMasks);
  }

  private static void requireCount(String what, SampleKey key, int expected, int actual) {
    if (expected != actual) {
      throw new IllegalArgumentException(
          what + " of " + key + ": one array for each of " + expected + " fields, got " + actual);
    }
  }

  private static void requireLength(
      String what, SampleKey key, Field field, int expected, int actual) {
    if (expected != actual) {
      throw new IllegalArgumentException(
          what
              + " of "
              + key
              + ", field '"
              + field.name()
              + "': length "
              + expected
              + ", got "
              + actual);
    }
  }

  /**
   * Returns the sample's identity.
   *
   * @return the key
   */
  public SampleKey key() {
    return key;
  }

  /**
   * Returns the fields.
   *
   * @return the layout
   */
  public SampleLayout layout() {
    return layout;
  }

  /**
   * Returns the values of a field.
   *
   * @param field the field's number
   * @return the sample's own array, in row-major order, not to be written to
   */
  public float[] values(int field) {
    return values[field];
  }

  /**
   * Returns the values of a field.
   *
   * @param field the field's name
   * @return the sample's own array, in row-major order, not to be written to
   * @throws IllegalArgumentException if no field has the name
   */
  public float[] values(String field) {
    return values[layout.indexOf(field)];
  }

  /**
   * Returns the mask of a field.
   *
   * @param field the field's number
   * @return the sample's own array of ones and zeros, not to be written to; empty without a mask
   */
  public float[] mask(int field) {
    return masks[field];
  }

  /**
   * Returns the mask of a field.
   *
   * @param field the field's name
   * @return the sample's own array of ones and zeros, not to be written to; empty without a mask
   * @throws IllegalArgumentException if no field has the name
   */
  public float[] mask(String field) {
    return masks[layout.indexOf(field)];
  }
}
