package io.limpide.engine.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import org.junit.jupiter.api.Test;

class AskedRulesTest {
  private static final List<Atom> PERSONS =
      List.of(atom("email", 0, 2), atom("phone", 1, 2), atom("name.sound", 2, 1));
  private static final List<Atom> COMPANIES = List.of(atom("siren", 0, 1), atom("phone", 1, 2));

  @Test
  void are_named_by_their_atoms_and_kept_in_order() {
    List<BlockingRule> rules =
        AskedRules.of(List.of("name.sound + email", "phone", "siren"), PERSONS);

    assertThat(rules).extracting(BlockingRule::name).containsExactly("name.sound+email", "phone");
    assertThat(rules.get(0).atoms()).containsExactly(2, 0);
    assertThat(rules.get(0).fields()).isEqualTo(0b101);
  }

  @Test
  void may_be_for_one_kind_of_records_only() {
    assertThatCode(
            () -> AskedRules.check(List.of("siren", "email", "phone"), List.of(PERSONS, COMPANIES)))
        .doesNotThrowAnyException();
  }

  @Test
  void are_refused_with_what_is_unknown_and_what_is_possible() {
    assertThatThrownBy(
            () ->
                AskedRules.check(
                    List.of("phone", "name.sond+email", "email+phone"),
                    List.of(PERSONS, COMPANIES)))
        .asInstanceOf(type(AskedRulesException.class))
        .satisfies(
            e -> {
              assertThat(e.refused())
                  .containsExactly(
                      new AskedRulesException.Refused(1, "name.sond+email", List.of("name.sond")),
                      // a record has several of both: which belong together?
                      new AskedRulesException.Refused(2, "email+phone", List.of("phone")));
              assertThat(e.possible()).containsExactly("email", "phone", "name.sound", "siren");
            });
  }

  @Test
  void are_not_judged_where_there_are_no_records() {
    assertThatCode(() -> AskedRules.check(List.of("anything"), List.of()))
        .doesNotThrowAnyException();
  }

  private static Atom atom(String name, int field, int values) {
    return new Atom(name, field, java.util.Collections.nCopies(values, new int[3]), 0, false);
  }
}
