package io.github.anomalydata.mvtec;

import io.github.anomalydata.data.BatchBuffer;
import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Provenance;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.Source;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.Mask;
import io.github.anomalydata.internal.Hashes;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** One sample for each image. */
final class InspectionSource implements Source {
  private final List<InspectionImage> images;
  private final ImagePreparation preparation;
  private final InspectionTarget target;
  private final SampleLayout layout;
  private final String options;

  InspectionSource(InspectionImages images, ImagePreparation preparation, InspectionTarget target) {
    this.images = images.list();
    this.preparation = preparation;
    this.target = target;
    Field image =
        Field.of(
            "image",
            preparation.channels(),
            preparation.crop().height(),
            preparation.crop().width());
    this.layout = new SampleLayout(List.of(image), target.fields(image, most(this.images)));
    this.options = Hashes.sha256(preparation + "\n" + target);
    requireLabels();
  }

  /** Returns the number of masks of the image that has most of them, at least 1. */
  private static int most(List<InspectionImage> images) {
    return Math.max(1, images.stream().mapToInt(image -> image.masks().size()).max().orElse(1));
  }

  private void requireLabels() {
    if (!target.needsLabels()) {
      return;
    }
    for (InspectionImage image : images) {
      if (!image.isLabelled()) {
        throw new IllegalArgumentException(
            "target: NONE or IMAGE for images without labels, got "
                + target
                + " for "
                + image.group());
      }
      if (target.needsMasks() && image.isDefective() && image.masks().isEmpty()) {
        throw new IllegalArgumentException(
            "target: none with masks for images without, got " + target + " for " + image.group());
      }
    }
  }

  @Override
  public SampleLayout layout() {
    return layout;
  }

  @Override
  public int size() {
    return images.size();
  }

  @Override
  public SampleKey key(int index) {
    return new SampleKey(images.get(index).group(), 0);
  }

  @Override
  public Provenance provenance(int index) {
    return new Provenance(images.get(index).file().toString(), "", options);
  }

  @Override
  public Sample sample(int index) throws IOException {
    BatchBuffer one = new BatchBuffer(layout, 1);
    read(index, one, 0);
    float[][] values = new float[layout.fields().size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = one.values(i);
    }
    return Sample.of(key(index), layout, values);
  }

  @Override
  public void read(int index, BatchBuffer batch, int row) throws IOException {
    InspectionImage image = images.get(index);
    Image whole = preparation.decode(image);
    int length = layout.features().get(0).length();
    preparation.normalization().apply(preparation.fit(whole), batch.values(0), row * length);
    float defective = target.needsLabels() && image.isDefective() ? 1 : 0;
    switch (target) {
      case NONE -> {}
      case IMAGE ->
          System.arraycopy(batch.values(0), row * length, batch.values(1), row * length, length);
      case ANOMALY -> batch.values(1)[row] = defective;
      case CLASS -> {
        batch.values(1)[2 * row] = 1 - defective;
        batch.values(1)[2 * row + 1] = defective;
      }
      case MASK -> mask(image, whole, batch.values(1), row);
      case ANOMALY_AND_MASK -> {
        batch.values(1)[row] = defective;
        mask(image, whole, batch.values(2), row);
      }
      case ANOMALY_AND_MASKS -> {
        batch.values(1)[row] = defective;
        masks(image, whole, batch.values(2), row * layout.labels().get(1).length());
      }
    }
  }

  private void mask(InspectionImage image, Image whole, float[] to, int row) throws IOException {
    Mask mask = preparation.fit(MaskFiles.union(image, whole.size()));
    float[] values = mask.toFloats();
    System.arraycopy(values, 0, to, row * values.length, values.length);
  }

  private void masks(InspectionImage image, Image whole, float[] to, int from) throws IOException {
    Arrays.fill(to, from, from + layout.labels().get(1).length(), 0);
    int at = from;
    for (Mask mask : MaskFiles.each(image, whole.size())) {
      float[] values = preparation.fit(mask).toFloats();
      System.arraycopy(values, 0, to, at, values.length);
      at += values.length;
    }
  }
}
