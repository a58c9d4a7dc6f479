package io.github.anomalydata.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Room that is kept from one call to the next. */
class RoomsTest {

  /** Sets every value to the sum of what another call makes of ones. */
  private record Nested() implements Augmentation {
    @Override
    public void transform(Track track, RandomGenerator random) {
      double[] ones = new double[track.values().length];
      Arrays.fill(ones, 1);
      double[] flipped =
          SignFlip.withDefaults()
              .withChannelProbability(1)
              .apply(ones, track.channels(), track.time(), random);
      for (int i = 0; i < ones.length; i++) {
        track.values()[i] += flipped[i];
      }
    }
  }

  @Test
  void roomIsTheThreadsUntilItIsTaken() throws Exception {
    double[] room = new double[10];
    Rooms.keep(room);
    assertNotSame(room, Rooms.take(9));
    double[][] elsewhere = new double[1][];
    Thread thread = new Thread(() -> elsewhere[0] = Rooms.take(10));
    thread.start();
    thread.join();
    assertNotSame(room, elsewhere[0]);
    assertSame(room, Rooms.take(10));
    assertNotSame(room, Rooms.take(10));
  }

  @Test
  void roomForLongSeriesIsNotKept() {
    double[] room = new double[1 << 20];
    Rooms.keep(room);
    assertNotSame(room, Rooms.take(1 << 20));
  }

  @Test
  void callWithinACallHasRoomOfItsOwn() {
    double[] values = {1, 2, 3, 4};
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(
          new double[] {0, 1, 2, 3}, new Nested().apply(values, 2, 2, Augmentations.random(1)));
    }
  }

  @Test
  void nothingOfASeriesShowsInTheNext() {
    Augmentation failing =
        (track, random) -> {
          throw new IllegalStateException("after " + track.values()[0]);
        };
    double[] values = Augmentations.noise(40);
    Augmentation shorter = WindowSlice.withDefaults().with(SliceLength.SHORTER);
    double[] first = shorter.apply(values, 2, 20, Augmentations.random(1));
    assertEquals(36, first.length);
    assertThrows(
        IllegalStateException.class,
        () -> failing.apply(new double[40], 2, 20, Augmentations.random(1)));
    Scaling.withDefaults().apply(Augmentations.noise(40), 2, 20, Augmentations.random(3));
    assertArrayEquals(first, shorter.apply(values, 2, 20, Augmentations.random(1)));
  }
}
