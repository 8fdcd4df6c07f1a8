package io.limpide.engine.run;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.profile.scan.FreeTextScanner;
import io.limpide.engine.profile.scan.Hit;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.standardize.RecordRule;
import java.util.Set;

/** Finds in notes what must not be there: health, religion, insults, card numbers ... */
final class FreeTextRule implements RecordRule {
  @Override
  public Set<FieldType> fields() {
    return Set.of(FieldType.FREE_TEXT);
  }

  @Override
  public void apply(RecordEdit record) {
    for (int index = 0; index < record.count(FieldType.FREE_TEXT); index++) {
      for (Hit hit : FreeTextScanner.scan(record.get(FieldType.FREE_TEXT, index))) {
        record.remark(
            FieldType.FREE_TEXT, index, FreeTextScanner.reason(hit.category()), hit.excerpt());
      }
    }
  }
}
