package io.github.anomalydata.cli.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LettersTest {
  @Test
  void everyWordOfAPictureHasLetters() {
    String words =
        "0123456789.+-e original augmented channel the first 8 of time s frequency kHz dB"
            + " perspective cut-paste perlin cutmix window";
    for (int i = 0; i < words.length(); i++) {
      char letter = words.charAt(i);
      assertEquals(letter == ' ', Letters.strokes(letter).isEmpty());
    }
    assertThrows(IllegalArgumentException.class, () -> Letters.strokes('?'));
  }
}
