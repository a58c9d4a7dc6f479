package io.github.anomalydata.mvtec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The file of MVTec LOCO AD that tells the types of defects of a category: a list of objects with
 * {@code defect_name}, {@code pixel_value}, {@code saturation_threshold} and {@code
 * relative_saturation}.
 */
final class DefectsFile {
  static final String NAME = "defects_config.json";

  private static final String TYPE = "defect_name";
  private static final String LEVEL = "pixel_value";
  private static final String THRESHOLD = "saturation_threshold";
  private static final String RELATIVE = "relative_saturation";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private DefectsFile() {}

  static MaskLevels read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new DataFileException(
          file,
          "",
          "the types of defects and how much of each has to be found, or to open the tree without"
              + " masks by choice",
          "no such file");
    }
    JsonNode types = parse(file);
    if (!types.isArray() || types.isEmpty()) {
      throw new DataFileException(file, "", "a list of types of defects", excerpt(types));
    }
    Map<Integer, DefectType> byLevel = new TreeMap<>();
    for (int i = 0; i < types.size(); i++) {
      DefectType type = type(file, "[" + i + "]", types.get(i));
      DefectType first = byLevel.putIfAbsent(type.level(), type);
      if (first != null) {
        throw new DataFileException(
            file,
            "[" + i + "]." + LEVEL,
            "each level once",
            type.level() + ", which is " + first.name());
      }
    }
    return MaskLevels.of(byLevel.values());
  }

  private static JsonNode parse(Path file) throws IOException {
    try {
      return MAPPER.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new DataFileException(file, "", "valid JSON", e.getOriginalMessage());
    }
  }

  private static DefectType type(Path file, String place, JsonNode type) throws DataFileException {
    JsonNode name = type.path(TYPE);
    JsonNode level = type.path(LEVEL);
    JsonNode threshold = type.path(THRESHOLD);
    JsonNode relative = type.path(RELATIVE);
    require(name.isTextual(), file, place + "." + TYPE, "a text", name);
    require(
        level.isInt() && level.intValue() >= 1 && level.intValue() <= 255,
        file,
        place + "." + LEVEL,
        "a number from 1 to 255",
        level);
    require(relative.isBoolean(), file, place + "." + RELATIVE, "true or false", relative);
    double value = threshold.asDouble();
    if (relative.booleanValue()) {
      boolean share = threshold.isNumber() && value > 0 && value <= 1;
      require(share, file, place + "." + THRESHOLD, "a share above 0 and at most 1", threshold);
      return new DefectType(name.textValue(), level.intValue(), Saturation.share(value));
    }
    boolean pixels = threshold.isInt() && threshold.intValue() >= 1;
    require(pixels, file, place + "." + THRESHOLD, "a whole number of pixels from 1", threshold);
    return new DefectType(
        name.textValue(), level.intValue(), Saturation.pixels(threshold.intValue()));
  }

  private static void require(boolean holds, Path file, String place, String rule, JsonNode found)
      throws DataFileException {
    if (!holds) {
      throw new DataFileException(file, place, rule, excerpt(found));
    }
  }

  private static String excerpt(JsonNode node) {
    String text = node.isMissingNode() ? "none" : node.toString();
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }

  static void write(Path file, List<DefectType> types) throws IOException {
    ArrayNode list = MAPPER.createArrayNode();
    for (DefectType type : types) {
      var entry = list.addObject().put(TYPE, type.name()).put(LEVEL, type.level());
      if (type.saturation() instanceof Saturation.Share share) {
        entry.put(THRESHOLD, share.share()).put(RELATIVE, true);
      } else if (type.saturation() instanceof Saturation.Pixels pixels) {
        entry.put(THRESHOLD, pixels.count()).put(RELATIVE, false);
      }
    }
    byte[] bytes = MAPPER.writeValueAsBytes(list);
    AtomicFile.write(file, out -> out.write(bytes));
  }
}
