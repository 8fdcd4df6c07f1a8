package io.limpide.server.quality;

import io.limpide.server.account.Caller;
import io.limpide.server.job.Run;
import io.limpide.server.job.Runs;
import io.limpide.server.job.Worker;
import io.limpide.server.recipe.Recipes;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Has the base judged anew when somebody asks, by the recipe that is in force then. */
@Component
class EvaluationOrders {
  private final Runs runs;
  private final Recipes recipes;
  private final Worker worker;

  EvaluationOrders(Runs runs, Recipes recipes, @Lazy Worker worker) {
    this.runs = runs;
    this.recipes = recipes;
    this.worker = worker;
  }

  /**
   * Gives the order, and returns its run.
   *
   * @param kind of what changed, or of everybody
   */
  long give(String kind, Caller by) {
    long run = runs.create(kind, Run.State.WAITING, "", by, recipes.active().id(), null, Map.of());
    worker.submit(run);
    return run;
  }
}
