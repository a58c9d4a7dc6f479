package io.github.anomalydata.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.anomalydata.internal.io.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes PNG files of 8 bits a sample. */
final class PngEncoder {
  private static final int[] SIGNATURE = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int FILTER_SUB = 1;

  private PngEncoder() {}

  static void write(Image image, Path path) throws IOException {
    AtomicFile.write(path, out -> write(image, new DataOutputStream(out)));
  }

  private static void write(Image image, DataOutputStream out) throws IOException {
    for (int b : SIGNATURE) {
      out.write(b);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream header = new DataOutputStream(bytes);
    header.writeInt(image.width());
    header.writeInt(image.height());
    header.write(new byte[] {8, (byte) (image.channels() == 1 ? 0 : 2), 0, 0, 0});
    chunk(out, "IHDR", bytes.toByteArray());
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    try (OutputStream rows = new DeflaterOutputStream(data)) {
      writeRows(image, rows);
    }
    chunk(out, "IDAT", data.toByteArray());
    chunk(out, "IEND", new byte[0]);
    out.flush();
  }

  private static void writeRows(Image image, OutputStream rows) throws IOException {
    int channels = image.channels();
    byte[] samples = image.shared();
    byte[] row = new byte[1 + channels * image.width()];
    row[0] = FILTER_SUB;
    for (int y = 0; y < image.height(); y++) {
      for (int c = 0; c < channels; c++) {
        int from = (c * image.height() + y) * image.width();
        byte before = 0;
        for (int x = 0; x < image.width(); x++) {
          byte sample = samples[from + x];
          row[1 + channels * x + c] = (byte) (sample - before);
          before = sample;
        }
      }
      rows.write(row);
    }
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }
}
