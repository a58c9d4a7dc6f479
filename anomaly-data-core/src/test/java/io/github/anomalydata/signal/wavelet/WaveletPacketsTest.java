package io.github.anomalydata.signal.wavelet;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class WaveletPacketsTest {
  @Test
  void nodesAndPathsAreThoseOfPyWaveletsInBothOrders() throws IOException {
    for (Golden golden : Golden.read("packets.txt")) {
      PacketOrder order =
          golden.text(4).equals("freq") ? PacketOrder.FREQUENCY : PacketOrder.NATURAL;
      PacketNodes packets =
          WaveletPackets.of(golden.wavelet())
              .with(golden.mode())
              .with(order)
              .decompose(Golden.signal(golden.number(2), 0), golden.number(3));
      assertEquals(golden.number(3), packets.level());
      assertEquals(
          golden.text(5),
          IntStream.range(0, packets.nodes().size())
              .mapToObj(packets::path)
              .collect(Collectors.joining(",")));
      for (int i = 0; i < packets.nodes().size(); i++) {
        golden.check(i, packets.nodes().get(i), 1e-12);
      }
    }
  }

  @Test
  void everyWaveletModeAndLengthIsReconstructed() {
    for (String name : List.of("haar", "db3", "bior2.2", "coif1")) {
      Wavelet wavelet = Wavelet.of(name);
      for (BoundaryMode mode : BoundaryMode.values()) {
        WaveletPackets transform =
            WaveletPackets.of(wavelet).with(mode).with(PacketOrder.FREQUENCY);
        for (int length = 1; length <= 70; length++) {
          double[] signals = Golden.signal(2 * length, 0);
          PacketNodes packets = transform.decompose(signals, 2, wavelet.maximumLevel(length));
          assertArrayEquals(signals, transform.reconstruct(packets), 1e-9, name + mode + length);
        }
      }
    }
  }

  @Test
  void arraysOfNd4jKeepTheirLeadingAxes() {
    double[] values = Golden.signal(60, 0);
    WaveletPackets transform = WaveletPackets.of(Wavelet.of("db2"));
    List<INDArray> nodes = transform.decompose(Nd4j.createFromArray(values).reshape(3, 20), 2);
    assertEquals(4, nodes.size());
    assertArrayEquals(new long[] {3, 7}, nodes.get(3).shape());
    assertArrayEquals(
        transform.decompose(values, 3, 2).nodes().get(3), nodes.get(3).data().asDouble());
    INDArray back = transform.reconstruct(nodes, 20);
    assertArrayEquals(new long[] {3, 20}, back.shape());
    assertArrayEquals(values, back.data().asDouble(), 1e-12);
    assertRefused(() -> transform.reconstruct(List.of(), 20), "power of two", "0");
  }

  @Test
  void valuesThatAreNotFiniteAreRefusedWithTheirPlace() {
    WaveletPackets transform = WaveletPackets.of(Wavelet.of("haar"));
    double[] signals = new double[8];
    PacketNodes packets = transform.decompose(signals, 2, 2);
    signals[5] = Double.NaN;
    assertRefused(() -> transform.decompose(signals, 2, 1), "NaN at index 1 of signal 1");
    packets.nodes().get(1)[1] = Double.NaN;
    assertRefused(() -> transform.reconstruct(packets), "ad", "NaN at index 0 of signal 1");
  }

  @Test
  void badNodesAreRefused() {
    WaveletPackets transform = WaveletPackets.of(Wavelet.of("db2"));
    double[] four = new double[4];
    List<double[]> three = List.of(four, four, four);
    assertRefused(() -> transform.decompose(four, 1, 3), "level", "maximum of 0");
    assertRefused(() -> new PacketNodes(0, 4, PacketOrder.NATURAL, three), "rows", "0");
    assertRefused(() -> new PacketNodes(1, 4, PacketOrder.NATURAL, three), "power of two", "3");
    List<double[]> uneven = List.of(four, Arrays.copyOf(four, 3));
    assertRefused(() -> new PacketNodes(1, 4, PacketOrder.NATURAL, uneven), "4 and 3");
    PacketNodes wrong = new PacketNodes(1, 20, PacketOrder.NATURAL, List.of(four, four));
    assertRefused(() -> transform.reconstruct(wrong), "nodes", "11", "20", "got 4");
  }
}
