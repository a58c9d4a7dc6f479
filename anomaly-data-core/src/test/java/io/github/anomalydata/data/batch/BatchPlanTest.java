package io.github.anomalydata.data.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchPlanTest {

  /** Each batch as epoch:start+size. */
  private static String batches(BatchPlan plan) {
    List<String> batches = new ArrayList<>();
    for (long batch = 0; batch < plan.batches(); batch++) {
      batches.add(plan.epoch(batch) + ":" + plan.start(batch) + "+" + plan.size(batch));
    }
    return String.join(" ", batches);
  }

  @Test
  void theLastBatchHoldsWhatIsLeft() {
    assertEquals("0:0+4 0:4+4 0:8+2", batches(new BatchPlan(10, Batching.of(4), 0, 0, 1)));
  }

  @Test
  void theLastBatchCanBeLeftOut() {
    assertEquals(
        "0:0+4 0:4+4", batches(new BatchPlan(10, Batching.of(4).withDropLast(true), 0, 0, 1)));
  }

  @Test
  void aLastBatchThatIsFullIsNeverLeftOut() {
    assertEquals(
        "0:0+4 0:4+4", batches(new BatchPlan(8, Batching.of(4).withDropLast(true), 0, 0, 1)));
    assertEquals("0:0+4 0:4+4", batches(new BatchPlan(8, Batching.of(4), 0, 0, 1)));
  }

  @Test
  void aBatchLargerThanTheSourceHoldsAllOfIt() {
    assertEquals("0:0+10", batches(new BatchPlan(10, Batching.of(Integer.MAX_VALUE), 0, 0, 1)));
  }

  @Test
  void epochsFollowOneAnotherAndNoBatchIsOfTwo() {
    assertEquals(
        "7:0+2 7:2+1 8:0+2 8:2+1 9:0+2 9:2+1", batches(new BatchPlan(3, Batching.of(2), 7, 0, 3)));
  }

  @Test
  void theFirstEpochCanBeginInItsMiddle() {
    assertEquals(
        "7:1+2 7:3+2 8:0+2 8:2+2 8:4+1", batches(new BatchPlan(5, Batching.of(2), 7, 1, 2)));
  }

  @Test
  void nothingOfTheFirstEpochMayBeLeft() {
    assertEquals("8:0+2 8:2+1", batches(new BatchPlan(3, Batching.of(2), 7, 3, 2)));
    assertEquals("8:0+2", batches(new BatchPlan(3, Batching.of(2).withDropLast(true), 7, 2, 2)));
    assertEquals("", batches(new BatchPlan(3, Batching.of(2), 7, 3, 1)));
  }

  @Test
  void moreBatchesThanAnIntCountsAreCounted() {
    BatchPlan plan = new BatchPlan(1000, Batching.of(10), 0, 995, Integer.MAX_VALUE);
    assertEquals(1 + 100L * (Integer.MAX_VALUE - 1), plan.batches());
    long last = plan.batches() - 1;
    assertEquals(Integer.MAX_VALUE - 1, plan.epoch(last));
    assertEquals(990, plan.start(last));
    assertEquals(1, plan.epochsFrom(plan.epoch(last)));
  }

  @Test
  void theOrderIsThatOfTheSourceUnlessShuffled() {
    BatchPlan plan = new BatchPlan(10, Batching.of(4), 0, 0, 1);
    assertArrayEquals(new int[] {3, 4, 5}, plan.indices(2, 3, 3));
  }

  @Test
  void aShuffledEpochHoldsEverySampleOnce() {
    BatchPlan plan = new BatchPlan(1000, Batching.of(4).withShuffle(42), 0, 0, 1);
    int[] order = plan.indices(5, 0, 1000);
    assertFalse(Arrays.equals(IntStream.range(0, 1000).toArray(), order));
    Arrays.sort(order);
    assertArrayEquals(IntStream.range(0, 1000).toArray(), order);
  }

  @Test
  void theOrderDependsOnSeedAndEpochAlone() {
    Batching batching = Batching.of(4).withShuffle(42);
    int[] order = new BatchPlan(100, batching, 0, 0, 1).indices(5, 0, 100);
    BatchPlan other = new BatchPlan(100, batching.withSize(9).withWorkers(3), 3, 17, 4);
    int[] anotherEpoch = other.indices(6, 0, 100);
    assertArrayEquals(order, other.indices(5, 0, 100));
    assertFalse(Arrays.equals(order, anotherEpoch));
    BatchPlan anotherSeed = new BatchPlan(100, batching.withShuffle(43), 0, 0, 1);
    assertFalse(Arrays.equals(order, anotherSeed.indices(5, 0, 100)));
  }

  @Test
  void everySampleComesToEveryPlaceEquallyOften() {
    int[] firsts = new int[5];
    for (int epoch = 0; epoch < 5000; epoch++) {
      firsts[new BatchPlan(5, Batching.of(1).withShuffle(1), 0, 0, 1).indices(epoch, 0, 1)[0]]++;
    }
    for (int count : firsts) {
      // Five standard deviations of a binomial with n = 5000 and p = 1/5.
      assertEquals(1000, count, 5 * Math.sqrt(5000 * 0.2 * 0.8));
    }
  }
}
