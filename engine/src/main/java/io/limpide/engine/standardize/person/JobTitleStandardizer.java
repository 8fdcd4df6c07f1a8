package io.limpide.engine.standardize.person;

import io.limpide.engine.reference.JobFunctions;
import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.text.Fold;
import java.util.Locale;
import java.util.Set;

/** Job titles. Part: {@code function}, as {@link JobFunctions} tells it. */
final class JobTitleStandardizer implements Standardizer {
  /** Written in capitals whatever stands around them. */
  private static final Set<String> ACRONYMS =
      Set.of(
          """
          PDG DG DGA DGD DAF DRH DSI RH RRH RAF RSSI DPO CIL SI IT CEO CTO CFO COO CIO CISO
          CMO CRO CSO CPO CHRO VP SVP EVP HR KAM SAV ADV QSE QHSE HSE RSE VRP R&D CRM ERP BTP
          BU UX UI SEO SEA SDR BDR DGS DST CSE TPE PME ETI SA SAS SARL B2B B2C II III IV PMO
          QA MOA MOE AMOA BE CDI CDD TI PR PA GRH SIRH DCE
          """
              .strip()
              .split("\\s+", -1));

  private final Settings settings;

  JobTitleStandardizer(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Standardized standardize(String raw) {
    if (raw.isEmpty()) {
      return Standardized.unchanged(raw);
    }
    Cleaning title = new Cleaning(raw, settings.policy());
    String tidy = NameText.spaced(NameText.composed(raw));
    title.change(PersonRules.JOB_TEXT, tidy.replace('’', '\''), 1);
    String value = title.value();
    if (value.isEmpty() || value.length() > 1000) {
      return title.done();
    }
    String folded = Fold.words(value);
    if (value.length() <= 40 && NamePlaceholders.isCertain(value, folded)) {
      title.change(PersonRules.JOB_PLACEHOLDER, "", 0.98, value);
      return title.done();
    }
    title.part("function", JobFunctions.of(value));
    if (NameCase.isUniform(value) && !NameCase.isInitials(value, NameCase.lower(value))) {
      title.change(PersonRules.JOB_CASE, sentence(value), 0.8);
    }
    return title.done();
  }

  /** A capital at the beginning and in acronyms only. */
  static String sentence(String value) {
    StringBuilder out = new StringBuilder(value.length());
    boolean first = true;
    for (String word : value.split("(?<=[ /,.()'-])", -1)) { // every separator ends a word
      String bare = word.isEmpty() ? "" : word.substring(0, word.length() - separators(word));
      String upper = bare.toUpperCase(Locale.ROOT);
      if (ACRONYMS.contains(upper) && (NameCase.isUpper(bare) || upper.length() > 2)) {
        out.append(upper).append(word.substring(bare.length()));
      } else {
        String lower = NameCase.lower(word);
        out.append(first && !bare.isEmpty() ? capital(lower) : lower);
      }
      first &= bare.isEmpty();
    }
    return out.toString();
  }

  private static int separators(String word) {
    return " /,.()'-".indexOf(word.charAt(word.length() - 1)) >= 0 ? 1 : 0;
  }

  private static String capital(String lower) {
    return Character.toTitleCase(lower.charAt(0)) + lower.substring(1);
  }
}
