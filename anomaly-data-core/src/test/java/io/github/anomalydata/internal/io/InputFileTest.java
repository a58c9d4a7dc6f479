package io.github.anomalydata.internal.io;

import static io.github.anomalydata.Thrown.assertThrown;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.anomalydata.augment.Augmentation;
import io.github.anomalydata.exchange.Csv;
import io.github.anomalydata.exchange.CsvOptions;
import io.github.anomalydata.exchange.Npy;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void fileIsItselfWhetherItIsThereOrNot() throws IOException {
    Path file = folder.resolve("a");
    assertEquals(file, InputFile.of(file));
    assertEquals(Files.writeString(file, "b"), InputFile.of(file));
  }

  @Test
  void readersNameAFolderThatTheyCannotRead() {
    String[] words = {folder.toString(), "a folder, where a file is wanted"};
    assertThrown(FileSystemException.class, () -> Npy.read(folder), words);
    assertThrown(FileSystemException.class, () -> Augmentation.load(folder), words);
    assertThrown(
        FileSystemException.class, () -> Csv.read(folder, CsvOptions.withDefaults()), words);
  }
}
