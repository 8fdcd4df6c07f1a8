package io.limpide.cli.result;

import io.limpide.engine.message.Messages;
import java.util.ArrayList;
import java.util.List;

/** The rules that propose pairs, in words. */
public final class BlockingWords {
  private BlockingWords() {}

  /** Returns what the two records of a pair have in common by a rule. */
  public static String of(String rule, Messages messages) {
    if (rule.equals("*")) {
      return messages.text("atom.all");
    }
    List<String> parts = new ArrayList<>();
    for (String atom : rule.split("\\+", -1)) {
      parts.add(atom(atom, messages));
    }
    return String.join(" + ", parts);
  }

  private static String atom(String atom, Messages messages) {
    if (messages.has("atom." + atom)) {
      return messages.text("atom." + atom);
    }
    int dot = atom.lastIndexOf('.');
    if (dot > 0 && messages.has("atom." + atom.substring(dot + 1))) {
      return messages.text(
          "atom." + atom.substring(dot + 1), Words.field(atom.substring(0, dot), messages));
    }
    return Words.field(atom, messages);
  }
}
