package io.github.anomalydata.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResizeTest {
  private static ImageSize size(String[] parts, int at) {
    return ImageSize.of(Integer.parseInt(parts[at]), Integer.parseInt(parts[at + 1]));
  }

  private static void assertBytes(PassOrder order, int column) throws IOException {
    Set<String> sizes = new HashSet<>();
    List<String> wrong = new ArrayList<>();
    for (String line : Goldens.lines("resize.txt")) {
      String[] parts = line.split(" ", -1);
      ImageSize from = size(parts, 0);
      Image image = Goldens.formula(from.width(), from.height(), Integer.parseInt(parts[2]));
      ImageSize to = size(parts, 3);
      Image resized = Resize.to(to).with(ResizeFilter.valueOf(parts[5])).with(order).apply(image);
      sizes.add(from + " to " + to);
      if (!Goldens.crc(resized.shared()).equals(parts[column])) {
        wrong.add(line);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(sizes.size() >= 60, () -> sizes.size() + " pairs of sizes");
  }

  @Test
  void everySizeAndFilterGivesTheBytesOfPillow() throws IOException {
    assertBytes(PassOrder.BY_REDUCTION, 6);
  }

  @Test
  void horizontalPassFirstGivesTheBytesOfOlderPillow() throws IOException {
    assertBytes(PassOrder.HORIZONTAL_FIRST, 7);
  }
}
