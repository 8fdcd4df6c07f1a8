package io.limpide.engine.standardize.general;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.RulePolicy;
import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Tidies the white space of texts, and the list that tags are. */
final class TextStandardizer implements Standardizer {
  private final FieldType type;
  private final RulePolicy policy;

  TextStandardizer(FieldType type, RulePolicy policy) {
    this.type = type;
    this.policy = policy;
  }

  @Override
  public Standardized standardize(String raw) {
    if (raw.isEmpty()) {
      return Standardized.unchanged(raw);
    }
    Cleaning cleaning = new Cleaning(raw, policy);
    String tidy = type == FieldType.FREE_TEXT ? Spaces.lines(raw) : Spaces.single(raw);
    cleaning.change(GeneralRules.SPACES, tidy, 1);
    if (type == FieldType.TAGS) {
      cleaning.change(GeneralRules.TAGS, tags(cleaning.value()), 1);
    }
    return cleaning.done();
  }

  /** Each tag once, as first written; separated as the list separates its first two. */
  private static String tags(String list) {
    char sign = list.indexOf(';') >= 0 ? ';' : list.indexOf('|') >= 0 ? '|' : ',';
    if (list.indexOf(sign) < 0) {
      return list;
    }
    Map<String, String> tags = new LinkedHashMap<>();
    int from = 0;
    while (from <= list.length()) {
      int to = list.indexOf(sign, from);
      to = to < 0 ? list.length() : to;
      String tag = list.substring(from, to).strip();
      if (!tag.isEmpty()) {
        tags.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag);
      }
      from = to + 1;
    }
    int first = list.indexOf(sign);
    boolean spaced = first + 1 < list.length() && list.charAt(first + 1) == ' ';
    return String.join(spaced ? sign + " " : String.valueOf(sign), tags.values());
  }
}
