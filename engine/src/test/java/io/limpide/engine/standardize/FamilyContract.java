package io.limpide.engine.standardize;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Change;
import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.message.Messages;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link Family} keeps to. A family's own test extends it. */
public abstract class FamilyContract {
  private static final List<String> NASTY =
      List.of(
          "",
          " ",
          "\t\n",
          "\u00a0",
          "\u200b",
          "\0",
          "?",
          "-",
          ".",
          "@",
          "'",
          "\"",
          "<script>",
          "=1+1",
          "é",
          "e\u0301",
          "ß",
          "İstanbul",
          "ŁÓDŹ",
          "Ελένη",
          "Иван",
          "太郎",
          "مريم",
          "😀",
          "\ud800",
          "\uffff",
          "null",
          "NaN",
          "1E+400",
          "-0",
          "0",
          "00000000000000000000",
          "99999999999999999999999999",
          "%s",
          "{0}",
          "\\",
          "C:\\x",
          "../../etc/passwd",
          "Ã©",
          "a@b@c",
          "1/1/1",
          "31/02/2020",
          "0033",
          "+",
          "FR",
          "(((((",
          ")))))",
          "[[[",
          "''''''",
          "-----------",
          "DE LA DU DES",
          "a,b;c|d/e ou f et g");

  /** The family under test. */
  protected abstract Family family();

  /** Values that belong to the family, clean and dirty: material for the contract. */
  protected abstract List<String> typicalValues();

  @Test
  void has_words_for_every_rule_and_reason_in_both_languages() {
    for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      Messages messages = Messages.of(locale, family().getClass());
      for (Rule rule : family().rules()) {
        assertThat(messages.has("rule." + rule.code())).as(locale + " " + rule.code()).isTrue();
      }
      for (Reason reason : family().reasons()) {
        assertThat(messages.has("reason." + reason.code()))
            .as(locale + " " + reason.code())
            .isTrue();
      }
    }
  }

  @Test
  void standardizes_anything_without_throwing_and_twice_as_once() {
    check(NASTY);
    check(typicalValues());
    check(List.of("x".repeat(100_000), "1".repeat(100_000), "a b ".repeat(30_000)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void survives_damage_to_typical_values(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> damaged = new ArrayList<>();
    for (String value : typicalValues()) {
      StringBuilder text = new StringBuilder(value);
      for (int edits = random.nextInt(1, 4); edits > 0; edits--) {
        int at = random.nextInt(text.length() + 1);
        String piece = NASTY.get(random.nextInt(NASTY.size()));
        if (random.nextBoolean() && at < text.length()) {
          text.deleteCharAt(at);
        } else {
          text.insert(at, piece);
        }
      }
      damaged.add(text.toString());
    }
    check(damaged);
  }

  private void check(List<String> values) {
    TableBuilder builder = new TableBuilder("contract", List.of("value"));
    for (int i = 0; i < values.size(); i++) {
      builder.cell(0, values.get(i));
      builder.endRow(i + 2);
    }
    Table table = builder.build();
    for (FieldType type : FieldType.values()) {
      family()
          .standardizer(type, table.columns().get(0), Settings.DEFAULT)
          .ifPresent(standardizer -> values.forEach(value -> check(type, standardizer, value)));
    }
    for (RecordRule rule : family().recordRules(Settings.DEFAULT)) {
      for (int i = 0; i < values.size(); i++) {
        Map<FieldType, List<String>> fields = new EnumMap<>(FieldType.class);
        int at = i;
        for (FieldType type : rule.fields().stream().sorted().toList()) {
          String first = values.get(at++ % values.size());
          String second = values.get(at * 7 % values.size());
          fields.put(type, List.of(first, second));
        }
        check(rule, fields);
      }
    }
  }

  private void check(FieldType type, Standardizer standardizer, String value) {
    Standardized once = standardizer.standardize(value);
    known(once.changes(), once);
    Standardized twice = standardizer.standardize(once.value());
    assertThat(twice.value()).as("%s twice from <%s>", type, value).isEqualTo(once.value());
    if (value.isEmpty()) {
      assertThat(once).isEqualTo(Standardized.unchanged(""));
    }
  }

  private void check(RecordRule rule, Map<FieldType, List<String>> fields) {
    FakeRecord record = new FakeRecord(fields);
    rule.apply(record);
    known(record.changes(), null);
    record.remarks().forEach(remark -> assertThat(family().reasons()).contains(remark.reason()));
    Map<FieldType, List<String>> once = record.copy();
    rule.apply(record);
    assertThat(record.copy()).as("%s twice", rule).isEqualTo(once);
  }

  private void known(
      List<Change> changes, @org.jspecify.annotations.Nullable Standardized outcome) {
    List<String> rules = family().rules().stream().map(Rule::code).toList();
    for (Change change : changes) {
      assertThat(rules).contains(change.rule());
      assertThat(change.level()).isNotEqualTo(Level.OFF);
    }
    if (outcome != null) {
      outcome.remarks().forEach(r -> assertThat(family().reasons()).contains(r.reason()));
    }
  }
}
