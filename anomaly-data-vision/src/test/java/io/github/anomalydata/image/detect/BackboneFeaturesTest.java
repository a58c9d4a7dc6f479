package io.github.anomalydata.image.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.Normalization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class BackboneFeaturesTest {
  private static final Normalization UNIT = Normalization.unitRange(3);

  private static ConvolutionLayer convolution(String name, int out) {
    ConvolutionLayer.Builder builder =
        new ConvolutionLayer.Builder(3, 3)
            .stride(2, 2)
            .convolutionMode(ConvolutionMode.Same)
            .activation(Activation.TANH)
            .nOut(out);
    return (name.isEmpty() ? builder : builder.name(name)).build();
  }

  /** A network whose second layer has no name. */
  private static MultiLayerNetwork network() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(3)
                .list()
                .layer(convolution("first", 4))
                .layer(convolution("", 5))
                .layer(new CnnLossLayer.Builder(LossFunction.MSE).build())
                .setInputType(InputType.convolutional(16, 24, 3))
                .build());
    network.init();
    return network;
  }

  private static ComputationGraph graph() {
    ComputationGraph graph =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(3)
                .graphBuilder()
                .addInputs("image")
                .addLayer("first", convolution("", 4), "image")
                .addLayer("second", convolution("", 5), "first")
                .addLayer("loss", new CnnLossLayer.Builder(LossFunction.MSE).build(), "second")
                .setOutputs("loss")
                .setInputTypes(InputType.convolutional(16, 24, 3))
                .build());
    graph.init();
    return graph;
  }

  private static Image image(int seed) {
    byte[] samples = new byte[3 * 16 * 24];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (100 + (i * 31 + seed * 17 + i * i % 97) % 16);
    }
    return Image.of(samples, 3, ImageSize.of(24, 16));
  }

  @Test
  void layersOfANetworkAreItsActivations() {
    MultiLayerNetwork network = network();
    INDArray input = UNIT.toNd4j(image(1));
    List<INDArray> maps = NetworkLayers.of(network, "layer1", "first").of(input);
    List<INDArray> all = network.feedForward(input, false);
    assertEquals(all.get(2), maps.get(0));
    assertEquals(all.get(1), maps.get(1));
    assertArrayEquals(new long[] {1, 4, 8, 12}, maps.get(1).shape());
  }

  @Test
  void verticesOfAGraphAreItsActivations() {
    ComputationGraph graph = graph();
    INDArray input = UNIT.toNd4j(image(1));
    List<INDArray> maps = NetworkLayers.of(graph, "second", "first").of(input);
    assertEquals(graph.feedForward(new INDArray[] {input}, false).get("first"), maps.get(1));
    assertArrayEquals(new long[] {1, 5, 4, 6}, maps.get(0).shape());
  }

  @Test
  void mapsOfAllSizesAreOneGridWithTheNearestPlaceOfSmallerOnes() {
    INDArray large = Nd4j.arange(2 * 2 * 4).reshape(1, 2, 2, 4).castTo(DataType.FLOAT);
    INDArray small = Nd4j.createFromArray(100f, 200f).reshape(1, 1, 1, 2);
    FeatureGrid grid = BackboneFeatures.over(images -> List.of(small, large), UNIT).of(image(1));
    assertEquals(4, grid.columns());
    assertEquals(2, grid.rows());
    assertArrayEquals(
        new float[] {
          100, 0, 8, 100, 1, 9, 200, 2, 10, 200, 3, 11, //
          100, 4, 12, 100, 5, 13, 200, 6, 14, 200, 7, 15
        },
        grid.values());
  }

  @Test
  void networkTakesInNormalizedImagesOfItsChannels() {
    List<INDArray> seen = new ArrayList<>();
    FeatureMaps maps =
        images -> {
          seen.add(images);
          return List.of(images);
        };
    Image grey = Image.of(new byte[] {0, 51, 102, -1}, 1, ImageSize.square(2));
    FeatureGrid grid = BackboneFeatures.over(maps, Normalization.imageNet()).of(grey);
    assertEquals(Normalization.imageNet().toNd4j(grey.rgb()), seen.get(0));
    assertEquals(3, grid.length());
    BackboneFeatures.over(maps, Normalization.unitRange(1)).of(image(1));
    assertEquals(1, seen.get(1).size(1));
  }

  @Test
  void drawnFeaturesAreSomeOfAllAndFollowFromTheSeed() {
    INDArray map = Nd4j.createFromArray(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f).reshape(1, 8, 1, 1);
    BackboneFeatures all = BackboneFeatures.over(images -> List.of(map, map.add(8)), UNIT);
    float[] three = all.withDrawn(3, 1).of(image(1)).values();
    assertEquals(3, three.length);
    assertTrue(three[0] < three[1] && three[1] < three[2] && three[2] < 16);
    assertArrayEquals(three, all.withDrawn(3, 1).of(image(2)).values());
    boolean differs = false;
    for (int seed = 2; seed < 6; seed++) {
      differs |= !Arrays.equals(three, all.withDrawn(3, seed).of(image(1)).values());
    }
    assertTrue(differs);
    assertEquals(16, all.withDrawn(99, 1).of(image(1)).length());
  }

  @Test
  void gaussianOfALayerFindsWhatIsUnlikeSoundImages() {
    PatchFeatures features =
        BackboneFeatures.over(NetworkLayers.of(network(), "first", "layer1"), UNIT);
    List<Image> sound = new ArrayList<>();
    for (int seed = 0; seed < 8; seed++) {
      sound.add(image(seed));
    }
    PatchGaussian model = PatchGaussian.fit(sound, features);
    byte[] samples = image(3).samples();
    for (int i = 0; i < samples.length; i++) {
      if (i % 24 >= 16 && i / 24 % 16 < 6) {
        samples[i] = -1;
      }
    }
    AnomalyMap map = model.map(Image.of(samples, 3, ImageSize.of(24, 16)));
    assertTrue(map.maximum() > 3 * model.map(image(3)).maximum(), map.maximum() + "");
    assertTrue(map.values()[2 * 24 + 20] > 2 * map.values()[13 * 24 + 3]);
  }

  @Test
  void whatIsNoMapIsRefused() {
    assertRefused(() -> NetworkLayers.of(network(), "third"), "[first, layer1, layer2]", "[third]");
    assertRefused(() -> NetworkLayers.of(network()), "layers: at least one");
    assertRefused(() -> NetworkLayers.of(graph(), "third"), "layers", "[third]");
    assertRefused(
        () -> BackboneFeatures.over(images -> List.of(), UNIT).of(image(1)),
        "maps: at least one, got none");
    assertRefused(
        () -> BackboneFeatures.over(images -> List.of(Nd4j.ones(1, 5)), UNIT).of(image(1)),
        "[1, features, rows, columns], got [1, 5]");
    assertRefused(
        () -> BackboneFeatures.over(images -> List.of(images), UNIT).withDrawn(0, 1),
        "features: at least 1, got 0");
  }

  private static void assertRefused(Runnable call, String... words) {
    String message = assertThrows(IllegalArgumentException.class, call::run).getMessage();
    for (String word : words) {
      assertTrue(message.contains(word), message);
    }
  }
}
