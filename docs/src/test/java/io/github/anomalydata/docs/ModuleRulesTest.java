package io.github.anomalydata.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Which module may stand on which: core is the ground floor; audio, vision and monitoring stand on
 * it and never see one another; spark may also use monitoring; the command line, the guide and the
 * benchmarks stand on top.
 */
final class ModuleRulesTest {
  private static final Path ROOT = Path.of(System.getProperty("basedir")).getParent();
  private static final String CORE = "anomaly-data-core";

  private static Set<String> allowed(String module) {
    return switch (module) {
      case "anomaly-bom" -> Set.of();
      case "anomaly-cli", "benchmarks" -> Modules.LIBRARY.keySet();
      case "docs" -> {
        Set<String> all = new HashSet<>(Modules.LIBRARY.keySet());
        all.add("anomaly-cli");
        yield all;
      }
      default -> {
        assertTrue(
            Modules.LIBRARY.containsKey(module), () -> "no rule says where " + module + " stands");
        yield Modules.LIBRARY.get(module);
      }
    };
  }

  private static List<String> violations(Map<String, Set<String>> modules) {
    List<String> found = new ArrayList<>();
    modules.forEach(
        (module, dependencies) -> {
          Set<String> allowed = allowed(module);
          dependencies.stream()
              .filter(d -> !allowed.contains(d))
              .forEach(d -> found.add(module + " must not depend on " + d));
        });
    return found;
  }

  @Test
  void everyModuleStandsOnlyOnThoseBelow() throws Exception {
    assertEquals(List.of(), violations(Modules.read(ROOT)));
  }

  @Test
  void commandLineIsSeenToStandOnCore() throws Exception {
    assertTrue(Modules.read(ROOT).get("anomaly-cli").contains(CORE));
  }

  @Test
  void wrongDirectionsAreFound() {
    assertEquals(
        List.of("anomaly-data-core must not depend on anomaly-cli"),
        violations(Map.of(CORE, Set.of("anomaly-cli"))));
    assertEquals(
        List.of("anomaly-data-audio must not depend on anomaly-monitoring"),
        violations(Map.of("anomaly-data-audio", Set.of(CORE, "anomaly-monitoring"))));
  }

  @Test
  void guideSeesEveryLibraryModule() throws Exception {
    Set<String> seen = Modules.read(ROOT).get("docs");
    assertTrue(seen.containsAll(Modules.libraries(ROOT)), () -> "docs/pom.xml lists only " + seen);
  }

  @Test
  void billOfMaterialsListsEveryLibraryModule() throws Exception {
    assertEquals(Modules.libraries(ROOT), Modules.managed(ROOT.resolve("anomaly-bom")));
  }
}
