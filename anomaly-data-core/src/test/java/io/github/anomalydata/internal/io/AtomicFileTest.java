package io.github.anomalydata.internal.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theContentStandsUnderItsName() throws IOException {
    Path file = folder.resolve("a.txt");

    AtomicFile.write(file, out -> out.write(new byte[] {'n', 'e', 'w'}));

    assertEquals("new", Files.readString(file));
    assertEquals(List.of("a.txt"), names());
  }

  @Test
  void anOlderFileStaysIfWritingFails() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");
    IOException failure = new FileNotFoundException("disk is full");

    IOException thrown =
        assertThrows(
            IOException.class,
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(new byte[1 << 20]);
                      throw failure;
                    }));

    assertSame(failure, thrown);
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("a.txt"), names());
  }

  @Test
  void theOlderFileIsSeenUntilTheCommit() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");

    try (AtomicFile started = AtomicFile.create(file)) {
      started.channel().write(ByteBuffer.wrap(new byte[] {'n', 'e', 'w'}));
      assertEquals("old", Files.readString(file));
      started.commit();
    }

    assertEquals("new", Files.readString(file));
    assertEquals(List.of("a.txt"), names());
  }

  @Test
  void twoWritersAtOnceDoNotMixAndTheLastOneWins() throws IOException {
    Path file = folder.resolve("a.txt");

    try (AtomicFile first = AtomicFile.create(file);
        AtomicFile second = AtomicFile.create(file)) {
      first.channel().write(ByteBuffer.wrap(new byte[] {'1'}));
      second.channel().write(ByteBuffer.wrap(new byte[] {'2'}));
      second.commit();
      first.commit();
    }

    assertEquals("1", Files.readString(file));
    assertEquals(List.of("a.txt"), names());
  }

  @Test
  void whatADeadWriterLeftIsNotInTheWay() throws IOException {
    Path file = folder.resolve("a.txt");
    Files.writeString(folder.resolve(".a.txt.0.tmp"), "half");

    AtomicFile.write(file, out -> out.write('x'));

    assertEquals("x", Files.readString(file));
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);

    AtomicFile.write(link, out -> out.write('x'));

    assertTrue(Files.isSymbolicLink(link));
    assertEquals("x", Files.readString(file));
  }

  @Test
  void aDeviceIsNotReplaced() {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device));

    IOException e = assertThrows(IOException.class, () -> AtomicFile.create(device));

    assertTrue(e.getMessage().contains("not a regular file"), e.getMessage());
  }

  @Test
  void aMissingFolderIsAnError() {
    Path file = folder.resolve("missing").resolve("a.txt");
    assertThrows(NoSuchFileException.class, () -> AtomicFile.create(file));
  }
}
