package io.limpide.cli.live;

import io.limpide.cli.result.Json;
import io.limpide.engine.message.Messages;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One request: an object of texts, and of one record. */
final class Request {
  private static final int MOST = 1000; // matches in an answer

  private final Map<?, ?> said;
  private final Messages messages;

  private Request(Map<?, ?> said, Messages messages) {
    this.said = said;
    this.messages = messages;
  }

  static Request read(byte[] line, Messages messages) throws Refusal {
    try {
      if (Json.line(line) instanceof Map<?, ?> said) {
        return new Request(said, messages);
      }
    } catch (IOException e) {
      // worded below, like a line that holds something else
    }
    throw new Refusal("json", messages.text("live.json"));
  }

  Optional<String> text(String name) throws Refusal {
    Object value = said.get(name);
    if (value == null || value.equals("")) {
      return Optional.empty();
    }
    if (value instanceof String text) {
      return Optional.of(text);
    }
    throw new Refusal("value", messages.text("live.value", name));
  }

  String needed(String name) throws Refusal {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      throw new Refusal("missing", messages.text("live.missing", name));
    }
    return text.get();
  }

  int most(int usual) throws Refusal {
    Optional<String> text = text("most");
    if (text.isEmpty()) {
      return usual;
    }
    try {
      int most = Integer.parseInt(text.get());
      if (most >= 1 && most <= MOST) {
        return most;
      }
    } catch (NumberFormatException e) {
      // worded below
    }
    throw new Refusal("most", messages.text("live.most", text.get(), String.valueOf(MOST)));
  }

  boolean hasRecord() {
    return said.containsKey("record");
  }

  /** Returns the values of the record by the name of the column. */
  Map<String, String> record() throws Refusal {
    if (!(said.get("record") instanceof Map<?, ?> record)) {
      throw new Refusal("missing", messages.text("live.missing", "record"));
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<?, ?> value : record.entrySet()) {
      if (!(value.getValue() instanceof String text)) {
        throw new Refusal("value", messages.text("live.value", String.valueOf(value.getKey())));
      }
      values.put(String.valueOf(value.getKey()), text);
    }
    return values;
  }
}
