package io.limpide.engine.standardize.general;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.table.Column;
import java.util.Locale;

/** What the values of a yes-or-no column say. */
public final class ColumnFlags {
  private static final String PART = "flag";

  private final Standardizer reader;
  private final boolean[] yes; // by code
  private final boolean delivery;

  private ColumnFlags(FieldType type, Column column) {
    this.reader =
        new Generals().standardizer(type, column, Settings.DEFAULT).orElse(Standardized::unchanged);
    this.delivery = type == FieldType.BOUNCED;
    this.yes = new boolean[column.dictionary().size()];
    for (int code = 1; code < yes.length; code++) {
      yes[code] = saysYes(column.dictionary().value(code));
    }
  }

  /** Reads a column of type OPT_OUT, OPT_IN or BOUNCED. */
  public static ColumnFlags of(FieldType type, Column column) {
    return new ColumnFlags(type, column);
  }

  /** Returns, by code, which values say yes. */
  public boolean[] saysYes() {
    return yes.clone();
  }

  /** Returns whether a value says yes. A soft bounce is no bounce: the mailbox was only full. */
  public boolean saysYes(String value) {
    return says(value, "true")
        && !(delivery && value.toLowerCase(Locale.ROOT).matches(".*\\b(soft|temporaire|4\\.).*"));
  }

  /** Returns whether a value says no. */
  public boolean saysNo(String value) {
    return says(value, "false");
  }

  private boolean says(String value, String what) {
    return what.equals(reader.standardize(value).parts().get(PART));
  }
}
