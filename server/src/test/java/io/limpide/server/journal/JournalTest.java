package io.limpide.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limpide.server.Running;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class JournalTest {
  private final Running server = Running.server();
  private final JdbcClient app = server.part(JdbcClient.class);

  private long noted(String subject) {
    return server
        .part(Journal.class)
        .append(
            Journal.Deed.of("system", "party.edited", subject, Map.of("fields", 1))
                .with(Map.of("email", "jane@example.org")));
  }

  private JournalCheck.Result verify(Optional<String> kept) throws SQLException {
    try (Connection connection = server.part(DataSource.class).getConnection()) {
      return JournalCheck.verify(connection, kept);
    }
  }

  @Test
  void verifies_from_the_first_entry_to_the_head() throws Exception {
    noted("party:1");
    long last = noted("party:2");

    JournalCheck.Result result = verify(Optional.empty());

    assertThat(result.broken()).isZero();
    assertThat(result.entries()).isGreaterThanOrEqualTo(last);
  }

  @Test
  void still_verifies_when_the_values_of_a_person_are_erased() throws Exception {
    long entry = noted("party:3");
    server.owner().sql("delete from journal_value where journal_id = ?").param(entry).update();

    assertThat(verify(Optional.empty()).broken()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update journal set reason = 'x'",
        "delete from journal",
        "truncate journal cascade",
        "insert into journal_value select id, ''::bytea, '{}'::jsonb from journal limit 1",
        "update journal_head set id = 0",
        "alter table journal add column x integer",
      })
  void cannot_be_altered_by_the_server_itself(String sql) {
    noted("party:4");

    assertThatThrownBy(() -> app.sql(sql).update())
        .hasStackTraceContaining(sql.startsWith("alter") ? "must be owner" : "permission denied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update journal set reason = 'altered' where id = :id",
        "update journal set detail = '{\"fields\": 2}' where id = :id",
        "update journal set at = at + interval '1 second' where id = :id",
        "delete from journal_value where journal_id = :id; delete from journal where id = :id",
        "update journal_value set value = '{\"email\": \"x\"}' where journal_id = :id",
        "update journal_head set digest = sha256('x')",
      })
  void finds_whatever_the_owner_of_the_database_alters(String sql) throws Exception {
    long entry = noted("party:5");
    noted("party:6");
    String number = String.valueOf(entry);
    try (Connection connection = ownerConnection()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute(sql.replace(":id", number));
      }
      // looked at within the transaction, which is then undone: the base is shared
      JournalCheck.Result result = JournalCheck.verifyWithin(connection, Optional.empty());
      connection.rollback();
      assertThat(result.broken()).isPositive();
    }
    assertThat(verify(Optional.empty()).broken()).isZero();
  }

  @Test
  void knows_a_head_that_was_kept_and_misses_one_that_was_cut_off() throws Exception {
    noted("party:7");
    String kept = verify(Optional.empty()).head();
    noted("party:8");

    assertThat(verify(Optional.of(kept)).known()).isTrue();
    assertThat(verify(Optional.of("00".repeat(32))).known()).isFalse();
  }

  private Connection ownerConnection() throws SQLException {
    return server.ownerSource().getConnection();
  }
}
