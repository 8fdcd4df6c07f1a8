package io.limpide.engine.standardize.company;

import io.limpide.engine.reference.CompanyWords;
import io.limpide.engine.reference.LegalForm;
import java.util.ArrayList;
import java.util.List;

/**
 * What a name is compared by. Generic words and articles go, unless too little would remain: an
 * everyday word alone is no key, so {@code La Poste} keeps its article and {@code Société Générale}
 * its first word.
 */
record NameKeys(
    String core, String other, String compact, String tokens, String sigle, String qualifiers) {
  private static final int LONGEST_SIGLE = 7;

  static NameKeys of(NameWords words) {
    List<String> name = expand(words.name(), words.form(), words.lead());
    Key key = Key.of(name, words.from() > 0);
    List<NameToken> others = words.otherName();
    String other = others.isEmpty() ? "" : join(Key.of(expand(others, null, 0), false).core, " ");
    String core = join(key.core, " ");
    return new NameKeys(
        core,
        other.equals(core) ? "" : other,
        join(key.compact, ""),
        join(key.tokens, " "),
        sigle(name, words.name(), key),
        join(key.generic, " "));
  }

  private static List<String> expand(
      List<NameToken> tokens, @org.jspecify.annotations.Nullable LegalForm form, int lead) {
    List<String> words = new ArrayList<>(tokens.size());
    if (lead > 0 && form != null) {
      NameToken.of(form.name()).forEach(token -> words.add(token.word())); // Mairie: Commune
    }
    for (int i = lead; i < tokens.size(); i++) {
      NameToken token = tokens.get(i);
      String word = token.word();
      boolean afterEt = i > 0 && isAnd(tokens.get(i - 1).word());
      words.add(
          switch (word) {
            case "STE" -> isCompany(tokens, i) ? "SOCIETE" : "SAINTE";
            case "CIE", "CO", "COMPANY", "COMPAGNIE" ->
                afterEt ? "CIE" : word.equals("CO") && i == 0 ? word : "COMPAGNIE";
            case "AND", "UND", "Y", "E" -> i > 0 && i + 1 < tokens.size() ? "ET" : word;
            default -> CompanyWords.expand(word);
          });
    }
    return words;
  }

  private static boolean isAnd(String word) {
    return switch (word) {
      case "ET", "AND", "UND", "Y", "E" -> true;
      default -> false;
    };
  }

  /**
   * STE stands for SOCIETE at the very beginning, or after a legal form before a word that is no
   * name ({@code SARL Ste Nouvelle}); anywhere else, or tied by a hyphen, it is SAINTE.
   */
  private static boolean isCompany(List<NameToken> tokens, int at) {
    if (at > 0 || tokens.get(0).tied()) {
      return false;
    }
    if (tokens.get(0).start() == 0 || tokens.size() == 1) {
      return true;
    }
    String next = CompanyWords.expand(tokens.get(1).word());
    return CompanyWords.isStop(next) || CompanyWords.isCommon(next);
  }

  /** Initials with and without generic words; the name itself where it is nothing but letters. */
  private static String sigle(List<String> name, List<NameToken> raw, Key key) {
    if (raw.size() == 1) {
      NameToken only = raw.get(0);
      int length = only.word().length();
      boolean letters = length >= 2 && length <= LONGEST_SIGLE && !NameText.hasLower(only.raw());
      return letters && Digits.only(only.word()) ? "" : letters ? only.word() : "";
    }
    String all = initials(name, true);
    String special = key.generic.isEmpty() ? all : initials(name, false);
    return special.isEmpty() || special.equals(all) ? all : (all + " " + special).strip();
  }

  private static String initials(List<String> name, boolean generic) {
    StringBuilder initials = new StringBuilder();
    for (String word : name) {
      if (!CompanyWords.isStop(word) && (generic || !CompanyWords.isGeneric(word))) {
        initials.append(word.charAt(0));
        if (initials.length() > LONGEST_SIGLE) {
          return "";
        }
      }
    }
    return initials.length() < 2 ? "" : initials.toString();
  }

  private static String join(List<String> words, String between) {
    return String.join(between, words);
  }

  /** The words of a name by their worth. */
  private record Key(
      List<String> core, List<String> compact, List<String> tokens, List<String> generic) {
    static Key of(List<String> name, boolean afterForm) {
      List<String> core = new ArrayList<>();
      List<String> compact = new ArrayList<>();
      List<String> tokens = new ArrayList<>();
      List<String> generic = new ArrayList<>();
      int coreAt = 0;
      boolean loose = afterForm;
      for (int i = 0; i < name.size(); i++) {
        String word = name.get(i);
        boolean stop = isStop(name, i);
        if (!stop) {
          tokens.add(word);
        }
        if (CompanyWords.isGeneric(word) && !isComplement(name, i)) {
          generic.add(word);
          if (isArticle(name, i - 1) && !compact.isEmpty()) {
            compact.remove(compact.size() - 1); // L'Atelier de Marie
          }
          loose |= compact.isEmpty();
          continue;
        }
        if (compact.isEmpty() && loose && isLink(word)) {
          continue;
        }
        compact.add(word);
        if (!stop) {
          core.add(word);
          coreAt = i;
        }
      }
      boolean article =
          isArticle(name, coreAt - 1) && (coreAt < 2 || !isLink(name.get(coreAt - 2)));
      if (compact.size() == 2 && article && isThin(core)) {
        return new Key(compact, compact, tokens, generic); // La Poste
      }
      if (core.isEmpty() || (isThin(core) && !generic.isEmpty())) {
        List<String> all = tokens.isEmpty() ? name : tokens;
        return new Key(all, name, all, List.of()); // Société Générale, Air France, Le Groupe
      }
      return new Key(core, compact, tokens, generic);
    }

    /** Words that only tie a generic word to the name: {@code Société des Eaux}. */
    private static boolean isLink(String word) {
      return switch (word) {
        case "DE", "DU", "DES", "D", "ET", "A", "AU", "AUX", "EN", "OF" -> true;
        default -> false;
      };
    }

    private static boolean isComplement(List<String> name, int at) {
      if (at == 0 || !CompanyWords.isComplement(name.get(at))) {
        return false;
      }
      String before = name.get(at - 1);
      return isLink(before) || (at > 1 && isArticle(name, at - 1) && isLink(name.get(at - 2)));
    }

    private static boolean isThin(List<String> core) {
      return core.size() == 1 && isThin(core.get(0));
    }

    private static boolean isThin(String word) {
      return word.length() == 1 || CompanyWords.isCommon(word) || CompanyWords.isGeneric(word);
    }

    private static boolean isArticle(List<String> name, int at) {
      return at >= 0
          && switch (name.get(at)) {
            case "LA", "LE", "LES", "L", "THE" -> true;
            default -> false;
          };
    }

    /** A single letter beside ET is an initial: {@code A & B}. */
    private static boolean isStop(List<String> name, int at) {
      String word = name.get(at);
      if (!CompanyWords.isStop(word)) {
        return false;
      }
      boolean joined =
          (at > 0 && name.get(at - 1).equals("ET"))
              || (at + 1 < name.size() && name.get(at + 1).equals("ET"));
      return !(joined && word.length() == 1);
    }
  }
}
