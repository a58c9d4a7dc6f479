package io.github.anomalydata.augment;

import static io.github.anomalydata.Thrown.assertRefused;
import static io.github.anomalydata.augment.Augmentations.floats;
import static io.github.anomalydata.augment.Augmentations.noise;
import static io.github.anomalydata.augment.Augmentations.random;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.SampleTransform;
import io.github.anomalydata.data.Source;
import io.github.anomalydata.data.batch.Batching;
import io.github.anomalydata.data.batch.SourceDataSetIterator;
import io.github.anomalydata.data.batch.SourceMultiDataSetIterator;
import io.github.anomalydata.data.datavec.SourceRecordReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.datavec.api.writable.NDArrayWritable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Every augmentation and mixture, attached to a source and to each iterator. */
@Timeout(120)
class AttachmentTest {
  private static final int TIME = 30;
  private static final int SAMPLES = 24;
  private static final SampleLayout LAYOUT =
      SampleLayout.of(Field.of("sensors", 3, TIME), Field.of("rul", 1));

  static List<SampleTransform> all() {
    return Stream.<SampleTransform>concat(
            Augmentations.all().stream(),
            Stream.of(
                Mixup.withDefaults(),
                CutMix.withDefaults(),
                WindowSlice.withDefaults().with(SliceLength.SHORTER)))
        .toList();
  }

  private static Source source() {
    List<Sample> samples = new ArrayList<>();
    for (int n = 0; n < SAMPLES; n++) {
      float[] sensors = floats(noise((n + 2) * 3 * TIME));
      float[] last = Arrays.copyOfRange(sensors, sensors.length - 3 * TIME, sensors.length);
      samples.add(Sample.of(new SampleKey("unit", n), LAYOUT, last, new float[] {n}));
    }
    return Source.of(samples);
  }

  private static List<INDArray> dataSets(Source source, Batching batching) {
    List<INDArray> arrays = new ArrayList<>();
    try (SourceDataSetIterator iterator = SourceDataSetIterator.over(source, batching)) {
      iterator.forEachRemaining(
          batch -> {
            arrays.add(batch.getFeatures());
            arrays.add(batch.getLabels());
          });
    }
    return arrays;
  }

  private static List<INDArray> multiDataSets(Source source, Batching batching) {
    List<INDArray> arrays = new ArrayList<>();
    try (SourceMultiDataSetIterator iterator = SourceMultiDataSetIterator.over(source, batching)) {
      iterator.forEachRemaining(
          batch -> {
            arrays.add(batch.getFeatures(0));
            arrays.add(batch.getLabels(0));
          });
    }
    return arrays;
  }

