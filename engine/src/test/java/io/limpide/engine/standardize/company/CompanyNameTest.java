package io.limpide.engine.standardize.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Spec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CompanyNameTest {
  private static CompanyName parse(String name) {
    return CompanyName.parse(name);
  }

  static Stream<Arguments> same() {
    return Spec.cases("company/same-names.csv", 3);
  }

  static Stream<Arguments> different() {
    return Spec.cases("company/different-names.csv", 3);
  }

  @Test
  void keeps_a_capitalised_sas_that_begins_a_proper_name_and_marks_the_doubt() {
    CompanyName name = parse("Sas Institute");
    assertThat(name.legalForm()).isEmpty();
    assertThat(name.coreKey()).isEqualTo("SAS INSTITUTE");
    assertThat(name.otherKey()).isEqualTo("INSTITUTE");
  }

  @Test
  void knows_an_elided_article_and_the_same_name_in_one_word_as_one() {
    assertThat(parse("L'Oréal").compactKey()).isEqualTo("LOREAL");
    assertThat(parse("LOREAL").compactKey()).isEqualTo("LOREAL");
    assertThat(parse("L'Oréal").coreKey()).isEqualTo("OREAL");
  }

  @Test
  void keeps_the_article_where_an_everyday_word_would_remain_alone() {
    assertThat(parse("La Poste").coreKey()).isEqualTo("LA POSTE");
    assertThat(parse("LA POSTE SA").coreKey()).isEqualTo("LA POSTE");
  }

  @Test
  void splits_off_the_site_before_it_looks_for_the_legal_form() {
    CompanyName name = parse("Crédit Agricole SA (siège)");
    assertThat(name.siteLabel()).isEqualTo("siège");
    assertThat(name.legalForm()).isEqualTo("SA");
    assertThat(name.display()).isEqualTo("Crédit Agricole SA");
    assertThat(name.coreKey()).isEqualTo("CREDIT AGRICOLE");
  }

  @Test
  void resolves_abbreviations_before_generic_words_go() {
    assertThat(parse("Cie Gle").coreKey()).isEqualTo("COMPAGNIE GENERALE");
    assertThat(parse("Cie Gle des Eaux").coreKey())
        .isEqualTo(parse("Compagnie Générale des Eaux").coreKey())
        .isEqualTo("GENERALE EAUX");
  }

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @MethodSource("same")
  void gives_one_name_a_key_in_common(String a, String b, String source) {
    assertThat(keys(a)).containsAnyElementsOf(keys(b));
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @MethodSource("different")
  void gives_two_names_no_key_in_common(String a, String b, String source) {
    assertThat(keys(a)).doesNotContainAnyElementsOf(keys(b));
  }

  @Test
  void keeps_generic_words_as_tokens_and_says_which_the_key_leaves_out() {
    CompanyName name = parse("Société Nouvelle des Ets Martin et Cie SARL");
    assertThat(name.words())
        .containsExactly("SOCIETE", "NOUVELLE", "ETABLISSEMENTS", "MARTIN", "CIE");
    assertThat(name.qualifiers()).isEqualTo("SOCIETE ETABLISSEMENTS");
    assertThat(name.coreKey()).isEqualTo("NOUVELLE MARTIN CIE");
  }

  @Test
  void gives_the_initials_by_which_people_may_call_it() {
    assertThat(parse("Union Fédérale des Consommateurs").sigle()).isEqualTo("UFC");
    assertThat(parse("Société Nouvelle Durand").sigle()).isEqualTo("SND ND");
    assertThat(parse("S.N.C.F.").sigle()).isEqualTo("SNCF");
    assertThat(parse("Decathlon").sigle()).isEmpty();
  }

  @Test
  void writes_keys_in_capitals_and_digits_with_single_spaces() {
    for (Arguments arguments : Spec.cases("company/names.csv", 6).toList()) {
      CompanyName name = parse((String) arguments.get()[0]);
      assertThat(NameText.fold(name.compactKey())).isEqualTo(name.compactKey());
      assertThat(name.coreKey()).doesNotContain("  ").isEqualTo(name.coreKey().strip());
    }
  }

  private static Set<String> keys(String text) {
    CompanyName name = parse(text);
    Set<String> keys =
        new LinkedHashSet<>(
            List.of(name.coreKey().replace(" ", ""), name.otherKey().replace(" ", "")));
    keys.add(name.compactKey());
    keys.remove("");
    return keys;
  }
}
