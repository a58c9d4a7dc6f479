package io.github.anomalydata.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SampleKeyTest {

  @Test
  void theTextIsTheGroupAndThePosition() {
    assertEquals("FD001/train/17@130", new SampleKey("FD001/train/17", 130).toString());
  }

  @Test
  void theHashIsTheSameOnEveryMachine() {
    // By a SplitMix64 written anew in Python.
    assertEquals(0x6a672d15765cc7efL, new SampleKey("FD001/train/17", 130).hash());
  }

  @Test
  void similarKeysHaveDifferentHashes() {
    Set<Long> hashes = new HashSet<>();
    for (int unit = 0; unit < 300; unit++) {
      for (int cycle = 0; cycle < 300; cycle++) {
        hashes.add(new SampleKey("FD001/train/" + unit, cycle).hash());
      }
    }
    assertEquals(300 * 300, hashes.size());
    assertNotEquals(new SampleKey("ab", 0).hash(), new SampleKey("ba", 0).hash());
  }
}
