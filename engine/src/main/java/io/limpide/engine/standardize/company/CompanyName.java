package io.limpide.engine.standardize.company;

import io.limpide.engine.reference.CompanyWords;
import java.util.List;

/**
 * What the name of a company consists of. Keys are capitals and digits without accents; anything
 * that is not there is empty.
 *
 * <p>Nothing here replaces the name: the keys are for comparing.
 *
 * @param display the name tidied, as it is written, without site, state and former name; its legal
 *     form included
 * @param legalForm the form in the name, such as {@code SARL}; a word of the legal form table
 * @param coreKey the words that make the name, spaces between: no legal form, generic words,
 *     articles; abbreviations resolved
 * @param otherKey a second core key, where the legal form may as well be a word of the name ({@code
 *     Sas Institute}); compare with either
 * @param compactKey the name in one word, articles included, legal form and generic words not:
 *     {@code LOREAL}
 * @param tokens all words but the legal form and articles, generic ones included, spaces between
 * @param sigle the initials that people may call it by, {@code SNCF}; two, with a space between,
 *     where generic words may count or not. Only a hint: never enough to call two names the same
 * @param siteLabel which site is meant: {@code siège}, {@code agence de Lyon}
 * @param formerName what it was called before
 * @param alias another name, such as an acronym in parentheses or a trade name in quotes; several
 *     with {@code " / "} between
 * @param statusHint {@code closed}, {@code proceedings} or {@code dormant} if the name says so
 * @param qualifiers the generic words that the core key leaves out, spaces between
 * @param careOf the addressee of its mail, which belongs into the address
 * @param identifier the digits of a SIREN or SIRET in the name, valid or not
 */
public record CompanyName(
    String display,
    String legalForm,
    String coreKey,
    String otherKey,
    String compactKey,
    String tokens,
    String sigle,
    String siteLabel,
    String formerName,
    String alias,
    String statusHint,
    String qualifiers,
    String careOf,
    String identifier) {

  /** Returns {@link #statusHint} of a name: as {@link #parse} does, without all the rest. */
  public static String statusHint(String name) {
    return NameSplit.of(NameText.tidy(name)).state();
  }

  /** Takes a name apart, whatever it is; a text without letters or digits has empty keys. */
  public static CompanyName parse(String name) {
    NameSplit split = NameSplit.of(NameText.tidy(name));
    String display = split.main();
    NameWords words = NameWords.of(display);
    NameKeys keys = NameKeys.of(words);
    return new CompanyName(
        display,
        words.legalForm(),
        keys.core(),
        keys.other(),
        keys.compact(),
        keys.tokens(),
        keys.sigle(),
        split.site(),
        split.former(),
        split.alias(),
        split.state(),
        keys.qualifiers(),
        split.careOf(),
        split.identifier());
  }

  /** Returns whether there is more than a legal form or generic words. */
  static boolean hasName(String text) {
    if (FormStandardizer.written(text) != null) {
      return false;
    }
    for (NameToken token : NameWords.of(text).name()) {
      if (!CompanyWords.isGeneric(CompanyWords.expand(token.word()))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the words of {@link #tokens}. */
  public List<String> words() {
    return tokens.isEmpty() ? List.of() : List.of(tokens.split(" ", -1));
  }
}
