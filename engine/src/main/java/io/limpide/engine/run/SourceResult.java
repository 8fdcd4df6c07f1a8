package io.limpide.engine.run;

import io.limpide.engine.field.Field;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.profile.TableProfile;
import io.limpide.engine.recognize.Recognised;
import io.limpide.engine.standardize.StandardizedTable;
import io.limpide.engine.table.Table;
import io.limpide.engine.validate.Validation;
import java.util.List;
import java.util.Map;

/**
 * What a run found and did in one source.
 *
 * @param recognised what the columns were taken for, before the recipe had its say
 * @param fields what the columns mean, in their order
 * @param profile what was in the source, before any correction
 * @param wrongBefore rows by reason by column, before any correction
 * @param wrongAfter the same after it
 * @param checksBefore the recipe's checks, held against the original
 * @param checksAfter the same against the corrected records
 * @param standardized the original, the corrected records, and what was done
 */
public record SourceResult(
    List<Recognised> recognised,
    List<Field> fields,
    TableProfile profile,
    Map<String, Map<Reason, Integer>> wrongBefore,
    Map<String, Map<Reason, Integer>> wrongAfter,
    List<Validation.Outcome> checksBefore,
    List<Validation.Outcome> checksAfter,
    StandardizedTable standardized) {
  /** Returns the records as they were read. */
  public Table original() {
    return standardized.original();
  }

  /** Returns the records with every safe correction applied. */
  public Table corrected() {
    return standardized.corrected();
  }
}
