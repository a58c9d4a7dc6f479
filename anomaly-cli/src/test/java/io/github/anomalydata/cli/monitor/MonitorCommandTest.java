package io.github.anomalydata.cli.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.anomalydata.cli.Main;
import io.github.anomalydata.drift.online.Monitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonitorCommandTest {
  @TempDir private Path folder;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  private String detector() {
    return folder.resolve("detector").toString();
  }

  private int run(InputStream in, String... args) {
    out = new StringWriter();
    err = new StringWriter();
    return Main.run(in, new PrintWriter(out), new PrintWriter(err), args);
  }

  private int watch(String lines, String... more) {
    List<String> args = new ArrayList<>(List.of("monitor", "--detector", detector()));
    args.addAll(List.of(more));
    return run(new ByteArrayInputStream(lines.getBytes(UTF_8)), args.toArray(new String[0]));
  }

  private int fit(String reference, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("reference.csv"), reference);
    List<String> args =
        new ArrayList<>(
            List.of("monitor", "fit", "--reference", file.toString(), "--detector", detector()));
    args.addAll(List.of(more));
    Map.of("--target", "100", "--replicates", "50", "--block", "off")
        .forEach(
            (option, value) -> {
              if (!args.contains(option)) {
                args.addAll(List.of(option, value));
              }
            });
    return run(InputStream.nullInputStream(), args.toArray(new String[0]));
  }

  private static String uniform(int rows, int columns, long seed, double shift) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < columns; k++) {
        text.append(k == 0 ? "" : ",").append(random.nextDouble() + shift);
      }
      text.append('\n');
    }
    return text.toString();
  }

  private void assertFailed(int code, String... words) {
    assertEquals(2, code, () -> out.toString() + err);
    assertEquals(1, err.toString().lines().count(), err::toString);
    for (String word : words) {
      assertTrue(err.toString().contains(word), () -> "'" + word + "' in: " + err);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cusum", "ewma", "page-hinkley", "adwin", "ks", "cvm", "mmd"})
  void shiftRaisesAlarmsAsLinesOfJson(String method) throws IOException {
    String[] window =
        method.matches("ks|cvm|mmd") ? new String[] {"--window", "20"} : new String[0];
    List<String> options = new ArrayList<>(List.of("--method", method));
    options.addAll(List.of(window));
    int code = fit("score\n" + uniform(500, 1, 1, 0), options.toArray(new String[0]));
    assertEquals(0, code, err::toString);

    assertEquals(1, watch("score\n" + uniform(200, 1, 2, 3)), err::toString);
    JsonNode alarm = new ObjectMapper().readTree(out.toString().lines().findFirst().orElseThrow());
    assertTrue(alarm.get("statistic").doubleValue() > alarm.get("threshold").doubleValue());
    assertEquals(alarm.get("line").longValue(), alarm.get("sample").longValue() + 2);
    assertTrue(alarm.get("changePoint").longValue() >= 0);
    assertEquals("", err.toString());
  }

  @Test
  void rateOfErrorsIsWatched() throws IOException {
    fit("0\n0\n1\n0\n0\n0\n0\n0\n0\n0\n".repeat(50), "--method", "ddm", "--target", "500");

    assertEquals(1, watch("0\n".repeat(50) + "1\n".repeat(100)), err::toString);
    assertFailed(watch("0\n0.5\n"), "line 2", "0 or 1", "got 0.5");
  }

  @Test
  void quietStreamEndsWithNought() throws IOException {
    fit(uniform(500, 1, 1, 0), "--target", "5000");

    assertEquals(0, watch(uniform(100, 1, 2, 0)), out::toString);
    assertEquals("", out.toString() + err);
  }

  @Test
  void columnsAreTakenByTheirNames() throws IOException {
    fit(
        "time,a,b\n" + uniform(300, 2, 1, 0).replaceAll("(?m)^", "noon,"),
        "--method",
        "mmd",
        "--window",
        "20");
    assertTrue(out.toString().contains("a, b"), out::toString);

    assertEquals(0, watch("b,other,a\n0.4,x,0.5\n"), err::toString);
    assertEquals(0, watch("\ufeff\"a\" , \"b\"\r\n 0.4,\"0.5\"\r\n"), err::toString);
    assertEquals(0, watch("0.4,0.5\n0.5,0.6"), err::toString);
    assertFailed(watch("a,c\n1,2\n"), "standard input: line 1: expected one column 'b'", "'a,c'");
    assertFailed(watch("a,a,b\n1,2,3\n", "--bad-lines", "skip"), "one column 'a'");
    assertFailed(watch("a,b\n1,2,3\n"), "line 2: expected 2 fields, found 3");
  }

  @Test
  void referenceWithoutNamesTakesNone() throws IOException {
    fit(uniform(300, 1, 1, 0));

    assertEquals(0, watch("0.4\n0.5\n"), err::toString);
    assertFailed(watch("a\n0.4\n"), "line 1: expected numbers", "named no columns", "'a'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "nan", "inf", "1e999", "1,2", "0x10", "1d", "1e70", "\"1"})
  void lineThatIsNoSampleIsAnErrorThatNamesIt(String bad) throws IOException {
    fit("s\n" + uniform(300, 1, 1, 0));

    assertFailed(watch("s\n0.5\n" + bad + "\n0.5\n"), "standard input: line 3: expected");
    int code = watch("s\n0.5\n" + bad + "\n0.5\n", "--bad-lines", "skip", "--save");
    assertEquals(0, code, err::toString);
    assertTrue(err.toString().contains("1 lines were left out, the first: standard input: line 3"));
    assertEquals(2, monitor().samples());
  }

  private Monitor monitor() throws IOException {
    return Monitor.open(folder.resolve("detector").resolve("monitor.npz"));
  }

  @Test
  void lineWithoutEndIsRefusedBeforeItFillsTheMemory() throws IOException {
    fit("s\n" + uniform(300, 1, 1, 0));
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return '1';
          }
        };

    assertFailed(
        run(endless, "monitor", "--detector", detector()),
        "line 1: expected at most 1048576 bytes");
  }

  @Test
  void savedMonitorGoesOn() throws IOException {
    fit(uniform(500, 1, 1, 0));
    assertEquals(0, watch("1\n1\n"), "they alone raise no alarm");
    assertEquals(0, monitor().samples(), "not saved");
    watch("1\n1\n", "--save");
    assertEquals(2, monitor().samples());
    int code = watch("1\n1\n1\n", "--save");

    assertEquals(1, code);
    assertEquals(5, monitor().samples());
  }

  @Test
  void stateUpToABadLineIsSaved() throws IOException {
    fit(uniform(500, 1, 1, 0));

    assertFailed(watch("0.5\n0.5\nx\n", "--save"), "line 3");
    assertEquals(2, monitor().samples());
  }

  @Test
  void stateIsSavedMeanwhile() throws IOException {
    fit(uniform(500, 1, 1, 0));
    Path state = folder.resolve("detector").resolve("monitor.npz");
    List<Long> seen = new ArrayList<>();
    InputStream in =
        new InputStream() {
          private int at;

          @Override
          public int read() throws IOException {
            if (at % 8 == 0) {
              seen.add(Monitor.open(state).samples());
            }
            return at == 40 ? -1 : at++ % 2 == 0 ? '0' : '\n';
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            int next = read();
            bytes[from] = (byte) next;
            return next < 0 ? -1 : 1;
          }
        };

    run(in, "monitor", "--detector", detector(), "--save-every", "4");
    assertEquals(List.of(0L, 4L, 8L, 12L, 16L, 20L), seen.subList(0, 6));
  }

  @Test
  void outputThatNobodyReadsIsAnError() throws IOException {
    fit(uniform(500, 1, 1, 0));
    PrintWriter closed =
        new PrintWriter(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("closed");
              }
            },
            false,
            UTF_8);
    err = new StringWriter();
    int code =
        Main.run(
            new ByteArrayInputStream("9\n9\n9\n9\n".getBytes(UTF_8)),
            closed,
            new PrintWriter(err),
            "monitor",
            "--detector",
            detector());

    assertFailed(code, "standard output: cannot be written");
  }

  @Test
  void totalsAreJsonToo() throws IOException {
    fit(uniform(500, 1, 1, 0));
    watch("9\n9\nx\n9\n9\n", "--bad-lines", "skip", "--json", folder.resolve("o.json").toString());
    JsonNode json = new ObjectMapper().readTree(folder.resolve("o.json").toFile());

    assertEquals(4, json.get("samples").intValue());
    assertEquals(1, json.get("linesLeftOut").intValue());
    assertTrue(json.get("alarms").intValue() > 0);
  }

  @Test
  void fitSaysWhatItFound() throws IOException {
    fit(
        uniform(80, 1, 1, 0),
        "--target",
        "2h",
        "--interval",
        "30s",
        "--json",
        folder.resolve("o.json").toString());
    JsonNode json = new ObjectMapper().readTree(folder.resolve("o.json").toFile());

    assertEquals(240, json.get("runLength").doubleValue(), 5);
    assertTrue(out.toString().contains("fewer samples than lie between two false alarms"));
    assertTrue(out.toString().contains("samples to a false alarm"));
  }

  @Test
  void componentsAreWatchedAndSaved() throws IOException {
    fit(
        "a,b,c\n" + uniform(300, 3, 1, 0),
        "--method",
        "mmd",
        "--window",
        "20",
        "--components",
        "2");

    assertEquals(2, monitor().detector().columns());
    assertEquals(1, watch("c,a,b\n" + uniform(100, 3, 2, 2)), err::toString);
  }

  @Test
  void threadsFindTheSameThreshold() throws IOException {
    fit(uniform(300, 1, 1, 0));
    double alone = monitor().detector().threshold().value();
    Files.delete(folder.resolve("detector").resolve("monitor.npz"));
    fit(uniform(300, 1, 1, 0), "--workers", "3");

    assertEquals(alone, monitor().detector().threshold().value());
  }

  @Test
  void optionsOutOfPlaceAreRefused() throws IOException {
    String ab = "a,b\n" + uniform(50, 2, 1, 0);

    assertFailed(fit(ab), "--columns: one for cusum, got [a, b]");
    assertFailed(fit(ab, "--columns", "c"), "--columns: some of [a, b], got 'c'");
    assertFailed(fit(ab, "--method", "magic"), "--method: one of", "'magic'");
    assertFailed(fit(ab, "--target", "soon"), "--target: a number of samples or a time", "'soon'");
    assertFailed(fit(ab, "--target", "7d"), "--interval");
    assertFailed(fit(ab, "--columns", "a", "--window", "9"), "--window: for ks, cvm and mmd");
    assertFailed(fit(ab, "--columns", "a", "--components", "1"), "--components, --raw: for mmd");
    assertFailed(fit(ab, "--columns", "a", "--workers", "0"), "--workers: at least 1, got 0");
    assertFailed(fit(ab, "--columns", "a", "--block", "0"), "--block: auto, off or at least 1");
    assertFailed(fit(uniform(50, 2, 1, 0), "--columns", "a"), "--columns: names");
    assertFailed(fit("a\n1\n\"\"\n3\n", "--columns", "a"), "--reference: a finite number in row 2");
    assertFalse(Files.exists(folder.resolve("detector")), "nothing was made");
    assertFailed(watch("1\n"), "no such file");
    assertFailed(run(InputStream.nullInputStream(), "monitor"), "--detector");
    fit(ab, "--columns", "a");
    assertFailed(fit(ab, "--columns", "a"), "--detector: a folder without a monitor");
    assertFailed(watch("1\n", "--bad-lines", "hide"), "--bad-lines: fail or skip, got 'hide'");
    assertFailed(watch("1\n", "--save-every", "0"), "--save-every: at least 1, got 0");
  }

  @Test
  void filesThatDoNotBelongTogetherAreRefused() throws IOException {
    fit("a,b\n" + uniform(50, 2, 1, 0), "--method", "mmd", "--window", "20");
    Path stream = folder.resolve("detector").resolve("stream.json");
    Files.writeString(stream, Files.readString(stream).replace("\"a\", ", ""));

    assertFailed(watch("1,2\n"), "that belong together", "1 names");
  }
}
