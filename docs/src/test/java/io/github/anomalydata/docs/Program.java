package io.github.anomalydata.docs;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A chapter as one Java program: the body of a single method, so that later blocks see what earlier
 * ones declared, with a call at the place of every console block. The folders {@code data} and
 * {@code out} are the method's parameters.
 */
final class Program {
  private static final String NAME = "Chapter";
  private static final Pattern IMPORT = Pattern.compile("\\s*import\\s.*;\\s*");

  /** As strict as the build is with the library; "path" is off there too. */
  private static final List<String> OPTIONS =
      List.of("--release", "17", "-Xlint:all,-path", "-Werror", "-proc:none");

  private final Chapter chapter;
  private final List<String> source = new ArrayList<>();

  /** The chapter's line for every line of the source; 0 for those that are ours. */
  private final List<Integer> origin = new ArrayList<>();

  private Program(Chapter chapter) {
    this.chapter = chapter;
  }

  /**
   * Writes the program of a chapter.
   *
   * @param chapter the chapter
   * @param imports what it may use without importing it, such as {@code "java.util.*"}
   */
  static Program of(Chapter chapter, List<String> imports) {
    Program program = new Program(chapter);
    imports.forEach(name -> program.add("import " + name + ";", 0));
    program.copyJava(true);
    program.add("final class " + NAME + " {", 0);
    program.add("  static void run(", 0);
    program.add("      java.nio.file.Path data, java.nio.file.Path out,", 0);
    program.add("      java.util.function.IntConsumer console) throws Exception {", 0);
    program.copyJava(false);
    program.add("  }", 0);
    program.add("}", 0);
    return program;
  }

  private void copyJava(boolean imports) {
    for (int i = 0; i < chapter.blocks().size(); i++) {
      Block block = chapter.blocks().get(i);
      if (block.kind() == Block.Kind.CONSOLE) {
        if (!imports) {
          add("console.accept(" + i + ");", block.line());
        }
        continue;
      }
      for (int k = 0; k < block.lines().size(); k++) {
        String line = block.lines().get(k);
        if (IMPORT.matcher(line).matches() == imports) {
          add(line, block.line() + k);
        }
      }
    }
  }

  private void add(String line, int from) {
    source.add(line);
    origin.add(from);
  }

  /**
   * Compiles and runs the chapter.
   *
   * @param classes an empty folder for the class files
   * @param data the folder that the chapter calls {@code data}
   * @param out the folder that the chapter calls {@code out}
   * @param console runs the block with the given index when the program reaches it
   * @throws AssertionError if it does not compile, or throws; the message names chapter and line
   */
  void run(Path classes, Path data, Path out, IntConsumer console)
      throws IOException, ReflectiveOperationException {
    compile(classes);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      loader.setDefaultAssertionStatus(true);
      Method method =
          loader
              .loadClass(NAME)
              .getDeclaredMethod("run", Path.class, Path.class, IntConsumer.class);
      method.setAccessible(true);
      method.invoke(null, data, out, console);
    } catch (InvocationTargetException e) {
      throw thrown(e.getCause());
    }
  }

  private void compile(Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options = new ArrayList<>(OPTIONS);
      options.addAll(List.of("-d", classes.toString()));
      options.addAll(List.of("-classpath", System.getProperty("java.class.path")));
      StringWriter other = new StringWriter();
      if (!compiler.getTask(other, files, found, options, null, List.of(file())).call()) {
        StringBuilder message = new StringBuilder("does not compile:");
        found.getDiagnostics().forEach(d -> message.append("\n").append(describe(d)));
        throw new AssertionError(message.append(other).toString());
      }
    }
  }

  private JavaFileObject file() {
    URI uri = URI.create("string:///" + NAME + ".java");
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return String.join("\n", source);
      }
    };
  }

  private String describe(Diagnostic<?> diagnostic) {
    String message = diagnostic.getMessage(Locale.ROOT);
    if (diagnostic.getLineNumber() == Diagnostic.NOPOS) {
      return chapter.name() + ": " + message;
    }
    int line = Math.toIntExact(diagnostic.getLineNumber()) - 1;
    return place(line) + ": " + message + "\n    " + source.get(line).strip();
  }

  private String place(int line) {
    // An error behind the last block, such as a missing brace, belongs to it.
    int from = line;
    while (from > 0 && origin.get(from) == 0) {
      from--;
    }
    return chapter.name() + ":" + origin.get(from);
  }

  private AssertionError thrown(Throwable cause) {
    if (cause instanceof AssertionError error
        && String.valueOf(error.getMessage()).startsWith(chapter.name() + ":")) {
      return error;
    }
    for (StackTraceElement frame : cause.getStackTrace()) {
      if (frame.getClassName().equals(NAME)) {
        return new AssertionError(place(frame.getLineNumber() - 1) + ": throws " + cause, cause);
      }
    }
    return new AssertionError(chapter.name() + ": throws " + cause, cause);
  }
}
