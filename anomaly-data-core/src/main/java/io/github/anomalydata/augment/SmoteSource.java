package io.github.anomalydata.augment;

import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Provenance;
import io.github.anomalydata.data.RandomStreams;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A source and samples between those of its rare classes. */
final class SmoteSource implements Source {
  private final Source source;
  private final List<Made> made;

  /** A sample that is made: of which two, and the share of the second. */
  private record Made(int own, int other, double share) {}

  private SmoteSource(Source source, List<Made> made) {
    this.source = source;
    this.made = made;
  }

  static Source over(Source source, Smote smote, long seed) throws IOException {
    int field = classes(source.layout());
    List<List<Integer>> members = members(source, field);
    int largest = members.stream().mapToInt(List::size).max().orElse(0);
    int wanted = (int) Math.ceil(smote.ratio() * largest);
    List<Made> made = new ArrayList<>();
    for (int number = 0; number < members.size(); number++) {
      List<Integer> rare = members.get(number);
      if (!rare.isEmpty() && rare.size() < wanted) {
        if (rare.size() == 1) {
          throw new IllegalArgumentException(
              "source: at least two samples of a class that is to grow, got only "
                  + source.key(rare.get(0))
                  + " of '"
                  + source.layout().fields().get(field).classes().get(number)
                  + "'");
        }
        RandomGenerator random = RandomStreams.of(seed, number);
        made.addAll(between(source, rare, wanted - rare.size(), smote.neighbours(), random));
      }
    }
    return new SmoteSource(source, List.copyOf(made));
  }

  private static int classes(SampleLayout layout) {
    for (Field field : layout.labels()) {
      if (!field.classes().isEmpty()) {
        return layout.indexOf(field.name());
      }
    }
    throw new IllegalArgumentException(
        "source: a labels field with classes, got " + layout.labels());
  }

  private static List<List<Integer>> members(Source source, int field) throws IOException {
    int count = source.layout().fields().get(field).classes().size();
    List<List<Integer>> members =
        IntStream.range(0, count).<List<Integer>>mapToObj(i -> new ArrayList<>()).toList();
    for (int i = 0; i < source.size(); i++) {
      float[] label = source.sample(i).values(field);
      int found = -1;
      int others = 0;
      for (int number = 0; number < count; number++) {
        found = label[number] == 1 ? number : found;
        others += label[number] == 0 ? 1 : 0;
      }
      if (found < 0 || others != count - 1) {
        throw new IllegalArgumentException(
            "source: samples of one class, got " + Arrays.toString(label) + " of " + source.key(i));
      }
      members.get(found).add(i);
    }
    return members;
  }

  private static List<Made> between(
      Source source, List<Integer> rare, int count, int most, RandomGenerator random)
      throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (int index : rare) {
      samples.add(source.sample(index));
    }
    int features = source.layout().features().size();
    Neighbours nearest =
        Neighbours.of(
            rare.size(), most, (i, j) -> distance(samples.get(i), samples.get(j), features));
    List<Made> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int own = i % rare.size();
      int other = nearest.draw(own, random);
      made.add(new Made(rare.get(own), rare.get(other), random.nextDouble()));
    }
    return made;
  }

  private static double distance(Sample sample, Sample other, int features) {
    double squares = 0;
    for (int field = 0; field < features; field++) {
      float[] first = sample.values(field);
      float[] second = other.values(field);
      for (int i = 0; i < first.length; i++) {
        double difference = (double) first[i] - second[i];
        squares += difference * difference;
      }
    }
    return squares;
  }

  @Override
  public SampleLayout layout() {
    return source.layout();
  }

  @Override
  public int size() {
    return source.size() + made.size();
  }

  private boolean isMade(int index) {
    return Objects.checkIndex(index, size()) >= source.size();
  }

  private Made made(int index) {
    return made.get(index - source.size());
  }

  @Override
  public SampleKey key(int index) {
    return isMade(index)
        ? new SampleKey(source.key(made(index).own()).group() + "/smote", index - source.size())
        : source.key(index);
  }

  @Override
  public Provenance provenance(int index) {
    if (!isMade(index)) {
      return source.provenance(index);
    }
    Provenance own = source.provenance(made(index).own());
    Provenance other = source.provenance(made(index).other());
    return new Provenance(
        own.file(), (own.place() + " interpolated with " + other).strip(), own.options());
  }

  @Override
  public Sample sample(int index) throws IOException {
    if (!isMade(index)) {
      return source.sample(index);
    }
    Made of = made(index);
    return Mixing.mix(
        key(index),
        source.sample(of.own()),
        source.sample(of.other()),
        (field, own, other, isMask) -> Mixing.blend(1 - of.share(), own, other, isMask));
  }
}
