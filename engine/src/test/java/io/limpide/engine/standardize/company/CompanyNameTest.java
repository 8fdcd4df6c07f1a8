package io.limpide.engine.standardize.company;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompanyNameTest {
  private static CompanyName parse(String name) {
    return CompanyName.parse(name);
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
}
