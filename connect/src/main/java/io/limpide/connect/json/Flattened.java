package io.limpide.connect.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One record as paths and values: {@code address.city}, {@code tags} with its scalars joined by
 * {@code "; "}, {@code phones.1.number} for the first of an array of objects.
 */
final class Flattened {
  /** The path of a record that is a mere scalar. */
  static final String SCALAR = "value";

  private static final int LONGEST_EXPONENT = 100;

  private final Map<String, String> values = new LinkedHashMap<>();
  private boolean scalars = true;
  private boolean array;

  private Flattened() {}

  /** Reads a record; fails on anything but one whole JSON value. */
  static Flattened read(byte[] bytes, int length) throws IOException {
    Flattened record = new Flattened();
    try (JsonParser parser = Layout.FACTORY.createParser(bytes, 0, length)) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw new IOException("nothing");
      }
      record.array = token == JsonToken.START_ARRAY;
      if (record.array) {
        record.elements(parser);
      } else {
        record.value(parser, token, token == JsonToken.START_OBJECT ? "" : SCALAR);
      }
      if (parser.nextToken() != null) {
        throw new IOException("more than one value");
      }
    }
    return record;
  }

  /** Returns the values by path, in the order of the record; none is empty. */
  Map<String, String> values() {
    return values;
  }

  /** Returns whether the record is an array of texts, as a header is. */
  boolean isNames() {
    return array && scalars && !values.isEmpty();
  }

  /** Returns whether the record is an array, whose paths are then numbers. */
  boolean isArray() {
    return array;
  }

  private void elements(JsonParser parser) throws IOException {
    int position = 0;
    for (JsonToken token; (token = parser.nextToken()) != JsonToken.END_ARRAY; ) {
      scalars &= token == JsonToken.VALUE_STRING;
      value(parser, token, "" + ++position);
    }
  }

  private void value(JsonParser parser, JsonToken token, String path) throws IOException {
    switch (token) {
      case START_OBJECT -> object(parser, path);
      case START_ARRAY -> array(parser, path);
      case VALUE_NULL -> {}
      case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> put(path, number(parser.getText()));
      default -> put(path, parser.getText());
    }
  }

  private void object(JsonParser parser, String path) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      value(parser, parser.nextToken(), below(path, name));
    }
  }

  private void array(JsonParser parser, String path) throws IOException {
    int position = 0;
    for (JsonToken token; (token = parser.nextToken()) != JsonToken.END_ARRAY; ) {
      position++;
      boolean scalar = token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY;
      value(parser, token, scalar ? path : below(path, "" + position));
    }
  }

  /** Extended JSON of MongoDB wraps a value ({@code {"$oid": …}}); the wrapping is no field. */
  private static String below(String path, String name) {
    if (path.isEmpty()) {
      return name;
    }
    return name.startsWith("$") ? path : path + "." + name;
  }

  private void put(String path, String value) {
    if (!value.isEmpty()) {
      values.merge(path, value, (before, more) -> before + "; " + more);
    }
  }

  /** Returns a number as written, but never with an exponent; NaN and infinity are no number. */
  private static String number(String written) {
    if (written.endsWith("NaN") || written.endsWith("Infinity") || written.endsWith("INF")) {
      return "";
    }
    if (written.indexOf('e') < 0 && written.indexOf('E') < 0) {
      return written;
    }
    BigDecimal value = new BigDecimal(written);
    return Math.abs((long) value.scale()) > LONGEST_EXPONENT ? written : value.toPlainString();
  }
}
