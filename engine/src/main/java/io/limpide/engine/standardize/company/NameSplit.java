package io.limpide.engine.standardize.company;

import io.limpide.engine.reference.CompanyStates;
import io.limpide.engine.reference.CompanyWords;
import java.util.Locale;
import java.util.regex.Matcher;

/**
 * Takes off a name what is not the name: the site in {@code (siège)}, the state in {@code en
 * liquidation}, the former name in {@code ex Martin}, an alias in {@code (UFC)}, a share capital, a
 * register number.
 *
 * <p>First what stands in parentheses, then what follows a dash or comma, last what follows a word
 * that announces it. Names of more than {@value #LONGEST} characters are no names, and are left
 * whole.
 */
final class NameSplit {
  private static final int LONGEST = 400;

  private final String whole;
  private String main;
  private String site = "";
  private String former = "";
  private String alias = "";
  private String state = "";
  private String careOf = "";
  private String identifier = "";

  private NameSplit(String name) {
    whole = name;
    main = name;
  }

  static NameSplit of(String tidyName) {
    NameSplit split = new NameSplit(tidyName);
    if (tidyName.length() <= LONGEST) {
      split.parentheses();
      split.tails();
      split.announced();
      split.quoted();
    }
    return split;
  }

  /** Returns the name without all the rest; never empty unless the whole was. */
  String main() {
    return main;
  }

  String site() {
    return site;
  }

  String former() {
    return former;
  }

  String alias() {
    return alias;
  }

  /** Returns a word of {@link CompanyStates}. */
  String state() {
    return state;
  }

  /** Returns who mail to the company is to be sent to. */
  String careOf() {
    return careOf;
  }

  /** Returns the digits of a SIREN or SIRET in the name, valid or not. */
  String identifier() {
    return identifier;
  }

  private void parentheses() {
    int from = 0;
    while (true) {
      int open = opening(main, from);
      if (open < 0) {
        return;
      }
      char closing = main.charAt(open) == '(' ? ')' : ']';
      int close = main.indexOf(closing, open + 1);
      String inside = main.substring(open + 1, close < 0 ? main.length() : close).strip();
      String before = main.substring(0, open);
      String after = close < 0 ? "" : main.substring(close + 1);
      boolean glued = !before.isEmpty() && Character.isLetter(before.charAt(before.length() - 1));
      boolean plural = glued && inside.length() <= 2; // salarié(e)s
      String rest = tidyJoin(before, after);
      if (inside.isEmpty() && !rest.isEmpty()) {
        main = rest;
      } else if (plural
          || !CompanyName.hasName(rest)
          || (!isEnded(inside) && staysInName(inside))) {
        from = open + 1;
      } else if (take(rest, inside) || (close >= 0 && isLast(after) && takeAlias(rest, inside))) {
        from = 0;
      } else {
        from = open + 1;
      }
    }
  }

