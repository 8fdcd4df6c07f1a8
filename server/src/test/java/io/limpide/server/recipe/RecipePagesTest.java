package io.limpide.server.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.Somebody;
import io.limpide.server.Visitor;
import io.limpide.server.account.Caller;
import io.limpide.server.account.Role;
import io.limpide.server.party.Edits;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecipePagesTest {
  private final Running server = Running.server();
  private final Caller by = Somebody.in(Role.STEWARD);
  private final Visitor visitor = server.signedIn(by.id());

  /** The base is shared: other tests follow the recipe that every base begins with. */
  @AfterEach
  void nothingHolds() {
    server.owner().sql("update recipe set activated_at = null").update();
  }

  @Test
  void names_every_mistake_with_its_line_and_loses_nothing_of_what_was_typed() {
    HttpResponse<String> answer =
        visitor.post(
            "/recipe",
            Map.of(
                "text",
                    "version: 1\nrules:\n  email.domain.tpyo: safe\nchecks:\n  - required: emial",
                "act", "keep"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("email.domain.typo", "line 3", "email.domain.tpyo: safe")
        .doesNotContain("??");
  }

  @Test
  void says_what_would_change_before_it_does() {
    server
        .part(Edits.class)
        .create(Map.of("family_name", "Recette", "email", "recette@exemple.fr"), by);

    HttpResponse<String> answer =
        visitor.post("/recipe", Map.of("text", "checks:\n  - required: job_title\n", "act", "try"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("check.required").doesNotContain("??");
    assertThat(server.part(Recipes.class).active().id()).isZero();
  }

  @Test
  void is_kept_compared_and_put_in_force_with_fields_of_its_own() {
    HttpResponse<String> kept =
        visitor.post(
            "/recipe",
            Map.of(
                "text",
                    "custom:\n  person:\n    Loisir: category\nstages:\n  client: [email, Loisir]\n",
                "comment", "hobbies",
                "act", "keep"));
    assertThat(kept.statusCode()).isEqualTo(302);
    String version = kept.headers().firstValue("Location").orElseThrow();
    version = version.substring(version.lastIndexOf("/recipe"));
    assertThat(visitor.get(version).body()).contains("Loisir: category", "hobbies");
    assertThat(server.part(Recipes.class).active().catalogue().field("Loisir")).isEmpty();

    visitor.post(version + "/activate", Map.of());

    assertThat(server.part(Recipes.class).active().catalogue().field("Loisir")).isPresent();
    long id =
        server.part(Edits.class).create(Map.of("family_name", "Loisible", "Loisir", "Voile"), by);
    assertThat(visitor.get("/parties/" + id).body()).contains("Voile");
    assertThat(visitor.get("/quality/fields").body()).contains("client", "Loisir");
    assertThat(visitor.get("/parties/export?q=loisible").body()).contains("Loisir", "Voile");
  }
}
