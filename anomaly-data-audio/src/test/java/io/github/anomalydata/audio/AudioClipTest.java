package io.github.anomalydata.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class AudioClipTest {
  private static final float[] SAMPLES = {1, 2, 3, 4, 5, 6};

  private static String refusal(Executable executable) {
    return assertThrows(IllegalArgumentException.class, executable).getMessage();
  }

  @Test
  void holdsOneChannelAfterTheOther() {
    AudioClip clip = AudioClip.of(SAMPLES, 2, 4);
    assertEquals(2, clip.channels());
    assertEquals(3, clip.frames());
    assertEquals(0.75, clip.seconds());
    assertArrayEquals(new float[] {4, 5, 6}, clip.channel(1));
    assertEquals("AudioClip[2 channels, 3 frames, 4 Hz]", clip.toString());
  }

  @Test
  void sharesNoArrayWithItsCaller() {
    float[] samples = SAMPLES.clone();
    AudioClip clip = AudioClip.of(samples, 2, 4);
    samples[0] = 9;
    clip.samples()[1] = 9;
    clip.channel(0)[2] = 9;
    clip.toNd4j().assign(9);
    assertArrayEquals(SAMPLES, clip.samples());
  }

  @Test
  void becomesAnArrayOfChannelsAndTime() {
    INDArray array = AudioClip.of(SAMPLES, 2, 4).toNd4j();
    assertArrayEquals(new long[] {2, 3}, array.shape());
    assertEquals(DataType.FLOAT, array.dataType());
    assertEquals(4, array.getFloat(1, 0));
  }

  @Test
  void becomesAnEmptyArrayWithoutFrames() {
    INDArray array = AudioClip.of(new float[0], 2, 4).toNd4j();
    assertTrue(array.isEmpty());
    assertArrayEquals(new long[] {2, 0}, array.shape());
  }

  @Test
  void comesFromArraysOfAnyStridesAndPrecision() {
    INDArray turned = Nd4j.createFromArray(new double[][] {{1, 4}, {2, 5}, {3, 6}}).transpose();
    AudioClip clip = AudioClip.of(turned, 4);
    assertEquals(2, clip.channels());
    assertArrayEquals(SAMPLES, clip.samples());
  }

  @Test
  void refusesOtherShapes() {
    assertEquals(
        "samples: shape [channels, time], got [3]",
        refusal(() -> AudioClip.of(Nd4j.create(DataType.FLOAT, 3), 4)));
    assertEquals(
        "samples: shape [channels, time], got [2, 0]",
        refusal(() -> AudioClip.of(Nd4j.create(DataType.FLOAT, 2, 0), 4)));
    assertEquals(
        "samples: a multiple of 4 channels, got 6", refusal(() -> AudioClip.of(SAMPLES, 4, 4)));
  }

  @Test
  void refusesCountsBelowOne() {
    assertEquals("channels: at least 1, got 0", refusal(() -> AudioClip.of(SAMPLES, 0, 4)));
    assertEquals("sampleRate: at least 1, got -4", refusal(() -> AudioClip.of(SAMPLES, 2, -4)));
  }

  @Test
  void refusesChannelsItDoesNotHave() {
    AudioClip clip = AudioClip.of(SAMPLES, 2, 4);
    assertEquals("channel: from 0 to 1, got 2", refusal(() -> clip.channel(2)));
    assertEquals("channel: from 0 to 1, got -1", refusal(() -> clip.channel(-1)));
  }
}
