package io.limpide.engine.reference;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The 732 sub-classes of the French activity nomenclature NAF rev. 2 (2008).
 *
 * <p>Source: INSEE, through the npm package {@code @socialgouv/codes-naf} 1.1.1.
 */
public final class NafCodes {
  private static final Map<String, String> LABELS = new HashMap<>();
  private static final Map<String, String> BY_LABEL = new HashMap<>();
  private static final Map<String, String> BY_CLASS = new HashMap<>();

  static {
    Set<String> divided = new HashSet<>();
    for (String[] cells : ReferenceTable.rows("naf-rev2.csv", 2)) {
      String code = cells[0];
      LABELS.put(code, cells[1]);
      BY_LABEL.put(cells[1].toLowerCase(Locale.FRENCH), code);
      String group = code.substring(0, 5);
      if (BY_CLASS.put(group, code) != null) {
        divided.add(group);
      }
    }
    divided.forEach(BY_CLASS::remove);
  }

  private NafCodes() {}

  /** Returns whether {@code 62.01Z} is a sub-class of NAF rev. 2. */
  public static boolean contains(String code) {
    return LABELS.containsKey(code);
  }

  /** Returns the French label of a sub-class; empty when there is no such code. */
  public static String label(String code) {
    return LABELS.getOrDefault(code, "");
  }

  /** Returns the sub-class of that label, whatever its case; empty when there is none. */
  public static String labelled(String label) {
    return BY_LABEL.getOrDefault(label.toLowerCase(Locale.FRENCH), "");
  }

  /** Returns the only sub-class of a class such as {@code 62.01}; empty if none or several. */
  public static String onlyOneOf(String nafClass) {
    return BY_CLASS.getOrDefault(nafClass, "");
  }
}
