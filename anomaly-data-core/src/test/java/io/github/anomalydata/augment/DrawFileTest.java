package io.github.anomalydata.augment;

import static io.github.anomalydata.Thrown.assertThrown;
import static io.github.anomalydata.augment.Augmentations.noise;
import static io.github.anomalydata.augment.Augmentations.random;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.anomalydata.data.DataFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Draws that are recorded and replayed on other data. */
class DrawFileTest {
  @TempDir private Path folder;

  static List<Augmentation> all() {
    return Augmentations.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void recordedDrawIsReplayedBitByBitOnOtherData(Augmentation augmentation) throws Exception {
    Draw draw = Draw.of(3, random(1));
    draw.save(folder.resolve("draw.json"));
    augmentation.save(folder.resolve("augmentation.json"));
    Draw loaded = Draw.load(folder.resolve("draw.json"));
    Augmentation replayed = Augmentation.load(folder.resolve("augmentation.json"));
    double[] modality = noise(3 * 5 * 50);
    for (Track.Role role : Track.Role.values()) {
      assertArrayEquals(
          augmentation.apply(modality, 5, 50, role, draw),
          replayed.apply(modality, 5, 50, role, loaded));
    }
  }

  @Test
  void seedsOfAnySizeSurvive() throws Exception {
    Draw draw = new Draw(List.of(Long.MIN_VALUE, -1L, 0L, (1L << 53) + 1, Long.MAX_VALUE));
    draw.save(folder.resolve("draw.json"));
    assertEquals(draw, Draw.load(folder.resolve("draw.json")));
  }

  @Test
  void mixturesAreRecorded() throws Exception {
    Blend blend = Mixup.withDefaults().draw(9, random(2));
    blend.save(folder.resolve("blend.json"));
    assertEquals(blend, Blend.load(folder.resolve("blend.json")));
    Cut cut = CutMix.withDefaults().draw(9, 40, random(2));
    cut.save(folder.resolve("cut.json"));
    assertEquals(cut, Cut.load(folder.resolve("cut.json")));
    RectangleCut rectangles = CutMix.withDefaults().draw(9, 30, 40, random(2));
    rectangles.save(folder.resolve("rectangles.json"));
    assertEquals(rectangles, RectangleCut.load(folder.resolve("rectangles.json")));
  }

  @Test
  void filesThatBreakARuleAreRefused() throws Exception {
    Path file = folder.resolve("draw.json");
    Files.writeString(
        file,
        "{\"format\": \"anomaly-data/augmentation-draw\", \"version\": 1,"
            + " \"content\": {\"seeds\": []}}");
    assertThrown(
        DataFileException.class, () -> Draw.load(file), "draw.json", "seeds: at least one");
    assertThrown(DataFileException.class, () -> Cut.load(file), "draw.json", "augmentation-cut");
  }
}
