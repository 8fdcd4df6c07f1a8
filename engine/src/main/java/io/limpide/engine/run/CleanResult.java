package io.limpide.engine.run;

import io.limpide.engine.field.PartyKind;
import io.limpide.engine.match.MatchResult;
import io.limpide.engine.merge.Golden;
import io.limpide.engine.profile.QualityScore;
import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.retain.Obsolescence;
import io.limpide.engine.retain.RetentionPolicy;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Everything a run found and did.
 *
 * @param recipe the recipe it followed, with the day of judgement filled in
 * @param retention how obsolescence was judged
 * @param sources what happened source by source
 * @param union the corrected records of all sources
 * @param kindOfRow what each record of the union is about
 * @param ids how records are named
 * @param matching pairs and clusters among the records of the union
 * @param golden the parties
 * @param obsolescence who should no longer be held
 * @param before how good the records were as they were read
 * @param after how good the parties are
 * @param scoreBefore quality of the records as they were read
 * @param scoreAfter quality of the parties
 */
public record CleanResult(
    Recipe recipe,
    RetentionPolicy retention,
    List<SourceResult> sources,
    Union union,
    IntFunction<PartyKind> kindOfRow,
    RecordIds ids,
    MatchResult matching,
    Golden golden,
    Obsolescence.Outcome obsolescence,
    Assessment before,
    Assessment after,
    QualityScore scoreBefore,
    QualityScore scoreAfter) {
  /** Returns the number of records that were read and accepted. */
  public int records() {
    return union.table().rows();
  }

  /** Returns the record of the union that a row of a source became. */
  public int recordOf(int source, int row) {
    return union.firstRows()[source] + row;
  }
}
