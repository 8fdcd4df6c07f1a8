package io.limpide.server.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.Somebody;
import io.limpide.server.Waiting;
import io.limpide.server.account.Caller;
import io.limpide.server.account.Role;
import io.limpide.server.job.Run;
import io.limpide.server.job.Runs;
import io.limpide.server.job.Worker;
import io.limpide.server.party.Edits;
import io.limpide.server.recipe.Recipes;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the nightly evaluation takes for changed. */
class EvaluationTest {
  private final Running server = Running.server();
  private final Caller by = Somebody.in(Role.ADMINISTRATOR);

  private long judged(String kind) {
    long run = server.part(Runs.class).create(kind, Run.State.WAITING, "", by, 0, null, Map.of());
    server.part(Worker.class).submit(run);
    Run done = Waiting.forRun(run);
    assertThat(done.state()).isEqualTo(Run.State.DONE);
    return done.figure("judged");
  }

  @Test
  void judges_everybody_where_another_recipe_is_in_force_and_then_nobody() {
    server.part(Edits.class).create(Map.of("family_name", "Jugement"), by);
    long parties = server.owner().sql("select count(*) from party").query(Long.class).single();
    server.owner().sql("update figures set recipe_id = -1").update(); // a former one

    assertThat(judged("evaluation")).isEqualTo(parties);
    assertThat(server.owner().sql("select recipe_id from figures").query(Long.class).single())
        .isEqualTo(server.part(Recipes.class).active().id());
    assertThat(judged("evaluation")).isZero();
    assertThat(judged("evaluation.all")).isEqualTo(parties);
  }
}
