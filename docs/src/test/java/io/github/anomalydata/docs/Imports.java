package io.github.anomalydata.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a chapter may use without importing it. */
final class Imports {
  /** What a reader's IDE finds at once. */
  private static final List<String> COMMON =
      List.of(
          "java.io.*",
          "java.nio.file.*",
          "java.util.*",
          "org.deeplearning4j.nn.conf.*",
          "org.deeplearning4j.nn.conf.inputs.*",
          "org.deeplearning4j.nn.conf.layers.*",
          "org.deeplearning4j.nn.multilayer.*",
          "org.nd4j.linalg.activations.Activation",
          "org.nd4j.linalg.api.ndarray.INDArray",
          "org.nd4j.linalg.dataset.DataSet",
          "org.nd4j.linalg.factory.Nd4j",
          "org.nd4j.linalg.learning.config.*",
          "org.nd4j.linalg.lossfunctions.LossFunctions.*");

  private Imports() {}

  /**
   * Lists the imports of every chapter.
   *
   * @param root the folder of the project, whose library packages are among them
   */
  static List<String> of(Path root) throws IOException {
    List<String> imports = new ArrayList<>(COMMON);
    for (String module : Modules.libraries(root)) {
      Path sources = root.resolve(module).resolve("src/main/java");
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .filter(f -> f.endsWith("package-info.java"))
            .map(
                f ->
                    sources
                        .relativize(f.getParent())
                        .toString()
                        .replace(f.getFileSystem().getSeparator(), "."))
            .filter(name -> !name.contains(".internal"))
            .sorted()
            .forEach(name -> imports.add(name + ".*"));
      }
    }
    return imports;
  }
}
