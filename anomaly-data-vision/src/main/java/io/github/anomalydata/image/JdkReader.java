package io.github.anomalydata.image;

import io.github.anomalydata.data.DataFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Runs the JDK's own readers; those that others plug in are not asked. */
final class JdkReader {
  private static final String JDK_PACKAGE = "com.sun.imageio.";

  /** Said of a few bytes too many between two parts of a JPEG file, which harm nothing. */
  private static final String HARMLESS = "extraneous bytes";

  private JdkReader() {}

  /** Reads with a reader whose input is set. */
  @FunctionalInterface
  interface Action<T> {
    T read(ImageReader reader) throws IOException;
  }

  static <T> T run(FileBytes file, String format, byte[] bytes, Action<T> action)
      throws DataFileException {
    ImageReader reader = reader(format);
    List<String> warnings = new ArrayList<>();
    try (ImageInputStream in = new ByteArrayImageInput(bytes)) {
      reader.setInput(in, true, true);
      reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
      T result = action.read(reader);
      for (String warning : warnings) {
        if (!warning.contains(HARMLESS)) {
          throw file.bad(0, "a sound " + format + " file", warning);
        }
      }
      return result;
    } catch (DataFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // On broken files the JDK's readers throw whatever comes: indices, casts, arguments.
      DataFileException bad = file.bad(0, "a sound " + format + " file", e);
      bad.initCause(e);
      throw bad;
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader(String format) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getName().startsWith(JDK_PACKAGE)) {
        return reader;
      }
    }
    throw new IllegalStateException("this Java runtime has no reader of " + format + " images");
  }
}
