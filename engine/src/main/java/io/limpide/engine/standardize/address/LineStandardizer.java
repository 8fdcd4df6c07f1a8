package io.limpide.engine.standardize.address;

import io.limpide.engine.finding.Rule;
import io.limpide.engine.finding.RulePolicy;
import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.standardize.general.Spaces;
import java.util.function.UnaryOperator;

/** Brings number and way, or a whole address, into form: line by line, if it has several. */
final class LineStandardizer implements Standardizer {
  private static final int LONGEST = 1_000; // beyond, it is a text, not an address

  private final RulePolicy policy;
  private final boolean whole;

  LineStandardizer(RulePolicy policy, boolean whole) {
    this.policy = policy;
    this.whole = whole;
  }

  @Override
  public Standardized standardize(String raw) {
    if (raw.isEmpty()) {
      return Standardized.unchanged(raw);
    }
    Cleaning cleaning = new Cleaning(raw, policy);
    edit(cleaning, AddressRules.SPACES, Spaces::single);
    if (cleaning.value().isEmpty() || cleaning.value().length() > LONGEST) {
      return cleaning.done();
    }
    edit(cleaning, AddressRules.PUNCTUATION, LineText::punctuation);
    edit(cleaning, AddressRules.NUMBER, LineText::number);
    edit(cleaning, AddressRules.WAY_TYPE, LineText::wayType);
    edit(cleaning, AddressRules.TITLE, LineText::titles);
    edit(cleaning, AddressRules.CASE, TitleCase::of);
    PostalAddress address = PostalAddress.parse(cleaning.value());
    cleaning.part("number", address.number());
    cleaning.part("way", address.wayKey());
    cleaning.part("postcode", address.postcode());
    cleaning.part("city", address.city());
    cleaning.part("delivery", address.delivery());
    if (!address.delivery().isEmpty()) {
      cleaning.remark(AddressRules.BOX, address.delivery());
    }
    if (!whole
        && cleaning.value().length() > LineText.WIDTH
        && cleaning.value().lines().anyMatch(LineText::isTooLong)) {
      cleaning.remark(AddressRules.TOO_LONG, Integer.toString(cleaning.value().length()));
    }
    return cleaning.done();
  }

  private static void edit(Cleaning cleaning, Rule rule, UnaryOperator<String> edit) {
    String value = cleaning.value();
    if (value.indexOf('\n') < 0 && value.indexOf('\r') < 0) {
      cleaning.change(rule, edit.apply(value), 1);
      return;
    }
    StringBuilder lines = new StringBuilder();
    for (String line : value.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1)) {
      String edited = edit.apply(line);
      if (!edited.isEmpty()) {
        lines.append(lines.length() > 0 ? "\n" : "").append(edited);
      }
    }
    cleaning.change(rule, lines.toString(), 1);
  }
}
