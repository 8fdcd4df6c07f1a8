package io.limpide.engine.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.finding.Severity;
import io.limpide.engine.merge.Strategy;
import io.limpide.engine.merge.Survivorship;
import io.limpide.engine.message.Messages;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.validate.Check;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecipeReaderTest {
  private static final Rule TYPO = new Rule("email.domain.typo", Level.SAFE);
  private static final Set<String> RULES = Set.of(TYPO.code());

  @Test
  void reads_nothing_as_all_defaults() {
    assertThat(RecipeReader.read("", RULES)).isEqualTo(Recipe.EMPTY);
    assertThat(RecipeReader.read("# only a comment\n", RULES)).isEqualTo(Recipe.EMPTY);
  }

  @Test
  void reads_every_part() {
    Recipe recipe =
        RecipeReader.read(
            """
            version: 1
            country: BE
            surnames: upper
            fields:
              "Mail pro": email
              Nom: family_name
            sources:
              erp.csv:
                Nom: company_name
            rules:
              email.domain.typo: suggested
            checks:
              - required: Nom
                severity: warning
              - any_of: [Mail pro, Tel]
              - one_of: {column: Type, is: [Client, Prospect]}
                when: {column: Pays, is: France}
            match:
              merge_at: 0.99
              review_at: 0.4
              ignore: [Commentaire]
              blocking: [email, family_name.sound + place.city]
            survivorship:
              trust: [erp.csv]
              email: [most_recent]
              columns:
                Notes: [union]
            retention:
              as_of: 2026-12-31
              inactive_months: 12
              retention_years: 2
              contact_columns: [Dernier achat]
            """,
            RULES);

    assertThat(recipe.country()).isEqualTo("BE");
    assertThat(recipe.surnames()).isEqualTo(Settings.SurnameStyle.UPPER);
    assertThat(recipe.type("crm.csv", "Nom")).contains(FieldType.FAMILY_NAME);
    assertThat(recipe.type("erp.csv", "Nom")).contains(FieldType.COMPANY_NAME);
    assertThat(recipe.type("erp.csv", "Prénom")).isEmpty();
    assertThat(recipe.policy().level(TYPO)).isEqualTo(Level.SUGGESTED);
    assertThat(recipe.checks())
        .containsExactly(
            new Check(
                Check.Kind.REQUIRED, List.of("Nom"), List.of(), Optional.empty(), Severity.WARNING),
            new Check(
                Check.Kind.ANY_OF,
                List.of("Mail pro", "Tel"),
                List.of(),
                Optional.empty(),
                Severity.ERROR),
            new Check(
                Check.Kind.ONE_OF,
                List.of("Type"),
                List.of("Client", "Prospect"),
                Optional.of(new Check.Condition("Pays", List.of("France"))),
                Severity.ERROR));
    assertThat(recipe.matching())
        .isEqualTo(
            new Recipe.Matching(
                true,
                Optional.of(0.99),
                Optional.of(0.4),
                List.of("Commentaire"),
                List.of("email", "family_name.sound + place.city")));
    assertThat(recipe.survivorship())
        .isEqualTo(
            new Survivorship(
                Map.of(FieldType.EMAIL, List.of(Strategy.MOST_RECENT)),
                Map.of("Notes", List.of(Strategy.UNION)),
                List.of("erp.csv")));
    assertThat(recipe.retention())
        .isEqualTo(
            new Recipe.Retention(
                Optional.of(LocalDate.of(2026, 12, 31)), 12, 2, List.of("Dernier achat")));
  }

  @Test
  void names_every_mistake_with_its_line_and_the_way_out() {
    String text =
        """
        country: France
        fields:
          Mail: emial
        rules:
          email.domain.tipo: safe
        match:
          merge_at: 0.4
          review_at: 0.6
        retention:
          inactive_months: soon
        """;

    assertThatThrownBy(() -> RecipeReader.read(text, RULES))
        .asInstanceOf(type(RecipeException.class))
        .extracting(e -> e.describe("recipe.yaml", Messages.of(Locale.ENGLISH, Recipe.class)))
        .asString()
        .startsWith(
            """
            recipe.yaml has 5 problem(s):
              line 1, country: 'France' is no ISO 3166 country code of two capital letters, such as FR
              line 3, fields.Mail: 'emial' is not possible here (possible: record_id, civility""")
        .contains("; did you mean 'email'?\n")
        .endsWith(
            """
              line 5, rules.email.domain.tipo: there is no correction rule 'email.domain.tipo'; did you mean 'email.domain.typo'?
              line 8, match.review_at: must not be greater than match.merge_at (0.4), but is 0.6
              line 10, retention.inactive_months: must be a whole number from 1 to 600, but is 'soon'
            """
                .stripTrailing());
  }

  @Test
  void refuses_more_blocking_rules_than_there_may_be() {
    String rules = String.join(", ", java.util.Collections.nCopies(32, "email"));

    assertThatThrownBy(() -> RecipeReader.read("match:\n  blocking: [" + rules + "]", RULES))
        .asInstanceOf(type(RecipeException.class))
        .extracting(e -> e.describe("recipe.yaml", Messages.of(Locale.ENGLISH, Recipe.class)))
        .asString()
        .endsWith("line 2, match.blocking: holds more than 31 rules: 32");
  }

  @Test
  void says_what_is_no_yaml_and_where() {
    assertThatThrownBy(() -> RecipeReader.read("fields:\n  a: [email\n", RULES))
        .asInstanceOf(type(RecipeException.class))
        .extracting(e -> e.problems().get(0).code())
        .isEqualTo("yaml");
  }

  @Test
  void refuses_a_name_that_is_there_twice() {
    assertThatThrownBy(() -> RecipeReader.read("fields:\n  a: email\n  a: phone\n", RULES))
        .asInstanceOf(type(RecipeException.class))
        .extracting(e -> e.problems().get(0).code() + " " + e.problems().get(0).line())
        .isEqualTo("twice 3");
  }

  @Test
  void reads_back_what_the_writer_wrote_whatever_the_columns_are_called() {
    List<String> nasty =
        List.of(
            "E-mail",
            "a: b",
            "#",
            "\"quoted\"",
            "back\\slash",
            "tab\there",
            "null",
            "- x",
            "{a}",
            "\u2028",
            "é",
            "true",
            "1",
            " ");
    Recipe recipe =
        new Recipe(
            "FR",
            Settings.SurnameStyle.UPPER,
            Map.of(),
            Map.of(),
            Map.of(TYPO.code(), Level.OFF),
            List.of(
                new Check(
                    Check.Kind.MATCHES,
                    List.of("a: b"),
                    List.of("[A-Z]{2}\\d"),
                    Optional.empty(),
                    Severity.WARNING)),
            new Recipe.Matching(
                true, Optional.of(0.001), Optional.empty(), List.of("#"), List.of("email", "a+b")),
            new Survivorship(Map.of(), Map.of("\"quoted\"", List.of(Strategy.UNION)), nasty),
            new Recipe.Retention(
                Optional.of(LocalDate.of(2026, 1, 31)), 7, 4, List.of("tab\there")),
            new Recipe.Parties(
                Map.of(PartyKind.COMPANY, Map.of("a: b", FieldType.NUMBER, "#", FieldType.DATE)),
                Map.of("- prospect", nasty)));
    List<Field> fields = nasty.stream().map(name -> new Field(name, FieldType.EMAIL, 0.5)).toList();
    String text =
        RecipeWriter.write(
            recipe,
            List.of(new RecipeWriter.SourceFields("crm.csv", fields, Map.of())),
            List.of(TYPO),
            Messages.of(Locale.FRENCH, Recipe.class));

    Recipe read = RecipeReader.read(text, RULES);

    assertThat(read.parties()).isEqualTo(recipe.parties());
    assertThat(read.fields().keySet()).containsExactlyElementsOf(nasty);
    assertThat(read.fields().values()).containsOnly(FieldType.EMAIL);
    assertThat(read.rules()).isEqualTo(recipe.rules());
    assertThat(read.checks()).isEqualTo(recipe.checks());
    assertThat(read.matching()).isEqualTo(recipe.matching());
    assertThat(read.survivorship()).isEqualTo(recipe.survivorship());
    assertThat(read.retention()).isEqualTo(recipe.retention());
  }

  @Test
  void names_an_unknown_kind_of_party_and_the_one_that_was_meant() {
    assertThatThrownBy(
            () ->
                RecipeReader.read(
                    """
                    custom:
                      persone: {Loisir: category}
                    """,
                    RULES))
        .asInstanceOf(type(RecipeException.class))
        .extracting(e -> e.problems().get(0).code() + " " + e.problems().get(0).hint())
        .isEqualTo("unknown person");
  }
}
