package io.limpide.server.quality;

import io.limpide.server.job.Progress;
import io.limpide.server.job.Run;
import io.limpide.server.job.Work;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** Judges what changed by itself, every night; whatever a deed changes is judged with the deed. */
@Component
class EvaluationWork implements Work {
  static final String KIND = "evaluation";

  private final Evaluation evaluation;

  EvaluationWork(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean canBeScheduled() {
    return true;
  }

  @Override
  public Run.State execute(Run run, Progress progress) throws SQLException {
    if (Boolean.TRUE.equals(run.parameters().get("all"))) { // ordered of a former version
      evaluation.all(run, progress);
    } else {
      evaluation.changed(run, progress);
    }
    return Run.State.DONE;
  }
}
