package io.limpide.engine.run;

import io.limpide.engine.field.Field;
import io.limpide.engine.recognize.Recognised;
import io.limpide.engine.standardize.StandardizedTable;
import io.limpide.engine.table.Table;
import io.limpide.engine.validate.Validation;
import java.util.List;

/**
 * What a run found and did in one source.
 *
 * @param recognised what the columns were taken for, before the recipe had its say
 * @param fields what the columns mean, in their order
 * @param before how good the source was
 * @param standardized the original, the corrected records, and what was done
 * @param checks the recipe's checks, held against the corrected records
 */
public record SourceResult(
    List<Recognised> recognised,
    List<Field> fields,
    Assessment before,
    StandardizedTable standardized,
    List<Validation.Outcome> checks) {
  /** Returns the records as they were read. */
  public Table original() {
    return standardized.original();
  }

  /** Returns the records with every safe correction applied. */
  public Table corrected() {
    return standardized.corrected();
  }
}
