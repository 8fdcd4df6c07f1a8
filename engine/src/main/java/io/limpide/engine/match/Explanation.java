package io.limpide.engine.match;

import io.limpide.engine.message.Messages;
import java.util.List;

/**
 * Why two records are held to be what the verdict says.
 *
 * <p>{@code weight = prior + sum of the fields' weights + moved - alternative}, in bits.
 *
 * @param a a record
 * @param b another
 * @param prior log2 of the odds that two records drawn at random are one party
 * @param fields what each field says
 * @param moved what it adds that a person may have moved or taken another job, which changes
 *     address, landline and employer all at once; a little below 0 where they are the same
 * @param alternative what being only related explains; 0 or more
 * @param related the way in which they are most probably related if not the same; empty if none
 * @param weight the sum
 * @param probability the weight as a probability
 * @param verdict the conclusion
 * @param rule the named rule that decided; wording under {@code match.rule.<rule>}
 * @param blockingRules the blocking rules that propose the pair; empty: it was not compared
 * @param sentence the code of a sentence that sums it up, and its arguments
 * @param arguments the arguments of the sentence: names of fields, as codes {@code field.<name>}
 * @param relations the ways of being only related that were considered; {@code alternative = log2(1
 *     + sum of 2^(prior + explained))}
 */
public record Explanation(
    int a,
    int b,
    double prior,
    List<FieldEvidence> fields,
    double moved,
    double alternative,
    String related,
    double weight,
    double probability,
    Verdict verdict,
    String rule,
    List<String> blockingRules,
    String sentence,
    List<String> arguments,
    List<Relation> relations) {
  public Explanation {
    fields = List.copyOf(fields);
    blockingRules = List.copyOf(blockingRules);
    arguments = List.copyOf(arguments);
    relations = List.copyOf(relations);
  }

  /** Returns the sentence that sums it up, in the language of the messages of this package. */
  public String text(Messages messages) {
    return messages.text(sentence, fieldNames(messages));
  }

  private String fieldNames(Messages messages) {
    if (arguments.isEmpty()) {
      return messages.text("sentence.nothing");
    }
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < arguments.size(); i++) {
      if (i > 0) {
        boolean last = i == arguments.size() - 1;
        names.append(last ? " " + messages.text("sentence.and") + " " : ", ");
      }
      String code = arguments.get(i);
      names.append(
          messages.has(code) ? messages.text(code) : code.substring(code.indexOf('.') + 1));
    }
    return names.toString();
  }

  /**
   * One way of being related and two.
   *
   * @param related the way; wording under {@code related.<related>}
   * @param prior log2 of the odds that two records drawn at random are related so, not strangers
   * @param explained what it explains of the agreement beyond chance, in bits
   */
  public record Relation(String related, double prior, double explained) {
    /** Returns log2 of the odds that these two are related so, not strangers. */
    public double weight() {
      return prior + explained;
    }
  }

  /**
   * What one field says.
   *
   * @param field its name
   * @param level the level of agreement; wording under {@code level.<level>}
   * @param valueA what record a has, in the form compared
   * @param valueB what record b has
   * @param levelWeight log2 of how much more often the level occurs in the same party than by
   *     chance
   * @param rarity the bits that the rarity of the value adds, or its commonness takes
   */
  public record FieldEvidence(
      String field, String level, String valueA, String valueB, double levelWeight, double rarity) {
    /** Returns what the field says in all. */
    public double weight() {
      return levelWeight + rarity;
    }
  }
}
