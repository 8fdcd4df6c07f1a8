package io.limpide.engine.standardize.general;

import io.limpide.engine.finding.RulePolicy;
import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.table.Column;

/** Understands numbers and amounts; leaves them as they are written. */
final class NumberStandardizer implements Standardizer {
  private final char decimal;
  private final RulePolicy policy;

  NumberStandardizer(Column column, RulePolicy policy) {
    this.decimal = decimal(column);
    this.policy = policy;
  }

  /** The decimal sign that the values of the column prove, 0 when none does or they disagree. */
  private static char decimal(Column column) {
    int[] counts = column.counts();
    long commas = 0;
    long points = 0;
    for (int code = 1; code < counts.length; code++) {
      if (column.dictionary().length(code) <= 60) {
        char proven = NumberText.of(column.dictionary().value(code), (char) 0).decimal();
        commas += proven == ',' ? counts[code] : 0;
        points += proven == '.' ? counts[code] : 0;
      }
    }
    return (commas > 0 && points > 0) || commas + points == 0 ? 0 : commas > 0 ? ',' : '.';
  }

  @Override
  public Standardized standardize(String raw) {
    if (raw.isEmpty()) {
      return Standardized.unchanged(raw);
    }
    Cleaning cleaning = new Cleaning(raw, policy);
    cleaning.change(GeneralRules.SPACES, Spaces.stripped(raw), 1);
    NumberText text = NumberText.of(cleaning.value(), decimal);
    if (text.number().isPresent()) {
      cleaning.part("number", text.plain());
      cleaning.part("currency", text.currency());
    } else if (text.ambiguous()) {
      cleaning.remark(GeneralRules.AMBIGUOUS_NUMBER, cleaning.value());
    } else if (!cleaning.value().isEmpty()) {
      cleaning.remark(GeneralRules.NOT_A_NUMBER, GeneralRules.shown(cleaning.value()));
    }
    return cleaning.done();
  }
}
