package io.limpide.bench.peers;

import io.limpide.bench.speed.Measured;
import io.limpide.bench.speed.OwnProcess;
import io.limpide.connect.ReadOptions;
import io.limpide.connect.Sources;
import io.limpide.connect.UnreadableSourceException;
import io.limpide.engine.cluster.Evaluation;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.match.MatchInput;
import io.limpide.engine.match.MatchReport;
import io.limpide.engine.match.MatchResult;
import io.limpide.engine.match.MatchSettings;
import io.limpide.engine.match.MatchSource;
import io.limpide.engine.match.Matcher;
import io.limpide.engine.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * Matches a prepared file with the engine alone, its columns named beforehand as Splink's are:
 * {@code EngineAlone NOTE persons|historical FILE TRUTH}. The note holds what it cost from the
 * start of the process to the groups, and what each phase cost.
 */
final class EngineAlone {
  private EngineAlone() {}

  /**
   * Runs in a JVM of its own, with the options of the launcher.
   *
   * @param heap as {@code -Xmx} has it
   * @param folder for the note
   */
  static Cost run(Job job, String heap, Path folder, Path prepared, Path truth)
      throws IOException, InterruptedException {
    return new Cost(
        OwnProcess.run(
            EngineAlone.class,
            heap,
            OwnProcess.AS_LAUNCHED,
            folder,
            List.of(job.name(), prepared.toString(), truth.toString())));
  }

  /** Runs. */
  public static void main(String[] arguments) throws IOException, UnreadableSourceException {
    Job job = Job.of(arguments[1]);
    Phases phases = new Phases();
    phases.begin("load");
    Table table = Sources.read(Path.of(arguments[2]), ReadOptions.DEFAULT).get(0).table();
    MatchInput input =
        new MatchInput(
            List.of(MatchSource.of(table, job.fields(), PartyKind.PERSON)), MatchInput.Mode.DEDUPE);
    MatchSettings settings =
        MatchSettings.DEFAULT.withBlocking(MatchSettings.DEFAULT.blocking().asking(job.rules()));
    MatchResult result = Matcher.match(input, settings, (stage, done, of) -> phases.begin(stage));
    phases.end();
    Properties note = Measured.soFar();
    phases.writeTo(note);
    MatchReport report = result.reports().get(0);
    note.setProperty("pairs", String.valueOf(report.expectation().candidates()));
    Evaluation evaluation =
        Evaluation.ofClusters(result.clusters(), Truth.of(table, Path.of(arguments[3])));
    note.setProperty("f1", String.valueOf(evaluation.f1()));
    note.setProperty("precision", String.valueOf(evaluation.precision()));
    note.setProperty("recall", String.valueOf(evaluation.recall()));
    Measured.write(note, Path.of(arguments[0]));
  }
}
