package io.limpide.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.database.DatabaseException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SealerTest {
  private static final byte[] PLAIN = "plain".getBytes(StandardCharsets.US_ASCII);

  private static Environment environment(Map<String, Object> settings) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    return environment;
  }

  @Test
  void opens_what_was_sealed_for_the_same_purpose_under_the_same_secret_and_nothing_else() {
    Sealer sealer = new Sealer("one secret");
    byte[] sealed = sealer.seal(PLAIN, "totp:1");

    assertThat(sealer.open(sealed, "totp:1")).hasValue(PLAIN);
    assertThat(sealer.open(sealed, "totp:2")).isEmpty();
    assertThat(new Sealer("another").open(sealed, "totp:1")).isEmpty();
    assertThat(sealer.open(new byte[3], "totp:1")).isEmpty();
    for (int i = 0; i < sealed.length; i++) {
      byte[] altered = sealed.clone();
      altered[i] ^= 1;
      assertThat(sealer.open(altered, "totp:1")).isEmpty();
    }
    assertThat(sealer.seal(PLAIN, "totp:1")).isNotEqualTo(sealed);
  }

  @Test
  void keeps_its_secret_in_the_data_folder_for_its_owner_alone(@TempDir Path data)
      throws Exception {
    Environment environment = environment(Map.of(SecretKeeper.DATA, data.toString()));
    byte[] sealed = new SecretKeeper(environment).seal(PLAIN, "x");

    assertThat(new SecretKeeper(environment).open(sealed, "x")).hasValue(PLAIN);
    assertThat(Files.getPosixFilePermissions(data.resolve("secret.key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (var files = Files.list(data)) {
      assertThat(files).containsExactly(data.resolve("secret.key"));
    }
  }

  @Test
  void takes_the_secret_that_the_environment_names_and_so_two_servers_share_one(
      @TempDir Path one, @TempDir Path two) {
    String secret = "0123456789abcdef0123456789abcdef";
    byte[] sealed =
        new SecretKeeper(
                environment(
                    Map.of(SecretKeeper.VARIABLE, secret, SecretKeeper.DATA, one.toString())))
            .seal(PLAIN, "x");

    assertThat(
            new SecretKeeper(
                    environment(
                        Map.of(SecretKeeper.VARIABLE, secret, SecretKeeper.DATA, two.toString())))
                .open(sealed, "x"))
        .hasValue(PLAIN);
    assertThat(one.resolve("secret.key")).doesNotExist();
  }

  @Test
  void refuses_a_secret_that_could_be_guessed_or_was_cut_short(@TempDir Path data)
      throws Exception {
    Assertions.assertThatExceptionOfType(DatabaseException.class)
        .isThrownBy(() -> new SecretKeeper(environment(Map.of(SecretKeeper.VARIABLE, "short"))));

    Files.writeString(data.resolve("secret.key"), "");
    SecretKeeper keeper = new SecretKeeper(environment(Map.of(SecretKeeper.DATA, data.toString())));
    Assertions.assertThatExceptionOfType(DatabaseException.class)
        .isThrownBy(() -> keeper.seal(PLAIN, "x"));
  }
}
