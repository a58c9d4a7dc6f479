package io.github.anomalydata.image.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What layers of a Deeplearning4j network see, as {@link FeatureMaps}. It needs {@code
 * deeplearning4j-nn}, which this module does not bring along.
 *
 * <p>The network is used as it is, in the mode of inference, and by one thread at a time.
 */
public final class NetworkLayers {
  private NetworkLayers() {}

  /**
   * Returns the activations of layers.
   *
   * @param network the network
   * @param layers the names of convolutional or pooling layers, at least one; those without a name
   *     are {@code "layer0"} and so on
   * @return their maps, in the order of the names
   * @throws IllegalArgumentException if there are none, or the network has no such layer
   */
  public static FeatureMaps of(MultiLayerNetwork network, String... layers) {
    List<String> known = network.getLayerNames();
    require(known, layers);
    int last = 0;
    for (String layer : layers) {
      last = Math.max(last, known.indexOf(layer));
    }
    int deepest = last;
    return images -> {
      List<INDArray> maps = new ArrayList<>();
      synchronized (network) {
        // The first is the input.
        List<INDArray> all = network.feedForwardToLayer(deepest, images, false);
        for (String layer : layers) {
          maps.add(all.get(known.indexOf(layer) + 1));
        }
        network.clear();
      }
      return maps;
    };
  }

  /**
   * Returns the activations of vertices of a graph that has one input.
   *
   * @param graph the graph
   * @param vertices the names of the vertices, at least one
   * @return their maps, in the order of the names
   * @throws IllegalArgumentException if there are none, the graph has no such vertex, or not one
   *     input
   */
  public static FeatureMaps of(ComputationGraph graph, String... vertices) {
    if (graph.getNumInputArrays() != 1) {
      throw new IllegalArgumentException(
          "graph: of one input, got " + graph.getNumInputArrays() + " inputs");
    }
    List<String> known = new ArrayList<>(graph.getConfiguration().getVertices().keySet());
    require(known, vertices);
    return images -> {
      List<INDArray> maps = new ArrayList<>();
      synchronized (graph) {
        Map<String, INDArray> all = graph.feedForward(new INDArray[] {images}, false, true);
        for (String vertex : vertices) {
          maps.add(all.get(vertex));
        }
      }
      return maps;
    };
  }

  private static void require(List<String> known, String... names) {
    if (names.length == 0 || !known.containsAll(List.of(names))) {
      throw new IllegalArgumentException(
          "layers: at least one, each of " + known + ", got " + List.of(names));
    }
  }
}
