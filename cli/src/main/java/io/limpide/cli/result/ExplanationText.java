package io.limpide.cli.result;

import io.limpide.engine.match.Explanation;
import io.limpide.engine.match.Explanation.FieldEvidence;
import io.limpide.engine.match.Explanation.Relation;
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
  private static final double WORTH_A_WORD = 0.05; // bits

  private final Explanation explanation;
  private final String a;
  private final String b;
  private final List<Originals.Row> originals; // as they were read; empty where that is not kept
  private final Messages messages;

  /** Makes the texts of an explanation. */
  public ExplanationText(Explanation explanation, CleanResult result, Messages messages) {
    this(
        explanation,
        result.ids().id(explanation.a()),
        result.ids().id(explanation.b()),
        new Originals(result).rows(explanation.a(), explanation.b()),
        messages);
  }

  /** Makes the texts of an explanation of two records by their names. */
  public ExplanationText(Explanation explanation, String a, String b, Messages messages) {
    this(explanation, a, b, List.of(), messages);
  }

  private ExplanationText(
      Explanation explanation,
      String a,
      String b,
      List<Originals.Row> originals,
      Messages messages) {
    this.explanation = explanation;
    this.a = a;
    this.b = b;
    this.originals = originals;
    this.messages = messages;
  }

  /** Prints it: the sentence, the sum line by line, and what it rests on. */
  public void print(PrintWriter out) {
    out.println(Words.sentence(explanation, messages));
    out.println();
    out.println(line(messages.text("explain.prior"), "", "", "", explanation.prior()));
    for (FieldEvidence field : explanation.fields()) {
      out.println(
          line(
              Words.field(field.field(), messages),
              level(field),
              shown(field, field.valueA()),
              shown(field, field.valueB()),
              field.weight()));
    }
    if (explanation.moved() != 0) {
      out.println(line(messages.text("explain.moved"), "", "", "", explanation.moved()));
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
    relations(out);
    out.println(
        messages.text(
            "explain.probability",
            String.format(messages.locale(), "%.2f", explanation.probability() * 100)));
    out.println(
        messages.text(
            "explain.verdict",
            messages.text("verdict." + explanation.verdict().word()),
            Words.translated("match.rule." + explanation.rule(), messages)));
    proposed(out);
    originals(out);
    out.flush();
  }

  private String level(FieldEvidence field) {
    String level = Words.level(field, messages);
    return Math.abs(field.rarity()) < WORTH_A_WORD
        ? level
        : messages.text(
            field.rarity() > 0 ? "explain.rare" : "explain.common",
            level,
            String.format(messages.locale(), "%+.1f", field.rarity()));
  }

  private String shown(FieldEvidence field, String value) {
    return Shown.value(field.field(), value, messages.locale());
  }

  private void relations(PrintWriter out) {
    if (explanation.relations().isEmpty()) {
      return;
    }
    out.println(messages.text("explain.relations"));
    for (Relation relation : explanation.relations()) {
      out.println(
          "  "
              + messages.text(
                  "explain.relation",
                  Words.translated("related." + relation.related(), messages),
                  bits(relation.prior()),
                  bits(relation.explained()),
                  bits(relation.weight())));
    }
    out.println();
  }

  private String bits(double bits) {
    return String.format(messages.locale(), "%+.2f", bits);
  }

  private void proposed(PrintWriter out) {
    if (explanation.blockingRules().isEmpty()) {
      out.println(messages.text("explain.not_compared"));
      return;
    }
    out.println(messages.text("explain.proposed"));
    for (String rule : explanation.blockingRules()) {
      out.println("  " + BlockingWords.of(rule, messages));
    }
  }

  private void originals(PrintWriter out) {
    if (originals.isEmpty()) {
      return;
    }
    out.println();
    out.println(messages.text("explain.originals"));
    for (Originals.Row row : originals) {
      out.println(
          "  %-24s %s".formatted(cut(row.column(), 24), row.a() + " | " + row.b()).stripTrailing());
    }
  }

  private static String line(String name, String level, String a, String b, double bits) {
    String values = a.isEmpty() && b.isEmpty() ? "" : a + " | " + b;
    return "%-26s %+7.2f  %-10s %-32s %s"
        .formatted(
            cut(name, 26),
            bits,
            (bits < 0 ? "-" : "+")
                .repeat((int) Math.min(10, Math.round(Math.abs(bits) * 10 / BAR_BITS))),
            cut(level, 32),
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
    tree.put("moved", explanation.moved());
    tree.put("alternative", explanation.alternative());
    tree.put("related", explanation.related());
    tree.put("relations", explanation.relations().stream().map(ExplanationText::relation).toList());
    tree.put("weight", explanation.weight());
    tree.put("probability", explanation.probability());
    tree.put("verdict", explanation.verdict().word());
    tree.put("rule", explanation.rule());
    tree.put("blocking_rules", explanation.blockingRules());
    List<Map<String, Object>> read = new ArrayList<>();
    for (Originals.Row row : originals) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("column", row.column());
      one.put("value_a", row.a());
      one.put("value_b", row.b());
      read.add(one);
    }
    tree.put("originals", read);
    return tree;
  }

  private static Map<String, Object> relation(Relation relation) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("related", relation.related());
    one.put("prior", relation.prior());
    one.put("explained", relation.explained());
    one.put("weight", relation.weight());
    return one;
  }
}
