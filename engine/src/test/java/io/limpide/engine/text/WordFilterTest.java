package io.limpide.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordFilterTest {
  private static final List<String> FEW = List.of("monsieur", "madame", "docteur");

  @Test
  void never_misses_a_word_of_the_few() {
    WordFilter filter = new WordFilter(FEW);
    assertThat(FEW).allMatch(word -> filter.mayHold(hash(word)));
  }

  @Test
  void passes_over_nearly_all_others() {
    WordFilter filter = new WordFilter(FEW);
    int held = 0;
    for (int i = 0; i < 1000; i++) {
      held += filter.mayHold(hash("dupont" + i)) ? 1 : 0;
    }
    assertThat(held).isLessThan(20); // expected: 1000 * 3 / 65536
  }

  @Test
  void holds_the_words_of_several() {
    WordFilter both = new WordFilter(new WordFilter(FEW), new WordFilter(List.of("dit")));
    assertThat(both.mayHold(hash("madame"))).isTrue();
    assertThat(both.mayHold(hash("dit"))).isTrue();
  }

  private static int hash(String word) {
    int hash = 0;
    for (int i = 0; i < word.length(); i++) {
      hash = WordFilter.hash(hash, word.charAt(i));
    }
    return hash;
  }
}
