package io.github.anomalydata.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What every sample of a source holds: the fields a model takes in and the fields it is to predict.
 *
 * <p>Fields are numbered from 0, features first; a sample's arrays stand in that order.
 *
 * @param features the fields that go into the model, at least one
 * @param labels the fields it is to predict; may be empty
 */
public record SampleLayout(List<Field> features, List<Field> labels) {

  /**
   * Checks the fields.
   *
   * @param features the fields that go into the model, at least one
   * @param labels the fields it is to predict; may be empty
   * @throws IllegalArgumentException if there are no features or two fields share a name
   */
  public SampleLayout {
    features = List.copyOf(features);
    labels = List.copyOf(labels);
    if (features.isEmpty()) {
      throw new IllegalArgumentException("features: at least one field, got none");
    }
    Set<String> names = new HashSet<>();
    for (List<Field> fields : List.of(features, labels)) {
      for (Field field : fields) {
        if (!names.add(field.name())) {
          throw new IllegalArgumentException(
              "fields: each name once, got '" + field.name() + "' twice");
        }
      }
    }
  }

  /**
   * Returns a layout of one features field and one labels field.
   *
   * @param features the field that goes into the model
   * @param labels the field it is to predict
   * @return the layout
   */
  public static SampleLayout of(Field features, Field labels) {
    return new SampleLayout(List.of(features), List.of(labels));
  }

  /**
   * Returns all fields in the order of their numbers.
   *
   * @return the features, then the labels
   */
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>(features);
    fields.addAll(labels);
    return List.copyOf(fields);
  }

  /**
   * Returns the number of a field.
   *
   * @param name the field's name
   * @return its place in {@link #fields()}
   * @throws IllegalArgumentException if no field has the name
   */
  public int indexOf(String name) {
    List<Field> fields = fields();
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "field: one of " + fields.stream().map(Field::name).toList() + ", got '" + name + "'");
  }
}
