package io.limpide.cli.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as maps, lists, texts, numbers and booleans. */
public final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** Writes a tree, indented, with line feeds on every system; leaves the stream open. */
  public static void write(OutputStream out, Object tree) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
      write(json, tree);
      json.writeRaw('\n');
    }
  }

  /** Writes a tree on one line, and the line feed that ends it; leaves the stream open. */
  public static void line(OutputStream out, Object tree) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      write(json, tree);
      json.writeRaw('\n');
    }
  }

  private static void write(JsonGenerator json, Object tree) throws IOException {
    if (tree instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        write(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (tree instanceof Iterable<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        write(json, item);
      }
      json.writeEndArray();
    } else if (tree instanceof Double number) {
      if (Double.isFinite(number)) {
        json.writeNumber(number);
      } else {
        json.writeNull();
      }
    } else if (tree instanceof Number number) {
      json.writeNumber(number.longValue());
    } else if (tree instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else {
      json.writeString(String.valueOf(tree));
    }
  }

  /** Reads a tree; a null becomes the empty text. */
  public static Object read(InputStream in) throws IOException {
    try (JsonParser json = FACTORY.createParser(in)) {
      json.nextToken();
      return read(json);
    }
  }

  /** Reads the one tree that a line holds; fails if it holds anything more. */
  public static Object line(byte[] utf8) throws IOException {
    try (JsonParser json = FACTORY.createParser(utf8)) {
      if (json.nextToken() == null) {
        throw new IOException("the line is empty");
      }
      Object tree = read(json);
      if (json.nextToken() != null) {
        throw new IOException("the line goes on after its end");
      }
      return tree;
    }
  }

  private static Object read(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> map = new LinkedHashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        map.put(name, read(json));
      }
      return map;
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> list = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (json.currentToken() == null) {
          throw new IOException("the document ends in a list");
        }
        list.add(read(json));
      }
      return list;
    }
    return token == JsonToken.VALUE_NULL || token == null ? "" : json.getText();
  }
}
