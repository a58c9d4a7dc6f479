package io.github.anomalydata.audio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** What compat/golden/audio.py wrote. */
final class GoldenWavs {
  private GoldenWavs() {}

  /** A WAV file and the samples that libsndfile or scipy reads, frame by frame. */
  record File(String name, int sampleRate, int channels, byte[] bytes, float[] samples) {
    float[] byChannel() {
      int frames = samples.length / channels;
      float[] turned = new float[samples.length];
      for (int i = 0; i < samples.length; i++) {
        turned[i % channels * frames + i / channels] = samples[i];
      }
      return turned;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<File> files() throws IOException {
    return lines("files.txt").stream().map(GoldenWavs::parse).toList();
  }

  static File file(String name) throws IOException {
    return files().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  static List<String> lines(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(GoldenWavs.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), UTF_8).lines().filter(l -> !l.startsWith("#")).toList();
    }
  }

  private static File parse(String line) {
    String[] parts = line.split(" : ", -1);
    String[] facts = parts[0].split(" ", -1);
    String[] numbers = parts[2].split(" ", -1);
    float[] samples = new float[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      samples[i] = Float.parseFloat(numbers[i]);
    }
    return new File(
        facts[0],
        Integer.parseInt(facts[1]),
        Integer.parseInt(facts[2]),
        HexFormat.of().parseHex(parts[1]),
        samples);
  }
}
