package io.limpide.engine.standardize.company;

import io.limpide.engine.finding.Rule;
import io.limpide.engine.reference.LegalForm;
import io.limpide.engine.reference.LegalForms;
import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** LEGAL_FORM columns: initials, words, INSEE categories, or several of them in one cell. */
final class FormStandardizer implements Standardizer {
  private static final int LONGEST = 200;

  private final Settings settings;

  FormStandardizer(Settings settings) {
    this.settings = settings;
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
    Understood understood = text.length() > LONGEST ? Understood.NOTHING : understand(text);
    LegalForm form = understood.form;
    if (form == null) {
      cleaning.change(CompanyRules.TEXT_SPACES, text, 1);
      cleaning.remark(CompanyReasons.FORM_UNKNOWN, CellText.shown(text));
      return cleaning.done();
    }
    if (!understood.rule.equals(CompanyRules.FORM_CANONICAL)) {
      cleaning.change(CompanyRules.TEXT_SPACES, text, 1);
    }
    cleaning.change(understood.rule, form.name(), understood.confidence, text);
    cleaning.part("form", form.name());
    cleaning.part(
        "category",
        understood.category.isEmpty() ? LegalForms.category(form.name()) : understood.category);
    cleaning.part("country", form.country());
    return cleaning.done();
  }

  private record Understood(
      @Nullable LegalForm form, Rule rule, double confidence, String category) {
    static final Understood NOTHING = new Understood(null, CompanyRules.FORM_PARTIAL, 0, "");
  }

  private static Understood understand(String text) {
    LegalForm whole = written(text);
    if (whole != null) {
      return LegalForms.saysMore(folded(text))
          ? new Understood(whole, CompanyRules.FORM_PARTIAL, 0.95, "")
          : new Understood(whole, CompanyRules.FORM_CANONICAL, 1, "");
    }
    if (text.length() == 4 && Digits.only(text)) {
      LegalForm form = LegalForms.ofCategory(text);
      return form == null
          ? Understood.NOTHING
          : new Understood(form, CompanyRules.FORM_CATEGORY, 0.95, text);
    }
    return pieces(text);
  }

  /** {@code SAS, société par actions simplifiée}; {@code 5499 - SARL}; {@code EURL (Paris)}. */
  private static Understood pieces(String text) {
    LegalForm found = null;
    String category = "";
    boolean all = true;
    for (String piece : List.of(text.split("[(),:;/]| - | – ", -1))) {
      String bare = piece.strip();
      if (bare.isEmpty()) {
        continue;
      }
      LegalForm form = written(bare);
      if (form == null && bare.length() == 4 && Digits.only(bare)) {
        form = LegalForms.ofCategory(bare);
        category = form == null ? category : bare;
      }
      if (form != null && found != null && !form.equals(found)) {
        return Understood.NOTHING;
      }
      all &= form != null && !LegalForms.saysMore(folded(bare));
      found = form == null ? found : form;
    }
    return found == null
        ? Understood.NOTHING
        : all
            ? new Understood(found, CompanyRules.FORM_CANONICAL, 1, category)
            : new Understood(found, CompanyRules.FORM_PARTIAL, 0.85, category);
  }

  static @Nullable LegalForm written(String text) {
    return written(NameToken.of(text));
  }

  static @Nullable LegalForm written(List<NameToken> words) {
    boolean may =
        !words.isEmpty()
            && words.size() <= LegalForms.longestInWords()
            && LegalForms.mayBeginWith(words.get(0).word());
    return may ? LegalForms.written(NameToken.words(words, 0, words.size())) : null;
  }

  private static String folded(String text) {
    List<NameToken> words = NameToken.of(text);
    return NameToken.words(words, 0, words.size());
  }
}
