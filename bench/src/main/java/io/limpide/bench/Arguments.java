package io.limpide.bench;

import java.util.HashMap;
import java.util.Map;

/** Arguments of the form {@code --name value}. */
public final class Arguments {
  private final Map<String, String> values = new HashMap<>();

  private Arguments() {}

  /** Reads them. */
  public static Arguments parse(String[] arguments) {
    Arguments parsed = new Arguments();
    for (int at = 0; at + 1 < arguments.length; at += 2) {
      parsed.values.put(arguments[at].replaceFirst("^--", ""), arguments[at + 1]);
    }
    return parsed;
  }

  /** Returns a text. */
  public String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /** Returns a number. */
  public double number(String name, double otherwise) {
    String value = values.get(name);
    return value == null ? otherwise : Double.parseDouble(value);
  }
}
