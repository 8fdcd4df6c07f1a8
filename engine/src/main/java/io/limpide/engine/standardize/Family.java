package io.limpide.engine.standardize;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.table.Column;
import java.util.List;
import java.util.Optional;

/**
 * The rules for one family of values, such as e-mail addresses or company identifiers. Its texts
 * ({@code rule.<code>}, {@code reason.<code>}) are in the message bundle of its own package.
 */
public interface Family {
  /** Returns every correction rule of the family. */
  List<Rule> rules();

  /** Returns everything the family may have to remark. */
  List<Reason> reasons();

  /**
   * Returns the standardizer for the values of a column, if the type belongs to this family.
   *
   * @param column all the values, for what only the whole column can tell, such as the order of day
   *     and month
   */
  Optional<Standardizer> standardizer(FieldType type, Column column, Settings settings);

  /** Returns the rules that hold several fields of a record against each other. */
  List<RecordRule> recordRules(Settings settings);
}
