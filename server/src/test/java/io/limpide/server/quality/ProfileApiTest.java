package io.limpide.server.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Program;
import io.limpide.server.account.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // a test that is wrong about an answer fails
class ProfileApiTest {
  private final Program program = Program.of(Role.READER, "read");

  @Test
  void tells_of_every_field_how_it_is_used() {
    Program.of(Role.STEWARD, "read", "write")
        .post(
            "/api/v1/parties",
            Map.of("values", Map.of("family_name", "Profil", "email", "profil@exemple.fr")));

    Program.Answer profile = program.get("/api/v1/profile", "Accept-Language", "en");

    assertThat(profile.status()).as(profile.raw().body()).isEqualTo(200);
    Map<String, Object> email =
        profile.items().stream()
            .filter(field -> "email".equals(field.get("field")))
            .findFirst()
            .orElseThrow();
    assertThat(email)
        .containsEntry("label", "E-mail")
        .containsEntry("type", "email")
        .containsKeys("parties", "percent", "wrong", "doubtful", "verdict", "sampled");
    int filled = (int) email.get("filled");
    assertThat(filled).isPositive();
    assertThat((int) email.get("empty")).isEqualTo((int) email.get("parties") - filled);
    assertThat(program.get("/api/v1/profile/stages").status()).isEqualTo(200);
    assertThat(program.get("/api/v1/score").status()).isEqualTo(200);
  }
}
