package io.limpide.engine.standardize.company;

import io.limpide.engine.reference.LegalForm;
import io.limpide.engine.reference.LegalForms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a name with its legal form told apart.
 *
 * <p>Source: Code de commerce R123-238: a company's name is preceded or followed by its form, in
 * words or initials. So a form counts at the beginning or the end only, never in between.
 *
 * @param all every word
 * @param from where the name begins after the legal form
 * @param to where the name ends before the legal form
 * @param lead how many words in front are a form that is part of the name: {@code Mairie de}
 * @param form the legal form, null when there is none
 * @param doubtful whether the legal form may be a word of the name
 */
record NameWords(
    List<NameToken> all, int from, int to, int lead, @Nullable LegalForm form, boolean doubtful) {
  static NameWords of(String display) {
    return of(display, NameToken.of(display));
  }

  /** As {@link #of(String)}, for a name whose words are known already. */
  static NameWords of(String display, List<NameToken> all) {
    NameWords end = atEnd(all);
    if (end != null && end.form != null && !end.form.doubtful()) {
      return end.withSameInFront();
    }
    NameWords start = atStart(all);
    if (start != null && (end == null || start.length() > end.length())) {
      return start.guardedInFront(isMixed(display));
    }
    return end == null
        ? new NameWords(all, 0, all.size(), 0, null, false)
        : end.guardedBehind(isMixed(display));
  }

  private static boolean isMixed(String display) {
    return NameText.hasLower(display) && NameText.hasUpper(display);
  }

  /** Returns the legal form; empty when there is none or it is probably a word of the name. */
  String legalForm() {
    return form == null || (doubtful && from == 0 && to == all.size()) ? "" : form.name();
  }

  /** Returns the words without the legal form. */
  List<NameToken> name() {
    return all.subList(from, to);
  }

  /** Returns the words as they would be if the doubt about the legal form went the other way. */
  List<NameToken> otherName() {
    if (!doubtful || form == null) {
      return List.of();
    }
    if (from > 0 || to < all.size()) {
      return all;
    }
    NameWords start = atStart(all);
    NameWords stripped = start != null ? start : atEnd(all);
    return stripped == null ? List.of() : stripped.name();
  }

  private int length() {
    return form == null ? 0 : all.size() - (to - from);
  }

  private static @Nullable NameWords atEnd(List<NameToken> all) {
    if (all.isEmpty() || !LegalForms.mayEndWith(all.get(all.size() - 1).word())) {
      return null;
    }
    for (int words = Math.min(LegalForms.longestInWords(), all.size()); words > 0; words--) {
      int at = all.size() - words;
      LegalForm form = LegalForms.written(NameToken.words(all, at, all.size()));
      if (form == null || !form.after()) {
        continue;
      }
      if (form.kept()) {
        return at > 0 ? new NameWords(all, 0, all.size(), 0, form, false) : null;
      }
      boolean tied = at > 0 && all.get(at - 1).tied() && !all.get(at).dotted(); // "Saint-Sa"
      if (at == 0 || (tied && form.doubtful())) {
        return null;
      }
      boolean joined = all.get(at - 1).word().equals("ET") && form.doubtful(); // "Hôtel & Spa"
      return joined ? null : new NameWords(all, 0, at, 0, form, false);
    }
    return null;
  }

  private static @Nullable NameWords atStart(List<NameToken> all) {
    if (all.isEmpty() || !LegalForms.mayBeginWith(all.get(0).word())) {
      return null;
    }
    for (int words = Math.min(LegalForms.longestInWords(), all.size()); words > 0; words--) {
      LegalForm form = LegalForms.written(NameToken.words(all, 0, words));
      if (form == null || !form.before()) {
        continue;
      }
      if (form.kept()) {
        return words < all.size() ? new NameWords(all, 0, all.size(), words, form, false) : null;
      }
      boolean tied = all.get(words - 1).tied() && form.doubtful(); // "Sa-Va"
      if (words == all.size() || tied || all.get(words).word().equals("ET")) {
        return null;
      }
      return new NameWords(all, words, all.size(), 0, form, false);
    }
    return null;
  }

  /** Takes off an unmistakable form that is there twice: {@code SARL Dupont SARL}. */
  private NameWords withSameInFront() {
    NameWords start = atStart(name());
    return start != null && start.form != null && start.form.equals(form) && !start.form.kept()
        ? new NameWords(all, start.from, to, 0, form, false)
        : this;
  }

  /** {@code Sas Institute}, {@code Se Loger}: a capitalised word before a proper name. */
  private NameWords guardedInFront(boolean mixed) {
    if (form == null || !form.doubtful() || from != 1 || all.get(0).word().length() > 4) {
      return this;
    }
    NameToken token = all.get(0);
    boolean capitalised =
        mixed
            && !token.dotted()
            && NameText.hasLower(token.raw())
            && NameText.hasUpper(token.raw());
    return capitalised
        ? new NameWords(all, 0, all.size(), 0, form, true)
        : new NameWords(all, from, to, 0, form, !token.dotted() && !mixed);
  }

  /** {@code Institut Spa}: letters of a foreign form that are no capitals. */
  private NameWords guardedBehind(boolean mixed) {
    if (form == null || !form.doubtful() || to != all.size() - 1) {
      return this;
    }
    NameToken token = all.get(to);
    if (token.word().length() > 4) {
      return this;
    }
    boolean french = form.country().equals("FR");
    if (french || token.dotted()) {
      return this;
    }
    boolean word = mixed && Character.isLowerCase(token.raw().charAt(token.raw().length() - 1));
    return word && !token.raw().equals("ApS")
        ? new NameWords(all, 0, all.size(), 0, form, true)
        : new NameWords(all, from, to, 0, form, !mixed);
  }
}
