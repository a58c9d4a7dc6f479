package io.github.anomalydata.exchange;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.exchange.CsvOptions.Header;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Writes the folder that compat/exchange/check.py reads with NumPy and pandas. */
@EnabledIfEnvironmentVariable(named = "ANOMALY_EXCHANGE_FOLDER", matches = ".+")
class PeerFolderTest {
  private static final ByteOrder[] BYTE_ORDERS = {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN};

  private final Path folder = Path.of(System.getenv("ANOMALY_EXCHANGE_FOLDER"));

  @Test
  void arrays() throws IOException {
    Files.createDirectories(folder);
    Map<String, NumericArray> arrays = new LinkedHashMap<>();
    for (ElementType type : ElementType.values()) {
      NumericArray array = Golden.array(type, 2, 3, 4);
      arrays.put(type.toString(), array);
      for (ArrayOrder order : ArrayOrder.values()) {
        for (ByteOrder byteOrder : BYTE_ORDERS) {
          Path file = folder.resolve(type + "-" + order + "-" + byteOrder + ".npy");
          Npy.write(file, array, NpyOptions.withDefaults().with(order).with(byteOrder));
        }
      }
    }
    for (Npz.Compression compression : Npz.Compression.values()) {
      Npz.write(folder.resolve(compression + ".npz"), arrays, compression);
    }
    try (NpyWriter writer = NpyWriter.open(folder.resolve("rows.npy"), ElementType.FLOAT32, 2)) {
      for (int row = 0; row < 1000; row++) {
        writer.append(NumericArray.of(new float[] {row, -row}, 1, 2));
      }
      writer.finish();
    }
    assertTrue(Files.exists(folder.resolve("rows.npy")));
  }

  @Test
  void tables() throws IOException {
    Files.createDirectories(folder);
    SplittableRandom random = new SplittableRandom(11);
    double[] doubles = random.longs(3000).mapToDouble(Double::longBitsToDouble).toArray();
    float[] floats = new float[3000];
    for (int i = 0; i < floats.length; i++) {
      floats[i] =
          i == 0 ? Float.parseFloat("7.038531e-26") : Float.intBitsToFloat(random.nextInt());
    }
    table("doubles", NumericArray.of(doubles, 1000, 3));
    table("floats", NumericArray.of(floats, 1000, 3));
    table("integers", NumericArray.of(random.longs(3000).toArray(), 1000, 3));
    assertTrue(Files.exists(folder.resolve("integers.csv")));
  }

  private void table(String name, NumericArray values) throws IOException {
    CsvTable table = new CsvTable(List.of("a", "b \"quoted\"", "c, größer"), values);
    Npy.write(folder.resolve(name + ".npy"), values);
    Csv.write(folder.resolve(name + ".csv"), table, CsvOptions.withDefaults());
    Csv.write(
        folder.resolve(name + "-bare.csv"), table, CsvOptions.withDefaults().with(Header.NONE));
  }
}
