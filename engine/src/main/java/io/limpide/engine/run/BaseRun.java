package io.limpide.engine.run;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.profile.RecordScores;
import io.limpide.engine.profile.RecordScores.Age;
import io.limpide.engine.profile.RecordScores.Said;
import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.recognize.PartyKinds;
import io.limpide.engine.standardize.Note;
import io.limpide.engine.standardize.Standardization;
import io.limpide.engine.standardize.StandardizedTable;
import io.limpide.engine.standardize.date.ColumnDays;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import io.limpide.engine.validate.Validation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Corrects and judges records whose columns are known, row by row: those of an import into a base,
 * those of the base itself, one that is being typed.
 */
public final class BaseRun {
  private final StandardizedTable standardized;
  private final List<Validation.Outcome> checks;
  private final int[] checkColumns; // of each check: its first column
  private final PartyKinds kinds;
  private final RecordScores scores;
  private final List<long[]> signs = new ArrayList<>(); // days by code, of columns that date a life
  private final List<Column> signColumns = new ArrayList<>();
  private final LocalDate staleBefore;

  private BaseRun(Table table, List<Field> fields, Recipe recipe, LocalDate today) {
    standardized = new Standardization(Families.all(today), recipe.settings()).run(table, fields);
    Table corrected = standardized.corrected();
    checks = Validation.run(corrected, recipe.checks());
    checkColumns =
        checks.stream()
            .mapToInt(
                outcome -> {
                  String name = outcome.check().columns().get(0);
                  return corrected.columns().stream().map(Column::name).toList().indexOf(name);
                })
            .toArray();
    kinds = PartyKinds.of(corrected, fields);
    scores = RecordScores.of(corrected, fields, kinds::kind);
    for (int at = 0; at < fields.size(); at++) {
      FieldType type = fields.get(at).type();
      if (type == FieldType.LAST_ACTIVITY || type == FieldType.CREATED) {
        signColumns.add(corrected.columns().get(at));
        signs.add(ColumnDays.of(corrected.columns().get(at)));
      }
    }
    staleBefore = today.minusMonths(recipe.retention().inactiveMonths());
  }

  /**
   * Corrects and judges.
   *
   * @param fields what the columns mean, in their order
   * @param today the day of judgement, unless the recipe names one
   */
  public static BaseRun of(Table table, List<Field> fields, Recipe recipe, LocalDate today) {
    return new BaseRun(table, fields, recipe, recipe.retention().asOf().orElse(today));
  }

  /** Returns the records as they came. */
  public Table original() {
    return standardized.original();
  }

  /** Returns the records with every safe correction applied. */
  public Table corrected() {
    return standardized.corrected();
  }

  /** Returns what a row is about. */
  public PartyKind kind(int row) {
    return kinds.kind(row);
  }

  /** Hands out the corrections of a row, applied and proposed, and what is still wrong with it. */
  public void notes(int row, Consumer<Note> visitor) {
    standardized.notes(row, visitor);
  }

  /** Is told of a check of the recipe that a row fails. */
  @FunctionalInterface
  public interface FailedCheck {
    /** Told of the check's first column and the remark. */
    void failed(int column, Remark remark);
  }

  /** Hands out the checks that a row fails. */
  public void failedChecks(int row, FailedCheck visitor) {
    for (int at = 0; at < checkColumns.length; at++) {
      if (checks.get(at).failing().get(row)) {
        visitor.failed(checkColumns[at], checks.get(at).remark());
      }
    }
  }

  /** Returns the last day that is known of a row's life: its last contact or its entry. */
  public @Nullable LocalDate lastSign(int row) {
    long latest = ColumnDays.NONE;
    for (int at = 0; at < signs.size(); at++) {
      latest = Math.max(latest, signs.get(at)[signColumns.get(at).code(row)]);
    }
    return latest == ColumnDays.NONE ? null : LocalDate.ofEpochDay(latest);
  }

  /** Returns what a row loses of each side of quality. */
  public RecordScores.Score score(int row) {
    return score(row, lastSign(row));
  }

  /**
   * Does the same where more is known of its life than it says itself.
   *
   * @param sign the last sign of life; null when none is known
   */
  public RecordScores.Score score(int row, @Nullable LocalDate sign) {
    List<Said> said = new ArrayList<>();
    notes(
        row,
        note -> {
          if (!note.isChange()) {
            said.add(new Said(note.column(), note.reason()));
          }
        });
    failedChecks(row, (column, remark) -> said.add(new Said(column, remark.reason())));
    Age age = sign == null ? Age.UNKNOWN : sign.isBefore(staleBefore) ? Age.STALE : Age.CURRENT;
    return scores.score(row, said, age);
  }
}
