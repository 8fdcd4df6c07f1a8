package io.limpide.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # given                                               | url of JDBC                                    | user  | password
          postgresql://limpide:secret@db.example:5433/customers | jdbc:postgresql://db.example:5433/customers    | limpide | secret
          postgres://limpide:secret@db.example/customers        | jdbc:postgresql://db.example/customers         | limpide | secret
          jdbc:postgresql://limpide@db.example/customers        | jdbc:postgresql://db.example/customers         | limpide | ''
          postgresql://db.example/customers                     | jdbc:postgresql://db.example/customers         | ''    | ''
          postgresql://a:b@limpide_db:5432/customers            | jdbc:postgresql://limpide_db:5432/customers    | a     | b
          postgresql://a:b@[::1]:5432/customers                 | jdbc:postgresql://[::1]:5432/customers         | a     | b
          postgresql://a:p%40ss%2Fw%3Ard@db/c                   | jdbc:postgresql://db/c                         | a     | p@ss/w:rd
          postgresql://a:one+one@db/c                           | jdbc:postgresql://db/c                         | a     | one+one
          postgresql://a:b:c@db/c                               | jdbc:postgresql://db/c                         | a     | b:c
          postgresql://a:b@c@db/c                               | jdbc:postgresql://db/c                         | a     | b@c
          postgresql://a:b@db/c?sslmode=verify-full             | jdbc:postgresql://db/c?sslmode=verify-full     | a     | b
          postgresql://db/c?user=a&password=b&sslmode=require   | jdbc:postgresql://db/c?sslmode=require         | a     | b
          jdbc:postgresql://db/c?user=a&password=b              | jdbc:postgresql://db/c                         | a     | b
          """)
  void reads_an_address(String given, String url, String user, String password) {
    DatabaseAddress address = DatabaseAddress.parse(given);

    assertThat(address.url()).isEqualTo(url);
    assertThat(address.user()).isEqualTo(user);
    assertThat(address.password()).isEqualTo(password);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "mysql://a:hidden@db/c",
        "postgresql://a:hidden@db",
        "postgresql://a:hidden@db/",
        "postgresql://a:hidden@/c",
        "postgresql://a:hidden@db:port/c",
        "postgresql://a:hid/den@db/c",
        "postgresql://a:100%hidden@db/c",
        "hidden"
      })
  void refuses_what_is_none_without_repeating_it(String given) {
    assertThatThrownBy(() -> DatabaseAddress.parse(given))
        .isInstanceOf(DatabaseException.class)
        .hasMessage("database.address []");
  }

  @Test
  void tells_where_it_is_without_password_and_options() {
    DatabaseAddress address =
        DatabaseAddress.parse("postgresql://a:hidden@db:5433/c?sslpassword=hidden");

    assertThat(address.toString()).isEqualTo("postgresql://db:5433/c as a");
    assertThat(address.place()).isEqualTo("postgresql://db:5433/c");
  }
}
