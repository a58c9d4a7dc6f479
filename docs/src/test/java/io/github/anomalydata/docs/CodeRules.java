package io.github.anomalydata.docs;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.ObjectInputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.nd4j.linalg.factory.Nd4j;

/** What no library class may do: all of it reaches beyond the objects that the caller handed in. */
final class CodeRules {
  static final ArchRule NO_STANDARD_STREAMS =
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  static final ArchRule NO_EXIT =
      no("end the process", any(calls(System.class, "exit"), calls(Runtime.class, "exit", "halt")));

  static final ArchRule NO_SYSTEM_PROPERTIES =
      no(
          "set system properties",
          calls(System.class, "setProperty", "setProperties", "clearProperty"));

  static final ArchRule NO_SERIALIZATION =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(ObjectInputStream.class)
          .as("no library class may read serialized objects");

  static final ArchRule NO_DEFAULT_LOCALE =
      no(
          "depend on the locale or time zone of the machine",
          any(
              calls(Locale.class, "getDefault"),
              calls(TimeZone.class, "getDefault"),
              calls(ZoneId.class, "systemDefault"),
              calls(Clock.class, "systemDefaultZone"),
              calls(String.class, "format", "formatted", "toLowerCase", "toUpperCase")
                  .and(without(Locale.class)),
              calls(PrintStream.class, "format", "printf").and(without(Locale.class)),
              calls(PrintWriter.class, "format", "printf").and(without(Locale.class))));

  static final ArchRule NO_AMBIENT_RANDOMNESS =
      no(
          "draw numbers that no seed repeats",
          any(
              calls(Math.class, "random"),
              calls(ThreadLocalRandom.class, "current"),
              calls(UUID.class, "randomUUID"),
              calls(RandomGenerator.class, "getDefault", "of"),
              calls(RandomGeneratorFactory.class, "create").and(withParameters(0)),
              calls(Random.class, "<init>").and(withParameters(0)),
              calls(SplittableRandom.class, "<init>").and(withParameters(0)),
              calls(Collections.class, "shuffle").and(withParameters(1))));

  static final ArchRule NO_GLOBAL_GENERATOR =
      no(
          "touch the generator that all users of ND4J share",
          any(
              calls(Nd4j.class, "getRandom", "getRandomFactory"),
              calls(Nd4j.class, "rand", "randn", "shuffle", "choice", "randomBernoulli")
                  .and(without(org.nd4j.linalg.api.rng.Random.class))
                  .and(without(Random.class))));

  private CodeRules() {}

  private static ArchRule no(String deed, Predicate<JavaCodeUnitAccess<?>> forbidden) {
    return noClasses()
        .should()
        .accessTargetWhere(
            describe(
                deed,
                (JavaAccess<?> a) -> a instanceof JavaCodeUnitAccess<?> c && forbidden.test(c)))
        .as("no library class may " + deed);
  }

  @SafeVarargs
  private static Predicate<JavaCodeUnitAccess<?>> any(
      Predicate<JavaCodeUnitAccess<?>>... predicates) {
    Predicate<JavaCodeUnitAccess<?>> any = c -> false;
    for (Predicate<JavaCodeUnitAccess<?>> predicate : predicates) {
      any = any.or(predicate);
    }
    return any;
  }

  /** Calls of methods, and references to them. */
  private static Predicate<JavaCodeUnitAccess<?>> calls(Class<?> owner, String... names) {
    Set<String> all = Set.of(names);
    return c -> c.getTargetOwner().isEquivalentTo(owner) && all.contains(c.getName());
  }

  private static Predicate<JavaCodeUnitAccess<?>> without(Class<?> parameter) {
    return c ->
        c.getTarget().getRawParameterTypes().stream().noneMatch(p -> p.isEquivalentTo(parameter));
  }

  private static Predicate<JavaCodeUnitAccess<?>> withParameters(int count) {
    return c -> c.getTarget().getRawParameterTypes().size() == count;
  }
}
