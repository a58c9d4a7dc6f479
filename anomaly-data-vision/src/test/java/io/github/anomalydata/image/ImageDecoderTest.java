package io.github.anomalydata.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageDecoderTest {
  static Stream<Goldens.File> files() throws IOException {
    return Goldens.files().stream();
  }

  private static int furthest(Image expected, Image actual) {
    int furthest = 0;
    for (int i = 0; i < expected.shared().length; i++) {
      int difference = (expected.shared()[i] & 0xFF) - (actual.shared()[i] & 0xFF);
      furthest = Math.max(furthest, Math.abs(difference));
    }
    return furthest;
  }

  @ParameterizedTest
  @MethodSource("files")
  void samplesAreThoseOfPillow(Goldens.File file) throws IOException {
    Image decoded = ImageDecoder.withDefaults().decode(file.bytes(), file.name());
    assertEquals(file.image().toString(), decoded.toString());
    assertTrue(furthest(file.image(), decoded) <= 0, () -> "by " + furthest(file.image(), decoded));
  }
}
