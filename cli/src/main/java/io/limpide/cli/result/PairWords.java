package io.limpide.cli.result;

import io.limpide.engine.match.Explanation;
import io.limpide.engine.match.Explanation.FieldEvidence;
import io.limpide.engine.message.Messages;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The words of explanations, each put together once; for all threads. */
final class PairWords {
  private static final double WORTH_A_WORD = 0.05; // bits

  private final Messages messages;
  private final Map<String, String> translated = new ConcurrentHashMap<>();
  private final Map<String, Map<String, String>> levels = new ConcurrentHashMap<>(); // by field

  PairWords(Messages messages) {
    this.messages = messages;
  }

  /** Returns the same as {@link Words#sentence}. */
  String sentence(Explanation explanation) {
    if (explanation.arguments().isEmpty()) {
      return Words.sentence(explanation, messages);
    }
    StringBuilder fields = new StringBuilder();
    for (String code : explanation.arguments()) {
      fields.append(fields.isEmpty() ? "" : ", ").append(translated(code));
    }
    return messages.text(explanation.sentence(), fields.toString());
  }

  /** Returns the fields that spoke, strongest first, each with its level and weight in bits. */
  String evidence(Explanation explanation) {
    List<FieldEvidence> fields = explanation.fields();
    int[] order = new int[fields.size()];
    double[] weights = new double[order.length];
    int said = 0;
    for (int field = 0; field < order.length; field++) {
      weights[field] = fields.get(field).weight();
      if (Math.abs(weights[field]) >= WORTH_A_WORD) {
        int at = said++;
        for (; at > 0 && Math.abs(weights[order[at - 1]]) < Math.abs(weights[field]); at--) {
          order[at] = order[at - 1];
        }
        order[at] = field;
      }
    }
    StringBuilder evidence = new StringBuilder(256);
    for (int at = 0; at < said; at++) {
      evidence.append(at == 0 ? "" : "; ").append(level(fields.get(order[at])));
      Decimals.append(evidence, weights[order[at]], 1, true);
    }
    if (Math.abs(explanation.moved()) >= WORTH_A_WORD) {
      evidence.append(said == 0 ? "" : "; ").append(messages.text("explain.moved")).append(' ');
      Decimals.append(evidence, explanation.moved(), 1, true);
    }
    return evidence.toString();
  }

  private String level(FieldEvidence evidence) {
    Map<String, String> ofField = levels.get(evidence.field());
    String known = ofField == null ? null : ofField.get(evidence.level());
    if (known != null) {
      return known;
    }
    String words =
        translated("field." + evidence.field())
            + ": "
            + translated("level." + evidence.level())
            + " ";
    levels
        .computeIfAbsent(evidence.field(), field -> new ConcurrentHashMap<>())
        .put(evidence.level(), words);
    return words;
  }

  private String translated(String code) {
    String known = translated.get(code);
    return known != null
        ? known
        : translated.computeIfAbsent(code, key -> Words.translated(key, messages));
  }
}
