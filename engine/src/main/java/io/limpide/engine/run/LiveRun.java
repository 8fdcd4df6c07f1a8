package io.limpide.engine.run;

import io.limpide.engine.live.LiveIndex;
import io.limpide.engine.live.LiveRecord;
import io.limpide.engine.match.MatchInput;
import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.table.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Matches sources once and then goes on with single records: those of a form, an import or a
 * synchronisation.
 */
public final class LiveRun {
  private final List<LikeSource> sources;
  private final LiveIndex index;
  private final RecordIds ids;

  private LiveRun(List<LikeSource> sources, LiveIndex index, RecordIds ids) {
    this.sources = sources;
    this.index = index;
    this.ids = ids;
  }

  /**
   * A source whose columns records may come in.
   *
   * @param name its name
   * @param columns the names of its columns
   */
  public record Source(String name, List<String> columns) {}

  /**
   * Matches what is there.
   *
   * @param tables the sources, with different names
   * @param id the column by which records are to be named
   * @param judged what people said of pairs; may be empty
   * @throws io.limpide.engine.recipe.RecipeException when the recipe names columns that nobody has
   */
  public static LiveRun start(
      List<Table> tables,
      Recipe recipe,
      LocalDate today,
      Optional<String> id,
      List<JudgedPair> judged,
      Progress progress) {
    List<LikeSource> sources = MatchRun.prepare(tables, recipe, today, progress);
    RecordIds ids = MatchRun.ids(sources, id);
    MatchInput input =
        MatchRun.input(sources, recipe, MatchInput.Mode.DEDUPE, JudgedPair.found(judged, ids));
    LiveIndex index = LiveIndex.of(input, MatchRun.match(input, recipe, progress), ids::id);
    return new LiveRun(sources, index, ids);
  }

  /** Returns the index of the records. */
  public LiveIndex index() {
    return index;
  }

  /** Returns how the records that were there are named. */
  public RecordIds ids() {
    return ids;
  }

  /** Returns the sources, in their order. */
  public List<Source> sources() {
    return sources.stream().map(source -> new Source(source.name(), source.columns())).toList();
  }

  /**
   * Reads a record as it comes: corrects it as those of its source were.
   *
   * @param source the number of the source, from 0
   * @param values by the name of the column
   */
  public LiveRecord record(int source, Map<String, String> values) {
    return sources.get(source).record(source, values);
  }
}
