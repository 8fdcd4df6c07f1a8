package io.limpide.cli.result;

import io.limpide.engine.match.Explanation;
import io.limpide.engine.message.Messages;
import java.util.List;

/** What the engine says in codes, in words. */
public final class Words {
  private Words() {}

  /** Returns the sentence that sums up what is concluded of two records. */
  public static String sentence(Explanation explanation, Messages messages) {
    if (explanation.arguments().isEmpty() && messages.has(explanation.sentence() + ".nothing")) {
      return messages.text(explanation.sentence() + ".nothing");
    }
    List<String> fields =
        explanation.arguments().stream().map(code -> translated(code, messages)).toList();
    return messages.text(explanation.sentence(), String.join(", ", fields));
  }

  /**
   * Returns the level of agreement of a field. One that is filled on both sides and still says
   * nothing follows from another.
   */
  public static String level(Explanation.FieldEvidence field, Messages messages) {
    boolean implied =
        field.level().equals("missing") && !field.valueA().isEmpty() && !field.valueB().isEmpty();
    return implied ? messages.text("explain.implied") : messages.text("level." + field.level());
  }

  /** Returns the name of a compared field. */
  public static String field(String name, Messages messages) {
    return translated("field." + name, messages);
  }

  /**
   * Returns the text of a code; a code without text, such as a column's own name, loses its head.
   */
  static String translated(String code, Messages messages) {
    return messages.has(code) ? messages.text(code) : code.substring(code.indexOf('.') + 1);
  }
}
