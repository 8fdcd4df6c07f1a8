package io.limpide.server.party;

import io.limpide.engine.field.PartyKind;
import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.finding.Severity;
import io.limpide.engine.profile.RecordScores;
import io.limpide.engine.run.BaseRun;
import io.limpide.engine.standardize.Note;
import io.limpide.server.recipe.BaseField;
import io.limpide.server.recipe.Catalogue;
import io.limpide.server.store.JsonLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A party as it is about to be held: its golden values and what is said of them.
 *
 * @param values by the place of the field in the catalogue
 * @param changes what safe rules made of the source's values in their order, as JSON: arrays of
 *     field, rule, before and after; null for nothing
 * @param notes findings and suggestions, as JSON; null for none
 * @param marks the numbers of everything said, ascending
 * @param wrong what is wrong or doubtful, or could be corrected, value by value
 * @param sign the last sign of life that the values tell
 */
@SuppressWarnings("ArrayRecordComponent") // one for each of a million rows; never compared
public record PartyDraft(
    PartyKind kind,
    String[] values,
    @Nullable String changes,
    @Nullable String notes,
    int[] marks,
    List<Wrong> wrong,
    RecordScores.Score score,
    @Nullable LocalDate sign) {

  /** Returns the same draft of which more is said. */
  PartyDraft marked(int[] more) {
    int[] all =
        IntStream.concat(Arrays.stream(marks), Arrays.stream(more)).sorted().distinct().toArray();
    return new PartyDraft(kind, values, changes, notes, all, wrong, score, sign);
  }

  /**
   * Something wrong with a value.
   *
   * @param field the place of its field in the catalogue
   * @param mark the number of what is said
   */
  public record Wrong(int field, int mark) {}

  /** Reads drafts off a run; one for each thread. */
  public static final class Reader {
    private final BaseRun run;
    private final Catalogue catalogue;
    private final Marks marks;
    private final boolean applied;
    private final JsonLine changes = new JsonLine();
    private final JsonLine notes = new JsonLine();
    private final List<Wrong> wrong = new ArrayList<>();

    /**
     * @param applied whether the run's safe corrections are part of the values, as in an import;
     *     else they are proposed, as for what people typed
     */
    public Reader(BaseRun run, Catalogue catalogue, Marks marks, boolean applied) {
      this.run = run;
      this.catalogue = catalogue;
      this.marks = marks;
      this.applied = applied;
    }

    /** Returns the draft of a row. */
    public PartyDraft read(int row) {
      return read(row, null, said -> true);
    }

    /**
     * Returns the draft of a row.
     *
     * @param sign a later sign of life than the values tell; null for none
     * @param heard whether something said counts: a person may have said to leave it
     */
    public PartyDraft read(int row, @Nullable LocalDate sign, Predicate<Said> heard) {
      String[] values = values(row);
      List<Integer> numbers = new ArrayList<>();
      wrong.clear();
      run.notes(row, note -> note(note, values, numbers, heard));
      run.failedChecks(row, (column, remark) -> remark(column, remark, values, numbers, heard));
      LocalDate told = run.lastSign(row);
      LocalDate latest = told == null || (sign != null && sign.isAfter(told)) ? sign : told;
      RecordScores.Score score = run.score(row, latest);
      for (String missing : score.missing()) {
        numbers.add(marks.missing(missing));
      }
      return new PartyDraft(
          run.kind(row),
          values,
          changes.isEmpty() ? null : changes.end(']').take(),
          notes.isEmpty() ? null : notes.end(']').take(),
          numbers.stream().mapToInt(Integer::intValue).sorted().distinct().toArray(),
          List.copyOf(wrong),
          score,
          latest);
    }

    private String[] values(int row) {
      String[] values = new String[catalogue.size()];
      var table = applied ? run.corrected() : run.original();
      for (int at = 0; at < values.length; at++) {
        values[at] = table.columns().get(at).value(row);
      }
      return values;
    }

    private void note(Note note, String[] values, List<Integer> numbers, Predicate<Said> heard) {
      if (!note.isChange()) {
        remark(note.column(), note.remark(), values, numbers, heard);
        return;
      }
      BaseField field = catalogue.fields().get(note.column());
      String before = note.texts().value(note.before());
      String after = note.texts().value(note.after());
      if (applied && note.level() == Level.SAFE) {
        if (changes.isEmpty()) {
          changes.begin('[');
        }
        changes
            .begin('[')
            .value(field.code())
            .value(note.rule())
            .value(before)
            .value(after)
            .end(']');
        numbers.add(marks.correction(Marks.Kind.CORRECTED, field.code(), note.rule()));
      } else if (heard.test(new Said(field.code(), note.rule(), values[note.column()]))) {
        begin("s", field.code(), note.rule());
        notes.name("b").value(before).name("v").value(after).name("p").value(note.confidence());
        arguments(note.evidence());
        int mark = marks.correction(Marks.Kind.SUGGESTION, field.code(), note.rule());
        numbers.add(mark);
        wrong.add(new Wrong(note.column(), mark));
      }
    }

    private void remark(
        int column, Remark remark, String[] values, List<Integer> numbers, Predicate<Said> heard) {
      BaseField field = catalogue.fields().get(column);
      if (heard.test(new Said(field.code(), remark.reason().code(), values[column]))) {
        begin("f", field.code(), remark.reason().code());
        notes.name("s").value(remark.reason().severity().name().toLowerCase(java.util.Locale.ROOT));
        arguments(remark.arguments());
        int mark = marks.finding(field.code(), remark.reason());
        numbers.add(mark);
        if (remark.reason().severity() != Severity.INFO) {
          wrong.add(new Wrong(column, mark));
        }
      }
    }

    private void begin(String kind, String field, String code) {
      if (notes.isEmpty()) {
        notes.begin('[');
      }
      notes.begin('{').name("k").value(kind).name("f").value(field).name("c").value(code);
    }

    private void arguments(List<String> arguments) {
      if (!arguments.isEmpty()) {
        notes.name("a").begin('[');
        arguments.forEach(notes::value);
        notes.end(']');
      }
      notes.end('}');
    }
  }

  /**
   * Something said of a value.
   *
   * @param field whose
   * @param code the reason or the rule
   * @param value of which it is said
   */
  public record Said(String field, String code, String value) {}

  @Override
  public String toString() {
    return "a " + kind + " with marks " + Arrays.toString(marks);
  }
}
