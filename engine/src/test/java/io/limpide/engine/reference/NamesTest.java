package io.limpide.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limpide.engine.Shared;
import io.limpide.engine.Spec;
import io.limpide.engine.text.Fold;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NamesTest {
  static Stream<Arguments> likeness() {
    return Spec.cases("person/given-name-likeness.csv", 4);
  }

  @ParameterizedTest(name = "{0} and {1}: {3}")
  @MethodSource("likeness")
  void knows_other_forms_of_given_names(String a, String b, double likeness, String source) {
    assertThat(Nicknames.likeness(Fold.key(a), Fold.key(b))).isCloseTo(likeness, within(1e-12));
    assertThat(Nicknames.likeness(Fold.key(b), Fold.key(a))).isCloseTo(likeness, within(1e-12));
  }

  @Test
  void knows_the_usual_spelling_and_never_guesses_between_two() {
    assertThat(FirstNames.spelling("jerome")).contains("Jérôme");
    assertThat(FirstNames.spelling("jeanpierre")).contains("Jean-Pierre");
    assertThat(FirstNames.spelling("andrea")).isEmpty();
    assertThat(Surnames.spellings("leroux")).containsExactly("Le Roux", "Leroux");
    assertThat(FirstNames.commonness("sophie")).isEqualTo(Commonness.COMMON);
    assertThat(FirstNames.commonness("zzz")).isEqualTo(Commonness.UNKNOWN);
    assertThat(FirstNames.sex("camille")).isEqualTo(Sex.BOTH);
    assertThat(FirstNames.sex("jean")).isEqualTo(Sex.MALE);
    for (String noise : List.of("ab", "le", "de", "l", "monsieur", "inconnu")) {
      assertThat(FirstNames.isKnown(noise)).as(noise).isFalse();
    }
  }

  @Test
  void knows_the_given_names_of_nearly_everybody_born_in_france() throws IOException {
    Map<String, long[]> births = births();
    long all = 0;
    long listed = 0;
    long known = 0;
    for (Map.Entry<String, long[]> name : births.entrySet()) {
      long born = name.getValue()[0] + name.getValue()[1];
      Commonness commonness = FirstNames.commonness(name.getKey());
      all += born;
      listed += commonness.atLeast(Commonness.USUAL) ? born : 0;
      known += commonness.atLeast(Commonness.KNOWN) ? born : 0;
    }
    assertThat(listed / (double) all).isGreaterThan(0.94);
    assertThat(known / (double) all).isGreaterThan(0.98);
  }

  @Test
  void ascribes_a_sex_to_no_name_that_the_other_sex_bears_as_well() throws IOException {
    List<String> wrong = new ArrayList<>();
    births()
        .forEach(
            (key, born) -> {
              long all = born[0] + born[1];
              Sex sex = FirstNames.sex(key);
              long own = sex == Sex.MALE ? born[0] : sex == Sex.FEMALE ? born[1] : all;
              if (all >= 1000 && own < 0.98 * all) {
                wrong.add(key);
              }
            });
    assertThat(wrong).isEmpty();
  }

  @Test
  void lists_family_names_that_exist() throws IOException {
    Set<String> insee = new HashSet<>();
    for (String line : Files.readAllLines(Shared.path("data/noms_insee_2008.txt"))) {
      insee.add(Fold.key(line));
    }
    List<String> lines = NameTable.lines("surnames.csv");
    long found = lines.stream().filter(l -> insee.contains(Fold.key(l.split(";", -1)[0]))).count();
    assertThat(lines.size()).isGreaterThan(1800);
    assertThat(found / (double) lines.size()).isGreaterThan(0.99);
  }

  /** INSEE, fichier des prénoms: births by folded name, boys and girls. */
  private static Map<String, long[]> births() throws IOException {
    Map<String, long[]> births = new HashMap<>();
    List<String> lines = Files.readAllLines(Shared.path("data/prenoms_insee_agreges.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(";", -1);
      long[] born = births.computeIfAbsent(Fold.key(cells[0]), key -> new long[2]);
      born[0] += Long.parseLong(cells[1]);
      born[1] += Long.parseLong(cells[2]);
    }
    return births;
  }
}
