package io.limpide.engine.match;

import io.limpide.engine.compare.FieldComparison;
import io.limpide.engine.compare.FieldRole;
import io.limpide.engine.compare.Levels;
import io.limpide.engine.compare.PatternCoder;
import io.limpide.engine.score.Model;
import io.limpide.engine.score.PairWeights;
import io.limpide.engine.score.RelatedClass;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Comes from the weight of a pair to a verdict. Some facts decide whatever the weight:
 *
 * <ul>
 *   <li>{@code judged.same}, {@code judged.different}: a person said so.
 *   <li>{@code siret.same}: one establishment, a duplicate.
 *   <li>{@code siren.different}: two companies, different.
 *   <li>{@code siret.different}: two establishments of one company.
 *   <li>{@code person.shared_only}: two persons of whom nothing personal speaks for one, only what
 *       relatives or colleagues share.
 *   <li>{@code person.other_given_name}: two given names that have nothing in common, where those
 *       of one person seldom differ, and neither an e-mail address nor a number of the person's own
 *       in common: twins, spouses, a parent and a child. Never merged unseen.
 *   <li>{@code person.other_generation}: father and son of one name, as Sr and Jr say. Never merged
 *       unseen.
 *   <li>{@code company.elsewhere}: one name at two places, without a company number, a phone or an
 *       e-mail address in common: a site, a move or a namesake. Never merged unseen.
 *   <li>{@code link.better_match}: between two sources, one of them has a clearly better
 *       counterpart.
 * </ul>
 */
final class Rules {
  /** A person said that they are one party, or that they are not. */
  static final String JUDGED_SAME = "judged.same";

  static final String JUDGED_DIFFERENT = "judged.different";

  /** The weight decides. */
  static final String WEIGHT = "weight";

  /** Nothing personal speaks for one person, so what the weight promises is not believed. */
  static final String SHARED_ONLY = "person.shared_only";

  private static final double SELDOM = -3; // bits: an eighth of what chance gives

  private final List<FieldComparison> fields;
  private final PairWeights weights;
  private final Judgements judgements;
  private final boolean persons;
  private final boolean canBePersonal;
  private final int siren;
  private final int siret;
  private final int place;
  private final int given;
  private final int generation;
  private final int civility;
  private final int[] contacts; // phone and e-mail
  private final int[] own; // what belongs to one person only
  private final double merge;
  private final double review;

  /**
   * @param linking whether pairs lie across files: then a twin has a better counterpart of its own
   */
  Rules(
      PairWeights weights,
      boolean persons,
      boolean linking,
      Judgements judgements,
      MatchSettings settings) {
    this.judgements = judgements;
    this.weights = weights;
    this.fields = weights.model().fields();
    this.persons = persons;
    this.siren = persons ? -1 : index("siren");
    this.siret = persons ? -1 : index("siret");
    this.place = index("place");
    this.generation = index("generation");
    this.civility = index("civility");
    this.given = persons && !linking ? telling("given_name") : -1;
    this.contacts =
        IntStream.of(index("phone"), index("mobile"), index("email"))
            .filter(field -> field >= 0)
            .toArray();
    this.own = IntStream.range(0, fields.size()).filter(this::isOwn).toArray();
    this.canBePersonal =
        persons
            && fields.stream()
                .anyMatch(
                    field ->
                        field.role() == FieldRole.IDENTITY || field.role() == FieldRole.PERSONAL);
    this.merge = bits(settings.merge());
    this.review = bits(settings.review());
  }

  boolean canConflict() {
    return siren >= 0 || siret >= 0 || !judgements.isEmpty();
  }

  static double bits(double probability) {
    return Math.log(probability / (1 - probability)) / Math.log(2);
  }

  /** A field whose values seldom differ in one party, as the records at hand show. */
  private int telling(String name) {
    int field = index(name);
    return field >= 0 && weights.model().weight(field, Levels.DIFFERENT) <= SELDOM ? field : -1;
  }

  private int index(String name) {
    for (int field = 0; field < fields.size(); field++) {
      if (fields.get(field).name().equals(name)) {
        return field;
      }
    }
    return -1;
  }

  private boolean isOwn(int field) {
    return fields.get(field).role() == FieldRole.PERSONAL || fields.get(field).isIssued();
  }

  private boolean sameInAny(long pattern, int[] some) {
    for (int field : some) {
      if (same(pattern, field)) {
        return true;
      }
    }
    return false;
  }

  /** A slip in a number, or in an address of e-mail, still shows whose it is. */
  private boolean alikeInAny(long pattern, int[] some) {
    for (int field : some) {
      int exact = fields.get(field).levels().exact();
      if (PatternCoder.level(pattern, field) >= exact - 1
          && PatternCoder.level(pattern, field) > Levels.DIFFERENT) {
        return true;
      }
    }
    return false;
  }

