package io.limpide.server.quality;

import io.limpide.server.job.Progress;
import io.limpide.server.job.Run;
import io.limpide.server.job.Work;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** Judges the whole base anew, when somebody asks or by a schedule. */
@Component
class FullEvaluationWork implements Work {
  static final String KIND = "evaluation.all";

  private final Evaluation evaluation;

  FullEvaluationWork(Evaluation evaluation) {
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
    evaluation.all(run, progress);
    return Run.State.DONE;
  }
}
