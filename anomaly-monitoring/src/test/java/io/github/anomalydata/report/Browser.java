package io.github.anomalydata.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assertions;

/** A headless Chromium with one page, driven by the DevTools protocol. */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final List<JsonNode> events = new ArrayList<>();
  private String session = "";
  private int calls;

  private Browser(Path program, Path profile) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(
        List.of(
            "--headless=new",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile));
    if (System.getProperty("user.name").equals("root")) {
      command.add("--no-sandbox");
    }
    command.add("about:blank");
    process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(endpoint(process), new Listener())
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    JsonNode target =
        call("Target.getTargets", Map.of()).path("targetInfos").path(0).path("targetId");
    session =
        call("Target.attachToTarget", Map.of("targetId", target.asText(), "flatten", true))
            .path("sessionId")
            .asText();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      call(domain + ".enable", Map.of());
    }
  }

  /** Returns the program, if there is one. */
  static Optional<Path> program() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(
            folder ->
                List.of("chromium", "chromium-browser", "google-chrome").stream()
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts a browser. */
  static Browser start(Path program, Path profile) throws Exception {
    return new Browser(program, profile);
  }

  private static URI endpoint(Process process) throws IOException {
    String announcement = "DevTools listening on ";
    BufferedReader reader = process.errorReader(StandardCharsets.UTF_8);
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith(announcement)) {
        Thread rest = new Thread(() -> reader.lines().forEach(ignored -> {}));
        rest.setDaemon(true);
        rest.start();
        return URI.create(line.substring(announcement.length()));
      }
    }
    throw new IOException("the browser ended before it listened");
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          messages.add(MAPPER.readTree(text.toString()));
        } catch (IOException e) {
          throw new AssertionError(e);
        }
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  /** Calls a method of the protocol. */
  JsonNode call(String method, Map<String, ?> parameters) throws Exception {
    int id = ++calls;
    ObjectNode message = MAPPER.createObjectNode();
    message.put("id", id).put("method", method).set("params", MAPPER.valueToTree(parameters));
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    socket.sendText(message.toString(), true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    while (true) {
      JsonNode answer = messages.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (answer == null) {
        throw new AssertionError(method + " had no answer");
      }
      if (!answer.has("id")) {
        events.add(answer);
      } else if (answer.path("id").asInt() == id) {
        Assertions.assertFalse(answer.has("error"), () -> method + ": " + answer);
        return answer.path("result");
      }
    }
  }

  /** Opens a page and returns when it is loaded. */
  void open(Path page) throws Exception {
    events.clear();
    call("Page.navigate", Map.of("url", page.toUri().toString()));
    await(() -> "document.readyState === 'complete' && location.protocol === 'file:'");
  }

  /** Waits until an expression is true. */
  void await(Supplier<String> expression) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!evaluate(expression.get()).asBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never true: " + expression.get());
      }
      Thread.sleep(10);
    }
  }

  /** Returns the value of an expression. */
  JsonNode evaluate(String expression) throws Exception {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    Assertions.assertFalse(answer.has("exceptionDetails"), () -> expression + ": " + answer);
    return answer.path("result").path("value");
  }

  /** Sets the size of the window and the colours that the reader likes. */
  void view(int width, int height, String scheme) throws Exception {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Draws every plot of the page, as if it was scrolled into sight. */
  void drawAll() throws Exception {
    evaluate("dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'))");
  }

  /** Returns the whole page as a PNG file. */
  byte[] screenshot() throws Exception {
    JsonNode size = call("Page.getLayoutMetrics", Map.of()).path("cssContentSize");
    return Base64.getDecoder()
        .decode(
            call(
                    "Page.captureScreenshot",
                    Map.of(
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of(
                            "x", 0,
                            "y", 0,
                            "width", size.path("width").asDouble(),
                            "height", size.path("height").asDouble(),
                            "scale", 1)))
                .path("data")
                .asText());
  }

  /** Returns the page as it is printed. */
  byte[] pdf() throws Exception {
    return Base64.getDecoder()
        .decode(call("Page.printToPDF", Map.of("printBackground", true)).path("data").asText());
  }

  /** Returns what happened since the page was opened, by the name of the event. */
  List<JsonNode> events(String name) throws Exception {
    evaluate("1");
    return events.stream().filter(event -> event.path("method").asText().equals(name)).toList();
  }

  @Override
  public void close() {
    try {
      session = "";
      call("Browser.close", Map.of());
    } catch (Exception e) {
      process.destroyForcibly();
      throw new AssertionError(e);
    } finally {
      process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
  }
}