  private static int opening(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '(' || text.charAt(i) == '[') {
        return i;
      }
    }
    return -1;
  }

  /** In the middle, parentheses are part of the name: {@code Bank of China (Hong Kong) Ltd}. */
  private static boolean isLast(String after) {
    String rest = strip(after);
    return rest.isEmpty() || rest.charAt(0) == '(' || rest.charAt(0) == '[';
  }

  private static boolean isEnded(String inside) {
    return CompanyStates.isEnded(CompanyStates.of(NameText.phrase(inside)));
  }

  /** A legal form or a generic word in parentheses: {@code Dupont (SARL)}, {@code X (France)}. */
  private static boolean staysInName(String inside) {
    String folded = CompanyWords.expand(NameText.fold(inside));
    if (CompanyWords.isGeneric(folded)) {
      return true;
    }
    if (CompanyWords.isCommon(folded) && !CompanyWords.isPlace(folded)) {
      return true; // "Le Balto (tabac)"
    }
    return FormStandardizer.written(inside) != null;
  }

  private boolean takeAlias(String rest, String inside) {
    String folded = NameText.fold(inside);
    if (folded.isEmpty()) {
      return false;
    }
    String place = NameText.phrase(inside).toUpperCase(Locale.ROOT);
    if (Digits.only(folded) || CompanyWords.isPlace(place)) {
      if (site.isEmpty()) {
        site = inside;
      }
    } else {
      Matcher label = NameMarks.ALIAS_LABEL.matcher(NameText.parallel(inside));
      String name = label.lookingAt() ? strip(inside.substring(label.end())) : inside;
      alias = alias.isEmpty() ? name : alias + " / " + name;
    }
    main = rest;
    return true;
  }

  /** Splits off what follows a dash, comma or slash with a space, from the right. */
  private void tails() {
    while (true) {
      int cut = lastSeparator();
      if (cut < 0) {
        return;
      }
      String tail = strip(main.substring(cut));
      String rest = strip(main.substring(0, cut));
      if (tail.isEmpty() || rest.isEmpty() || !take(rest, tail)) {
        return;
      }
    }
  }

  private int lastSeparator() {
    for (int i = main.length() - 1; i > 0; i--) {
      char c = main.charAt(i);
      boolean dash = (c == '-' || c == '–' || c == '—' || c == '/') && main.charAt(i - 1) == ' ';
      if (dash || c == ',' || c == ';' || c == '|' || c == '*') {
        return i;
      }
    }
    return -1;
  }

  /** Understands what stands apart from the name, if it announces itself. */
  private boolean take(String rest, String apart) {
    String plain = NameText.parallel(apart);
    String phrase = NameText.phrase(apart);
    String meant = CompanyStates.of(phrase);
    if (CompanyStates.isEnded(meant)) {
      state = meant;
      main = rest;
      return true;
    }
    Matcher matcher = NameMarks.FORMER.matcher(plain);
    if (matcher.lookingAt()) {
      former = strip(apart.substring(matcher.end()));
      main = rest;
      return true;
    }
    matcher = NameMarks.RENAMED.matcher(plain);
    if (matcher.lookingAt()) {
      former = rest;
      main = strip(apart.substring(matcher.end()));
      return true;
    }
    if (plain.startsWith("c/o ")) {
      careOf = strip(apart.substring(4));
      main = rest;
      return true;
    }
    if (NameMarks.SITE.matcher(phrase).matches()) {
      site = site.isEmpty() ? apart : apart + ", " + site;
      main = rest;
      return true;
    }
    return false;
  }

  /** Splits at words that announce what follows: {@code Dupont anciennement Martin}. */
  private void announced() {
    if (!NameText.mayHoldBehindSpace(main, NameMarks.INNER_WORDS)) {
      return;
    }
    for (int round = 0; round < 4; round++) {
      String plain = NameText.parallel(main);
      Matcher matcher = NameMarks.INNER.matcher(plain);
      if (!matcher.find() || matcher.start() == 0 || !take(matcher, plain)) {
        break;
      }
    }
    Matcher matcher = NameMarks.INNER_STATE.matcher(NameText.parallel(main));
    if (matcher.find() && matcher.start() > 0) {
      String tail = main.substring(matcher.start()).strip();
      String phrase = NameText.phrase(tail);
      boolean initials = phrase.equals("lj") || phrase.equals("rj");
      if (initials && !(tail.startsWith("LJ") || tail.startsWith("RJ"))) {
        return;
      }
      if (phrase.startsWith("siege")) {
        site = site.isEmpty() ? tail : site;
      } else {
        state = CompanyStates.of(phrase);
      }
      main = strip(main.substring(0, matcher.start()));
    }
  }

  private boolean take(Matcher matcher, String plain) {
    String rest = strip(main.substring(0, matcher.start()));
    String tail = strip(main.substring(matcher.end()));
    if (rest.isEmpty() || tail.isEmpty()) {
      return false;
    }
    if (matcher.group("former") != null) {
      if (plain.startsWith("aequo", matcher.end()) || plain.startsWith("voto", matcher.end())) {
        return false;
      }
      former = tail;
    } else if (matcher.group("renamed") != null) {
      former = rest;
      rest = tail;
    } else if (matcher.group("alias") != null) {
      alias = tail;
    } else if (matcher.group("care") != null) {
      careOf = tail;
    } else if (matcher.group("register") != null) {
      if (!takeIdentifier(tail)) {
        return false;
      }
    } else if (!tail.chars().anyMatch(Character::isDigit) && !plain.contains("capital variable")) {
      return false; // "Investir au capital humain"
    } else if (!CompanyName.hasName(rest)) {
      return false; // "SAS au capital variable Dupont"
    } else {
      Matcher register = NameMarks.REGISTER.matcher(NameText.parallel(tail));
      if (register.find()) {
        takeIdentifier(tail.substring(register.end()));
      }
    }
    main = rest;
    return true;
  }

  private boolean takeIdentifier(String tail) {
    Matcher number = NameMarks.REGISTER_NUMBER.matcher(tail);
    if (!number.find()) {
      return false;
    }
    identifier = NameText.phrase(number.group()).replace(" ", "");
    return true;
  }

  /** A last part in quotes is a trade name: {@code SARL Dupont "Le Bon Pain"}. */
  private void quoted() {
    if (!alias.isEmpty() || main.length() < 4) {
      return;
    }
    char last = main.charAt(main.length() - 1);
    char first = last == '»' ? '«' : last == '”' ? '“' : '"';
    if (last != '"' && last != '»' && last != '”') {
      return;
    }
    int open = main.lastIndexOf(first, main.length() - 2);
    if (open <= 0) {
      return;
    }
    String inside = strip(main.substring(open + 1, main.length() - 1));
    String rest = strip(main.substring(0, open));
    if (!inside.isEmpty() && CompanyName.hasName(rest)) {
      alias = inside;
      main = rest;
    }
  }

  private static String tidyJoin(String before, String after) {
    return strip(before.stripTrailing() + (after.startsWith(" ") ? after : " " + after));
  }

  /** Strips spaces and separators from both ends. */
  private static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isEdge(text.charAt(from))) {
      from++;
    }
    while (to > from && isEdge(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isEdge(char c) {
    return " -–—,;:/|*_".indexOf(c) >= 0;
  }

  @Override
  public String toString() {
    return whole;
  }
}