  private boolean same(long pattern, int field) {
    return field >= 0 && PatternCoder.level(pattern, field) == fields.get(field).levels().exact();
  }

  private boolean differs(long pattern, int field) {
    return field >= 0 && PatternCoder.level(pattern, field) == Levels.DIFFERENT;
  }

  /** Returns whether the two can never be one, whatever else speaks for it. */
  boolean veto(int a, int b, long pattern) {
    return judgements.has(a, b) ? judgements.different(a, b) : veto(pattern);
  }

  private boolean veto(long pattern) {
    return differs(pattern, siren) || differs(pattern, siret);
  }

  /** Returns whether so light a pair may still be more than different, or related by weight. */
  boolean decides(int a, int b, long pattern, double weight) {
    return judgements.has(a, b) || weight >= review || same(pattern, siret) || same(pattern, siren);
  }

  /** Returns whether a person is asked about pairs of that weight, or they are merged. */
  boolean asks(double weight) {
    return weight >= review;
  }

  /** Returns the rule that decides. */
  String rule(int a, int b, long pattern, double weight) {
    String judged = judgements.rule(a, b);
    if (judged != null) {
      return judged;
    }
    if (same(pattern, siret)) {
      return "siret.same";
    }
    if (differs(pattern, siren)) {
      return "siren.different";
    }
    if (same(pattern, siren) && differs(pattern, siret)) {
      return "siret.different";
    }
    if (same(pattern, siren) && differs(pattern, place)) {
      return "siren.same_elsewhere";
    }
    if (canBePersonal && weight >= review && !personal(a, b, pattern)) {
      return SHARED_ONLY;
    }
    if (weight >= review) {
      if (differs(pattern, given) && !alikeInAny(pattern, own)) {
        return "person.other_given_name";
      }
      if (differs(pattern, generation)) {
        return "person.other_generation";
      }
      if (isElsewhere(pattern)) {
        return "company.elsewhere";
      }
    }
    return WEIGHT;
  }

  private boolean isElsewhere(long pattern) {
    return !persons
        && differs(pattern, place)
        && !same(pattern, siren)
        && !sameInAny(pattern, contacts);
  }

  /**
   * Whether something personal speaks for one person, and nothing more against. What relatives and
   * colleagues share does not count; a personal e-mail address does where nothing else is known.
   */
  private boolean personal(int a, int b, long pattern) {
    double sum = 0;
    boolean known = false;
    boolean email = false;
    for (int field = 0; field < fields.size(); field++) {
      int level = PatternCoder.level(pattern, field);
      if (level == Levels.MISSING) {
        continue;
      }
      FieldRole role = fields.get(field).role();
      if (role == FieldRole.IDENTITY || level > fields.get(field).levels().exact()) {
        double says = weights.fieldWeight(field, a, b, level);
        boolean half = field == civility && says > 0; // half of mankind shares it
        sum += half ? 0 : says;
        known |= !half;
      } else if (role == FieldRole.PERSONAL) {
        email |= level == fields.get(field).levels().exact();
      }
    }
    return known ? sum > 0 : email;
  }

  Verdict verdict(String rule, int a, int b, long pattern, double weight) {
    return switch (rule) {
      case JUDGED_SAME, "siret.same" -> Verdict.DUPLICATE;
      case JUDGED_DIFFERENT, "siren.different" -> Verdict.DIFFERENT;
      case "siret.different", "siren.same_elsewhere" -> Verdict.ESTABLISHMENT;
      case SHARED_ONLY -> shared(a, b, pattern, weight);
      case "person.other_given_name", "person.other_generation", "company.elsewhere" ->
          asked(a, b, pattern);
      default -> byWeight(a, b, pattern, weight);
    };
  }

  private Verdict shared(int a, int b, long pattern, double weight) {
    Verdict related = related(a, b, pattern);
    return related != Verdict.DIFFERENT || weight < merge ? related : Verdict.UNDECIDED;
  }

  private Verdict asked(int a, int b, long pattern) {
    Verdict related = related(a, b, pattern);
    return related == Verdict.DIFFERENT ? Verdict.UNDECIDED : related;
  }

  private Verdict byWeight(int a, int b, long pattern, double weight) {
    if (weight >= merge) {
      return Verdict.DUPLICATE;
    }
    if (weight >= review) {
      return Verdict.UNDECIDED;
    }
    return related(a, b, pattern);
  }

  private Verdict related(int a, int b, long pattern) {
    Model model = weights.model();
    double[] probabilities = weights.relatedProbabilities(a, b, pattern);
    for (int c = 0; c < probabilities.length; c++) {
      if (probabilities[c] >= 0.5) {
        return model.classes().get(c) == RelatedClass.SAME_GROUP
            ? Verdict.ESTABLISHMENT
            : Verdict.HOUSEHOLD;
      }
    }
    return Verdict.DIFFERENT;
  }
}
