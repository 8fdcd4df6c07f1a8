package io.limpide.server.web;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the database holds it: plain maps, lists and values, never Java types by name. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private Json() {}

  /** Writes a value. */
  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** Reads an object; an empty map when there is none. */
  public static Map<String, Object> map(@org.jspecify.annotations.Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Map.of();
    }
    try {
      return MAPPER.readValue(text, MAP);
    } catch (JacksonException e) {
      throw new IllegalStateException("the database holds JSON that is none", e);
    }
  }

  /** Reads a value of a type of ours. */
  public static <T> T read(String text, Class<T> type) {
    return MAPPER.readValue(text, type);
  }

  /** Reads a value of a type of ours. */
  public static <T> T read(String text, TypeReference<T> type) {
    return MAPPER.readValue(text, type);
  }
}
