package io.github.anomalydata.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The modules of this project and the arrows between them, as their pom.xml files say. */
final class Modules {
  private static final String GROUP = "io.github.anomalydata";

  /** The library modules, and which of them each may stand on. */
  static final Map<String, Set<String>> LIBRARY =
      Map.of(
          "anomaly-data-core", Set.of(),
          "anomaly-data-audio", Set.of("anomaly-data-core"),
          "anomaly-data-vision", Set.of("anomaly-data-core"),
          "anomaly-monitoring", Set.of("anomaly-data-core"),
          "anomaly-spark", Set.of("anomaly-data-core", "anomaly-monitoring"));

  private Modules() {}

  /**
   * Reads which library modules exist by now.
   *
   * @param root the folder of the parent
   */
  static Set<String> libraries(Path root) throws IOException {
    Set<String> libraries = new TreeSet<>(read(root).keySet());
    libraries.retainAll(LIBRARY.keySet());
    return libraries;
  }

  /**
   * Reads the modules below a folder.
   *
   * @param root the folder of the parent
   * @return for each module, the modules of this project that it depends on in any scope
   */
  static Map<String, Set<String>> read(Path root) throws IOException {
    Map<String, Set<String>> modules = new LinkedHashMap<>();
    NodeList names = parse(root).getElementsByTagName("module");
    for (int i = 0; i < names.getLength(); i++) {
      String name = names.item(i).getTextContent();
      modules.put(name, dependencies(parse(root.resolve(name)).getDocumentElement()));
    }
    return modules;
  }

  /**
   * Reads what a bill of materials lists.
   *
   * @param folder the folder of its pom.xml
   * @return the modules of this project that it gives a version to
   */
  static Set<String> managed(Path folder) throws IOException {
    Set<String> found = new TreeSet<>();
    for (Element section : children(parse(folder).getDocumentElement(), "dependencyManagement")) {
      found.addAll(dependencies(section));
    }
    return found;
  }

  private static Set<String> dependencies(Element parent) {
    Set<String> found = new TreeSet<>();
    for (Element list : children(parent, "dependencies")) {
      for (Element dependency : children(list, "dependency")) {
        if (text(dependency, "groupId").equals(GROUP)) {
          found.add(text(dependency, "artifactId"));
        }
      }
    }
    return found;
  }

  private static Document parse(Path folder) throws IOException {
    Path pom = folder.resolve("pom.xml");
    try {
      return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(pom.toFile());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(pom + ": not XML", e);
    }
  }

  private static String text(Element parent, String name) {
    return children(parent, name).get(0).getTextContent();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }
}
