package io.limpide.engine.standardize.company;

import io.limpide.engine.reference.NafCodes;
import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** NAF columns: codes, codes with their label, labels alone, codes of older nomenclatures. */
final class NafStandardizer implements Standardizer {
  private static final int LONGEST = 300;
  private static final Pattern CODE =
      Pattern.compile("(?:(?:CODE|NAF|APE|N)[ /.:°]*){0,4}(\\d{1,2})[. ]?(\\d{2}) ?[.-]?([A-Z])");
  private static final Pattern CODE_AND_LABEL =
      Pattern.compile("(\\d{2})[. ]?(\\d{2}) ?([A-Z])(?:\\)|\\s*[-–:,/|]\\s*|\\s+)(?=\\S{2}).*");
  private static final Pattern LABEL_AND_CODE =
      Pattern.compile(".*[ (\\[-](\\d{2})[. ]?(\\d{2}) ?([A-Z])[)\\]]?");
  private static final Pattern CLASS = Pattern.compile("(\\d{2})[. ]?(\\d{2})");
  private static final Pattern REV_1 = Pattern.compile("(\\d{2})\\.?(\\d)([A-Z])");

  private final Settings settings;
  private final boolean oldCodes;

  NafStandardizer(Column column, Settings settings) {
    this.settings = settings;
    oldCodes = holdsOldCodes(column);
  }

  @Override
  public Standardized standardize(String raw) {
    if (raw.isEmpty()) {
      return Standardized.unchanged("");
    }
    Cleaning cleaning = new Cleaning(raw, settings.policy());
    String text = CellText.bare(raw);
    if (CellText.emptied(cleaning, text)) {
      return cleaning.done();
    }
    String code = text.length() > LONGEST ? "" : clean(cleaning, text);
    if (code.isEmpty()) {
      cleaning.change(CompanyRules.NAF_FORMAT, text, 1);
      remark(cleaning, cleaning.value());
    } else {
      cleaning.part("code", code);
      cleaning.part("nomenclature", Naf.nomenclature(code));
      cleaning.part("label", Naf.label(code));
      if (Naf.nomenclature(code).isEmpty()) {
        cleaning.remark(CompanyReasons.NAF_UNKNOWN, code);
      }
    }
    return cleaning.done();
  }

  /** Returns the code that the text means; empty when it means none. */
  private String clean(Cleaning cleaning, String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    Matcher matcher = CODE.matcher(upper);
    if (matcher.matches()) {
      return code(cleaning, text, matcher);
    }
    String repaired = lookAlike(upper);
    if (!repaired.isEmpty()) {
      cleaning.change(CompanyRules.ID_LOOK_ALIKE, repaired, 0.97, text);
      return repaired;
    }
    matcher = CODE_AND_LABEL.matcher(upper);
    if (!matcher.matches()) {
      matcher = LABEL_AND_CODE.matcher(upper);
    }
    if (matcher.matches()) {
      String code = dotted(matcher.group(1), matcher.group(2), matcher.group(3));
      if (Naf.isValid(code)) {
        cleaning.change(CompanyRules.TEXT_SPACES, text, 1);
        cleaning.change(CompanyRules.NAF_LABEL, code, 0.95, text);
        return code;
      }
      return "";
    }
    String labelled = NafCodes.labelled(text);
    if (!labelled.isEmpty()) {
      cleaning.change(CompanyRules.TEXT_SPACES, text, 1);
      cleaning.change(CompanyRules.NAF_LABEL, labelled, 0.95, text);
      return labelled;
    }
    matcher = CLASS.matcher(text);
    String only =
        matcher.matches() ? NafCodes.onlyOneOf(matcher.group(1) + "." + matcher.group(2)) : "";
    if (!only.isEmpty()) {
      cleaning.change(CompanyRules.TEXT_SPACES, text, 1);
      cleaning.change(CompanyRules.NAF_COMPLETED, only, 0.9, text);
    }
    return only;
  }

  private String code(Cleaning cleaning, String text, Matcher matcher) {
    String division = matcher.group(1);
    String code = dotted(division, matcher.group(2), matcher.group(3));
    if (division.length() == 2) {
      cleaning.change(CompanyRules.NAF_FORMAT, code, 1);
      return code;
    }
    // 721Z may be 07.21Z without its zero, or 72.1Z of the nomenclature before 2008.
    String restored = "0" + code;
    boolean dot = text.indexOf('.') >= 0;
    if (dot ? !Naf.isValid(restored) : oldCodes || !isRestorable(restored)) {
      return "";
    }
    cleaning.change(CompanyRules.NAF_LEADING_ZERO, restored, dot ? 0.99 : 0.9, text);
    return restored;
  }

  /** Only Y is no letter of the nomenclatures before 2008 and common in that of 2025. */
  private static boolean isRestorable(String code) {
    return NafCodes.contains(code) || (code.endsWith("Y") && Naf.isValid(code));
  }

  private static String lookAlike(String upper) {
    String letters = upper.length() > 8 ? "" : NameText.fold(upper);
    if (letters.length() != 5) {
      return "";
    }
    String digits = IdentifierText.digitsForLetters(letters.substring(0, 4), false);
    if (!Digits.only(digits)) {
      return "";
    }
    String code = dotted(digits.substring(0, 2), digits.substring(2), letters.substring(4));
    return NafCodes.contains(code) ? code : "";
  }

  private static String dotted(String division, String rest, String letter) {
    return division + "." + rest + letter;
  }

  private static void remark(Cleaning cleaning, String value) {
    boolean old = value.length() <= 6 && REV_1.matcher(value.toUpperCase(Locale.ROOT)).matches();
    cleaning.remark(
        old ? CompanyReasons.NAF_OUTDATED : CompanyReasons.NAF_FORMAT, CellText.shown(value));
  }

  /** Whether the column has codes such as 741J, which only the nomenclature before 2008 had. */
  private static boolean holdsOldCodes(Column column) {
    Dictionary values = column.dictionary();
    for (int code : column.filledCodes()) {
      int length = values.length(code);
      if (length != 4 && length != 5) {
        continue;
      }
      String value = values.value(code).toUpperCase(Locale.ROOT);
      Matcher matcher = REV_1.matcher(value);
      if (matcher.matches()
          && !isRestorable(
              "0"
                  + value.charAt(0)
                  + "."
                  + value.charAt(1)
                  + matcher.group(2)
                  + matcher.group(3))) {
        return true;
      }
    }
    return false;
  }
}
