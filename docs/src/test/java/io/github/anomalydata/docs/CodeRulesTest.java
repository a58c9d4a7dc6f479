package io.github.anomalydata.docs;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Holds every module's code against {@link CodeRules}, and the rules against code that breaks them.
 */
final class CodeRulesTest {
  private static final String ROOT = "io.github.anomalydata";

  /** The modules' own classes, the command line's among them, no tests. */
  private static JavaClasses product;

  @BeforeAll
  static void importProduct() {
    product =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of(CodeRules.NO_STANDARD_STREAMS, List.of(PrintsToStandardOutput.class)),
        Arguments.of(CodeRules.NO_EXIT, List.of(Exits.class)),
        Arguments.of(CodeRules.NO_SYSTEM_PROPERTIES, List.of(SetsAProperty.class)),
        Arguments.of(CodeRules.NO_SERIALIZATION, List.of(ReadsSerialized.class)),
        Arguments.of(
            CodeRules.NO_DEFAULT_LOCALE,
            List.of(AsksForTheLocale.class, FormatsWithoutLocale.class, RefersToLowerCase.class)),
        Arguments.of(
            CodeRules.NO_AMBIENT_RANDOMNESS,
            List.of(DrawsWithoutSeed.class, MakesGeneratorWithoutSeed.class)),
        Arguments.of(CodeRules.NO_GLOBAL_GENERATOR, List.of(SeedsNd4j.class, DrawsFromNd4j.class)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void libraryKeepsTheRule(ArchRule rule) {
    rule.check(product.that(not(resideInAPackage(ROOT + ".cli.."))));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void ruleFindsWhatBreaksIt(ArchRule rule, List<Class<?>> breakers) {
    for (Class<?> breaker : breakers) {
      EvaluationResult result = rule.evaluate(new ClassFileImporter().importClasses(breaker));
      assertTrue(result.hasViolation(), () -> breaker + " passes: " + rule.getDescription());
    }
  }

  @Test
  void rulesAllowTheCarefulWay() {
    JavaClasses careful = new ClassFileImporter().importClasses(Careful.class);
    rules().map(a -> (ArchRule) a.get()[0]).forEach(rule -> rule.check(careful));
  }

  @Test
  void rulesHaveLibraryClassesToLookAt() {
    assertTrue(product.contain(ROOT + ".data.DataFileException"));
    assertFalse(product.contain(CodeRules.class));
  }

  @Test
  void noPackageIsSplitOverTwoModules() {
    assertEquals(Map.of(), split(product.stream().map(CodeRulesTest::home)));
  }

  @Test
  void splitPackageIsFound() {
    Stream<Map.Entry<String, String>> homes =
        Stream.of(Map.entry("a", "1"), Map.entry("b", "1"), Map.entry("a", "2"));
    assertEquals(Map.of("a", Set.of("1", "2")), split(homes));
  }

  /** The package of a class, and the folder or jar that the class came from. */
  private static Map.Entry<String, String> home(JavaClass type) {
    String file = type.getSource().orElseThrow().getUri().toString();
    String path = type.getName().replace('.', '/') + ".class";
    assertTrue(file.endsWith(path), file);
    return Map.entry(type.getPackageName(), file.substring(0, file.length() - path.length()));
  }

  private static Map<String, Set<String>> split(Stream<Map.Entry<String, String>> homes) {
    Map<String, Set<String>> found =
        homes.collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                TreeMap::new,
                Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(TreeSet::new))));
    found.values().removeIf(places -> places.size() == 1);
    return found;
  }

  static final class PrintsToStandardOutput {
    void run() {
      System.out.println();
    }
  }

  static final class Exits {
    void run() {
      System.exit(0);
    }
  }

  static final class SetsAProperty {
    void run() {
      System.setProperty("key", "value");
    }
  }

  static final class ReadsSerialized {
    Object run(InputStream in) throws Exception {
      return new ObjectInputStream(in).readObject();
    }
  }

  static final class AsksForTheLocale {
    Locale run() {
      return Locale.getDefault();
    }
  }

  static final class FormatsWithoutLocale {
    void run(PrintWriter out) {
      out.printf("%d", 1);
    }
  }

  static final class RefersToLowerCase {
    Function<String, String> run() {
      return String::toLowerCase;
    }
  }

  static final class DrawsWithoutSeed {
    double run() {
      return Math.random();
    }
  }

  static final class MakesGeneratorWithoutSeed {
    Supplier<Random> run() {
      return Random::new;
    }
  }

  static final class SeedsNd4j {
    void run() {
      Nd4j.getRandom().setSeed(1);
    }
  }

  static final class DrawsFromNd4j {
    INDArray run() {
      return Nd4j.rand(1, 1);
    }
  }

  static final class Careful {
    String run(org.nd4j.linalg.api.rng.Random random, List<Integer> list) {
      Collections.shuffle(list, new Random(1));
      return String.format(Locale.ROOT, "%s", Nd4j.rand(random, 1L)).toLowerCase(Locale.ROOT);
    }
  }
}
