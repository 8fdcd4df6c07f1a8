package io.limpide.cli.result;

import io.limpide.engine.match.Explanation;
import io.limpide.engine.match.Explanation.FieldEvidence;
import io.limpide.engine.message.Messages;
import io.limpide.engine.run.CleanResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An explanation as text and as JSON. */
public final class ExplanationText {
  private static final int BAR_BITS = 20;

  private final Explanation explanation;
  private final String a;
  private final String b;
  private final Messages messages;

  /** Makes the texts of an explanation. */
  public ExplanationText(Explanation explanation, CleanResult result, Messages messages) {
    this(explanation, result.ids().id(explanation.a()), result.ids().id(explanation.b()), messages);
  }

  /** Makes the texts of an explanation of two records by their names. */
  public ExplanationText(Explanation explanation, String a, String b, Messages messages) {
    this.explanation = explanation;
    this.a = a;
    this.b = b;
    this.messages = messages;
  }

  /** Prints it: the sentence, then the sum line by line. */
  public void print(PrintWriter out) {
    out.println(Words.sentence(explanation, messages));
    out.println();
    out.println(line(messages.text("explain.prior"), "", "", "", explanation.prior()));
    for (FieldEvidence field : explanation.fields()) {
      out.println(
          line(
              Words.field(field.field(), messages),
              Words.translated("level." + field.level(), messages),
              field.valueA(),
              field.valueB(),
              field.weight()));
    }
    if (explanation.alternative() != 0) {
      out.println(
          line(
              messages.text("explain.alternative"),
              Words.translated("related." + explanation.related(), messages),
              "",
              "",
              -explanation.alternative()));
    }
    out.println(line(messages.text("explain.sum"), "", "", "", explanation.weight()));
    out.println();
    out.println(
        messages.text(
            "explain.probability",
            String.format(messages.locale(), "%.2f", explanation.probability() * 100)));
    out.println(
        messages.text(
            "explain.verdict",
            messages.text("verdict." + explanation.verdict().word()),
            Words.translated("match.rule." + explanation.rule(), messages)));
    out.println(
        explanation.blockingRules().isEmpty()
            ? messages.text("explain.not_compared")
            : messages.text("explain.proposed", String.join(", ", explanation.blockingRules())));
    out.flush();
  }

  private String line(String name, String level, String a, String b, double bits) {
    String values = a.isEmpty() && b.isEmpty() ? "" : a + " | " + b;
    return "%-26s %+7.2f  %-10s %-24s %s"
        .formatted(
            cut(name, 26),
            bits,
            (bits < 0 ? "-" : "+")
                .repeat((int) Math.min(10, Math.round(Math.abs(bits) * 10 / BAR_BITS))),
            cut(level, 24),
            values)
        .stripTrailing();
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }

  /** Returns it as a tree for JSON. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id_a", a);
    tree.put("id_b", b);
    tree.put("sentence", Words.sentence(explanation, messages));
    tree.put("prior", explanation.prior());
    List<Map<String, Object>> fields = new ArrayList<>();
    for (FieldEvidence field : explanation.fields()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("field", field.field());
      one.put("level", field.level());
      one.put("value_a", field.valueA());
      one.put("value_b", field.valueB());
      one.put("level_weight", field.levelWeight());
      one.put("rarity", field.rarity());
      fields.add(one);
    }
    tree.put("fields", fields);
    tree.put("alternative", explanation.alternative());
    tree.put("related", explanation.related());
    tree.put("weight", explanation.weight());
    tree.put("probability", explanation.probability());
    tree.put("verdict", explanation.verdict().word());
    tree.put("rule", explanation.rule());
    tree.put("blocking_rules", explanation.blockingRules());
    return tree;
  }
}
