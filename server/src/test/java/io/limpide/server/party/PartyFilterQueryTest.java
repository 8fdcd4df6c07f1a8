package io.limpide.server.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;

class PartyFilterQueryTest {
  @Test
  void reads_the_query_of_a_list() {
    assertThat(PartyFilter.ofQuery("?source=7&q=a%20b").parameters())
        .containsEntry("source", "7")
        .containsEntry("q", "a b");
    assertThat(PartyFilter.ofQuery("").isEmpty()).isTrue();
  }

  @Test
  void what_is_no_query_does_not_come_to_mean_everything() {
    assertThatThrownBy(() -> PartyFilter.ofQuery("source=7"))
        .isInstanceOf(ResponseStatusException.class);
  }
}