  @ParameterizedTest
  @MethodSource("all")
  void bothIteratorsGiveTheSameBatchesWithAnyNumberOfWorkers(SampleTransform transform) {
    Batching batching = Batching.of(5).withShuffle(3).withRepeat(2).withTransform(transform, 7);
    List<INDArray> expected = dataSets(source(), batching.withWorkers(0));
    for (int workers : new int[] {1, 2, 8}) {
      assertEquals(expected, dataSets(source(), batching.withWorkers(workers)));
      assertEquals(expected, multiDataSets(source(), batching.withWorkers(workers)));
    }
    Batching epochs = batching.withShuffle(3).withRepeat(1);
    assertNotEquals(dataSets(source(), epochs), dataSets(source(), epochs.withFirstEpoch(1)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void validationHasTheSamplesAsTheyAre(SampleTransform transform) {
    Batching training = Batching.of(5).withTransform(transform, 7);
    assertNotEquals(dataSets(source(), Batching.of(5)), dataSets(source(), training));
    assertEquals(
        dataSets(source(), Batching.of(5)), dataSets(source(), training.withoutTransforms()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void sourceHasTheDrawsOfTheFirstEpoch(SampleTransform transform) {
    Source augmented = source().withTransform(transform, 7);
    List<INDArray> expected = dataSets(source(), Batching.of(5).withTransform(transform, 7));
    assertEquals(transform.layout(LAYOUT), augmented.layout());
    assertEquals(expected, dataSets(augmented, Batching.of(5).withRepeat(1)));
    assertEquals(source().key(3), augmented.key(3));
    assertEquals(source().provenance(3), augmented.provenance(3));
    assertEquals(SAMPLES, augmented.size());

    SourceRecordReader records = SourceRecordReader.over(augmented);
    INDArray first = ((NDArrayWritable) records.next().get(0)).get();
    assertEquals(expected.get(0).slice(0).dup('c').reshape('c', first.shape()), first);
  }

  @Test
  void transformsRunInTheWorkers() {
    // The caller works too: it waits with its own batch until a worker has one.
    CountDownLatch worker = new CountDownLatch(1);
    SampleTransform spy =
        (sample, random) -> {
          if (Thread.currentThread().getName().startsWith("worker-")) {
            worker.countDown();
          }
          await(worker);
          return sample;
        };
    List<Thread> started = new ArrayList<>();
    Batching batching =
        Batching.of(1)
            .withTransform(spy, 1)
            .withWorkers(2)
            .withPrefetch(SAMPLES)
            .withExecutor(
                task -> {
                  Thread thread = new Thread(task, "worker-" + started.size());
                  started.add(thread);
                  thread.start();
                });
    dataSets(source(), batching);
    assertEquals(0, worker.getCount());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Sample n is n everywhere, and so are its labels: what is mixed shows in both. */
  private static Source constants() {
    SampleLayout layout =
        new SampleLayout(
            List.of(Field.of("sensors", 1, TIME).withMask(TIME)),
            List.of(Field.of("rul", 1).withMask(1)));
    List<Sample> samples = new ArrayList<>();
    for (int n = 0; n < SAMPLES; n++) {
      float[] sensors = new float[TIME];
      Arrays.fill(sensors, n);
      samples.add(Sample.of(new SampleKey("unit", n), layout, sensors, new float[] {n}));
    }
    return Source.of(samples);
  }

  @Test
  void mixupMixesTargetsInTheProportionOfTheValues() {
    int mixed = 0;
    List<INDArray> arrays =
        dataSets(constants(), Batching.of(1).withTransform(Mixup.withDefaults().withAlpha(1), 1));
    for (int n = 0; n < SAMPLES; n++) {
      float target = arrays.get(2 * n + 1).getFloat(0);
      assertEquals(target, arrays.get(2 * n).getFloat(0, 0, TIME / 2));
      mixed += target == n ? 0 : 1;
    }
    assertTrue(mixed > SAMPLES / 2, mixed + " of " + SAMPLES);
  }

  @Test
  void cutMixMixesTargetsByTheShareOfSteps() {
    int mixed = 0;
    List<INDArray> arrays =
        dataSets(constants(), Batching.of(1).withTransform(CutMix.withDefaults(), 1));
    for (int n = 0; n < SAMPLES; n++) {
      INDArray steps = arrays.get(2 * n);
      double sum = 0;
      int changes = 0;
      for (int t = 0; t < TIME; t++) {
        sum += steps.getFloat(0, 0, t);
        changes += t > 0 && steps.getFloat(0, 0, t) != steps.getFloat(0, 0, t - 1) ? 1 : 0;
      }
      assertEquals(sum / TIME, arrays.get(2 * n + 1).getFloat(0), 1e-5);
      assertTrue(changes <= 2, "one stretch");
      mixed += changes > 0 ? 1 : 0;
    }
    assertTrue(mixed > SAMPLES / 3, mixed + " of " + SAMPLES);
  }

  @Test
  void masksOfAMixtureSayWhatIsKnown() {
    SampleLayout layout =
        SampleLayout.of(
            Field.of("sensors", 1, 4).withMask(4), Field.of("state", 1, 4).withMask(1, 4));
    Sample own =
        Sample.of(
            new SampleKey("own", 0),
            layout,
            new float[][] {{0, 0, 0, 0}, {0, 0, 0, 0}},
            new float[][] {{1, 1, 0, 0}, {1, 1, 0, 0}});
    Sample partner =
        Sample.of(
            new SampleKey("partner", 0),
            layout,
            new float[][] {{1, 1, 1, 1}, {1, 1, 1, 1}},
            new float[][] {{0, 1, 1, 1}, {0, 1, 1, 1}});
    for (int seed = 0; seed < 50; seed++) {
      Sample blended = Mixup.withDefaults().withAlpha(1).mix(own, partner, random(seed));
      assertEquals("[0.0, 1.0, 0.0, 0.0]", Arrays.toString(blended.mask("sensors")));
      Sample cut = CutMix.withDefaults().mix(own, partner, random(seed));
      assertEquals(own.key(), cut.key());
      for (int t = 0; t < 4; t++) {
        Sample from = cut.values("sensors")[t] == 0 ? own : partner;
        assertEquals(from.mask("sensors")[t], cut.mask("sensors")[t]);
        assertEquals(from.mask("state")[t], cut.mask("state")[t]);
        assertEquals(from.values("state")[t], cut.values("state")[t]);
      }
    }
  }

  /** An image, its class, and the mask of its defect, all ones or all zeros. */
  private static Sample inspected(String unit, float value) {
    SampleLayout layout =
        new SampleLayout(
            List.of(Field.of("image", 3, 6, 8).withMask(6, 8)),
            List.of(Field.oneHot("class", List.of("good", "bad")), Field.of("mask", 1, 6, 8)));
    float[] image = new float[3 * 6 * 8];
    float[] mask = new float[6 * 8];
    Arrays.fill(image, value);
    Arrays.fill(mask, value);
    return Sample.of(
        new SampleKey(unit, 0),
        layout,
        new float[][] {image, {1 - value, value}, mask},
        new float[][] {mask, {}, {}});
  }

  @Test
  void rectangleOfAnImageComesWithItsMaskAndItsShareOfTheClass() {
    Sample own = inspected("own", 0);
    Sample partner = inspected("partner", 1);
    int mixed = 0;
    for (int seed = 0; seed < 50; seed++) {
      Sample cut = CutMix.withDefaults().mix(own, partner, random(seed));
      float[] mask = cut.values("mask");
      float[] image = cut.values("image");
      double sum = 0;
      for (int i = 0; i < image.length; i++) {
        assertEquals(mask[i % mask.length], image[i]);
        sum += image[i] / image.length;
      }
      assertArrayEquals(mask, cut.mask("image"));
      assertEquals(sum, cut.values("class")[1], 1e-6);
      assertEquals(1 - sum, cut.values("class")[0], 1e-6);
      mixed += sum > 0 && sum < 1 ? 1 : 0;
    }
    assertTrue(mixed > 25, mixed + " of 50");
  }

  @Test
  void blendedImageHasTheSameShareOfItsMaskAndClass() {
    Sample blended =
        Mixup.withDefaults()
            .withAlpha(1)
            .mix(inspected("own", 0), inspected("partner", 1), random(3));
    float share = blended.values("class")[1];
    assertTrue(share > 0 && share < 1);
    for (float value : blended.values("image")) {
      assertEquals(share, value);
    }
    assertArrayEquals(blended.values("mask"), Arrays.copyOf(blended.values("image"), 6 * 8), 0);
  }

  @Test
  void partnerWentThroughTheTransformsBeforeTheMixture() {
    SampleTransform hundred =
        (sample, random) -> {
          float[] sensors = sample.values("sensors").clone();
          for (int i = 0; i < sensors.length; i++) {
            sensors[i] += 100;
          }
          return Sample.of(sample.key(), sample.layout(), sensors, sample.values("rul"));
        };
    Batching batching =
        Batching.of(SAMPLES).withTransform(hundred, 1).withTransform(CutMix.withDefaults(), 2);
    assertTrue(dataSets(constants(), batching).get(0).minNumber().floatValue() >= 100);
  }

  @Test
  void sampleAloneIsItsOwnPartner() throws Exception {
    Sample sample = constants().sample(5);
    assertEquals(5, CutMix.withDefaults().apply(sample, random(1)).values("sensors")[0]);
    assertEquals(5, Mixup.withDefaults().apply(sample, random(1)).values("rul")[0], 1e-6);
  }

  @Test
  void mixturesOfWhatDoesNotFitAreRefused() throws Exception {
    Sample sample = constants().sample(5);
    Sample other = source().sample(0);
    assertRefused(
        () -> Mixup.withDefaults().mix(sample, other, random(1)), "partner: of layout", "sensors");
    SampleLayout vectors = SampleLayout.of(Field.of("features", 7), Field.of("rul", 1));
    assertRefused(
        () -> CutMix.withDefaults().layout(vectors), "features", "[channels, time]", "[7]");
    assertEquals(vectors, Mixup.withDefaults().layout(vectors));
  }
}
