package io.limpide.engine.standardize;

import io.limpide.engine.field.FieldType;
import java.util.Set;

/**
 * Corrects or doubts a record by holding several of its fields against each other. Stateless and
 * idempotent; depends on nothing but the fields it names, so its outcome may be remembered for each
 * combination of their values.
 */
public interface RecordRule {
  /** Returns the types of the fields it reads or writes; it is skipped when none is filled. */
  Set<FieldType> fields();

  /** Looks at one record; whatever it holds, it must not throw. */
  void apply(RecordEdit record);
}
