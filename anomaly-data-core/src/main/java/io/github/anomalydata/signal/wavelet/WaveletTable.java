package io.github.anomalydata.signal.wavelet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The table of all wavelets, read once from {@code filters.txt}. */
final class WaveletTable {
  private static final int NEAR_NAMES = 5;
  private static final Map<String, Wavelet> WAVELETS = read();

  private WaveletTable() {}

  static List<String> names() {
    return List.copyOf(WAVELETS.keySet());
  }

  static Wavelet get(String name) {
    Wavelet wavelet = WAVELETS.get(name);
    if (wavelet == null) {
      List<String> near =
          WAVELETS.keySet().stream()
              .sorted((a, b) -> Integer.compare(distance(a, name), distance(b, name)))
              .limit(NEAR_NAMES)
              .toList();
      throw new IllegalArgumentException(
          "wavelet: a name such as " + String.join(", ", near) + ", got '" + name + "'");
    }
    return wavelet;
  }

  private static Map<String, Wavelet> read() {
    Map<String, double[]> filters = new LinkedHashMap<>();
    try (InputStream in =
            Objects.requireNonNull(WaveletTable.class.getResourceAsStream("filters.txt"));
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] words = line.split(" ");
          filters.put(
              words[0] + " " + words[1],
              Arrays.stream(words).skip(2).mapToDouble(Double::parseDouble).toArray());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Wavelet> wavelets = new LinkedHashMap<>();
    Map<String, Wavelet> reverse = new LinkedHashMap<>();
    double[] haar = Objects.requireNonNull(filters.get("db1 dec"));
    wavelets.put("haar", new Wavelet("haar", true, haar, reversed(haar)));
    filters.forEach(
        (key, low) -> {
          String name = key.substring(0, key.indexOf(' '));
          double[] rec = filters.get(name + " rec");
          if (rec == null) {
            wavelets.put(name, new Wavelet(name, true, low, reversed(low)));
          } else if (key.endsWith(" dec")) {
            wavelets.put(name, new Wavelet(name, false, low, rec));
            String twin = name.replace("bior", "rbio");
            reverse.put(twin, new Wavelet(twin, false, reversed(rec), reversed(low)));
          }
        });
    wavelets.putAll(reverse);
    return wavelets;
  }

  private static double[] reversed(double[] filter) {
    double[] reversed = new double[filter.length];
    for (int k = 0; k < filter.length; k++) {
      reversed[k] = filter[filter.length - 1 - k];
    }
    return reversed;
  }

  /** The least number of characters to insert, delete or replace (Levenshtein, 1966). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
