package io.github.anomalydata.internal.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.Hashes;
import io.github.anomalydata.internal.io.AtomicFile;
import io.github.anomalydata.internal.io.InputFile;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A kind of JSON document: its format, its version and the type of its content.
 *
 * <p>A document reads {@code {"format": ..., "version": ..., "content": {...}}}. The reader refuses
 * another format or version, unknown, missing and duplicate properties, nulls, numbers in quotes
 * and text after the end: what it does not know it cannot have understood.
 *
 * @param <T> the type of the content
 */
public final class JsonDocument<T> {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .enable(SerializationFeature.INDENT_OUTPUT)
          // The same bytes on every system.
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
          .build();

  private final String format;
  private final int version;
  private final Class<T> type;
  private final ObjectMapper mapper;

  private JsonDocument(String format, int version, Class<T> type, ObjectMapper mapper) {
    this.format = format;
    this.version = version;
    this.type = type;
    this.mapper = mapper;
  }

  /**
   * Returns a kind of document.
   *
   * @param format the name of the format
   * @param version its version
   * @param type the type of the content
   * @param <T> the type of the content
   * @return the kind of document
   */
  public static <T> JsonDocument<T> of(String format, int version, Class<T> type) {
    return new JsonDocument<>(format, version, type, MAPPER);
  }

  /**
   * Returns this kind of document with types that its content may have by name.
   *
   * @param types the types by their names
   * @return the kind of document
   */
  public JsonDocument<T> withTypes(Map<String, ? extends Class<? extends T>> types) {
    ObjectMapper extended = mapper.copy();
    types.forEach((name, known) -> extended.registerSubtypes(new NamedType(known, name)));
    return new JsonDocument<>(format, version, type, extended);
  }

  /**
   * Returns what a reader makes of a content.
   *
   * @param content the content
   * @return the content after it was written and read
   * @throws IllegalArgumentException if it cannot be written, or not be read again
   */
  public T copy(T content) {
    try {
      return mapper.treeToValue(mapper.valueToTree(content), type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("content: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Writes a document; a reader of the file never sees half of it.
   *
   * @param file the file, replaced if it exists
   * @param content the content
   * @throws IOException if the file cannot be written
   */
  public void write(Path file, T content) throws IOException {
    byte[] bytes = bytes(content);
    AtomicFile.write(file, out -> out.write(bytes));
  }

  /**
   * Returns the SHA-256 of a document.
   *
   * @param content the content
   * @return the hash of the bytes {@link #write} writes, in hexadecimal
   */
  public String sha256(T content) {
    try {
      return Hashes.sha256(bytes(content));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("content: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Returns a document.
   *
   * @param content the content
   * @return the bytes {@link #write} writes
   * @throws JsonProcessingException if the content cannot be written
   */
  public byte[] bytes(T content) throws JsonProcessingException {
    ObjectNode document = mapper.createObjectNode();
    document.put("format", format);
    document.put("version", version);
    document.set("content", mapper.valueToTree(content));
    return mapper.writeValueAsBytes(document);
  }

  /**
   * Reads a document.
   *
   * @param file the file
   * @return the content
   * @throws DataFileException if the file is not such a document
   * @throws IOException if the file cannot be read
   */
  public T read(Path file) throws IOException {
    return parse(file, Files.readAllBytes(InputFile.of(file)));
  }

  /**
   * Reads a document from bytes.
   *
   * @param file the file they are from, for messages
   * @param bytes the document
   * @return the content
   * @throws DataFileException if the bytes are not such a document
   * @throws IOException if they are not text
   */
  public T parse(Path file, byte[] bytes) throws IOException {
    try {
      JsonNode document = mapper.readTree(bytes);
      requireEqual(file, "format", "\"" + format + "\"", document.path("format"));
      requireEqual(file, "version", String.valueOf(version), document.path("version"));
      if (document.size() != 3) {
        throw new DataFileException(
            file,
            "",
            "the properties format, version and content",
            document.propertyStream().map(Map.Entry::getKey).toList().toString());
      }
      if (!document.path("content").isObject()) {
        throw new DataFileException(
            file, "content", "an object", document.path("content").getNodeType().toString());
      }
      return mapper.treeToValue(document.path("content"), type);
    } catch (JsonProcessingException | CharConversionException e) {
      DataFileException error =
          new DataFileException(file, place(e), "a valid " + format, problem(e));
      error.initCause(e);
      throw error;
    }
  }

  /** Returns the property that cannot be understood, or the line that is no JSON. */
  private static String place(IOException e) {
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      StringBuilder path = new StringBuilder("content");
      for (JsonMappingException.Reference step : mapping.getPath()) {
        path.append(
            step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName());
      }
      return path.toString();
    }
    JsonLocation location = e instanceof JsonProcessingException json ? json.getLocation() : null;
    return location == null || location.getLineNr() < 1
        ? ""
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static String problem(IOException e) {
    if (e.getCause() instanceof IllegalArgumentException rule) {
      return String.valueOf(rule.getMessage());
    }
    return e instanceof JsonProcessingException json
        ? json.getOriginalMessage()
        : String.valueOf(e.getMessage());
  }

  private static void requireEqual(Path file, String name, String expected, JsonNode found)
      throws DataFileException {
    if (!found.toString().equals(expected)) {
      throw new DataFileException(
          file, "", name + " " + expected, found.isMissingNode() ? "none" : found.toString());
    }
  }
}
