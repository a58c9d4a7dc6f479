import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Sums up Surefire's XML reports: what was skipped and why, what failed, and the closing line.
 *
 * <pre>java .ci/TestReport.java LABEL=FOLDER...</pre>
 */
final class TestReport {
  private int passed;
  private int failed;
  private int skipped;

  public static void main(String[] args) throws Exception {
    TestReport total = new TestReport();
    for (String arg : args) {
      int split = arg.indexOf('=');
      total.read(arg.substring(0, split), Path.of(arg.substring(split + 1)));
    }
    System.out.println(
        total.passed + " passed, " + total.failed + " failed, " + total.skipped + " skipped");
  }

  private void read(String label, Path folder) throws Exception {
    Map<String, Integer> reasons = new TreeMap<>();
    List<String> failures = new ArrayList<>();
    for (Path file : reports(folder)) {
      NodeList cases =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(file.toFile())
              .getElementsByTagName("testcase");
      for (int i = 0; i < cases.getLength(); i++) {
        Element test = (Element) cases.item(i);
        String type = test.getAttribute("classname");
        if (first(test, "skipped") != null) {
          skipped++;
          reasons.merge(type + ": " + reason(first(test, "skipped")), 1, Integer::sum);
        } else if (first(test, "failure") != null || first(test, "error") != null) {
          failed++;
          failures.add(type + "." + test.getAttribute("name"));
        } else {
          passed++;
        }
      }
    }
    failures.forEach(test -> System.out.println("Failed on " + label + ": " + test));
    reasons.forEach(
        (reason, count) ->
            System.out.println("Skipped on " + label + ": " + count + " of " + reason));
  }

  private static List<Path> reports(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.getFileName().toString().matches("TEST-.*\\.xml"))
          .sorted()
          .toList();
    }
  }

  private static Element first(Element parent, String name) {
    return (Element) parent.getElementsByTagName(name).item(0);
  }

  /** An annotation's reason is an attribute; that of an assumption heads a stack trace. */
  private static String reason(Element skipped) {
    String message = skipped.getAttribute("message");
    String text = message.isEmpty() ? skipped.getTextContent().strip() : message;
    return text.lines()
        .findFirst()
        .orElse("no reason given")
        .replaceFirst("^[\\w.]+Exception: ", "")
        .replaceFirst("^Assumption failed: ", "");
  }
}
