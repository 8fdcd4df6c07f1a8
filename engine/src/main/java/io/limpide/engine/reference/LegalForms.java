package io.limpide.engine.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The legal forms that French companies have, the usual ones of other countries, and all the ways
 * to write them.
 *
 * <p>Source: INSEE, "Catégories juridiques", level III,
 * https://www.insee.fr/fr/information/2028129; GLEIF, ISO 20275 Entity Legal Forms code list.
 */
public final class LegalForms {
  private static final int WORDLIKE = 8; // so many letters are no initials
  private static final LegalForms FORMS = new LegalForms();

  private final Map<String, LegalForm> byVariant = new HashMap<>();
  private final Map<String, LegalForm> byCode = new HashMap<>();
  private final Map<String, LegalForm> byCodePrefix = new LinkedHashMap<>();
  private final Map<String, String> soleCodes = new HashMap<>();
  private final Set<String> firstWords = new HashSet<>();
  private final Set<String> lastWords = new HashSet<>();
  private final Set<String> sayingMore = new HashSet<>();
  private final Set<String> unmistakable = new HashSet<>();
  private int longest;

  private LegalForms() {
    for (String[] cells : ReferenceTable.rows("legal-forms.csv", 6)) {
      LegalForm form =
          new LegalForm(
              cells[0],
              cells[2],
              cells[3].equals("B") || cells[3].equals("S"),
              cells[3].equals("B") || cells[3].equals("A"),
              cells[4].equals("d"),
              cells[4].equals("k"));
      for (String written : cells[5].split("\\|", -1)) {
        boolean saysMore = written.endsWith("~");
        String variant = saysMore ? written.substring(0, written.length() - 1) : written;
        if (saysMore) {
          sayingMore.add(variant);
        }
        byVariant.putIfAbsent(variant, form);
        String[] words = variant.split(" ", -1);
        longest = Math.max(longest, words.length);
        boolean sure = !form.doubtful() || variant.length() >= WORDLIKE; // AG, AKTIENGESELLSCHAFT
        if (words.length == 1 && sure && !form.kept()) {
          unmistakable.add(variant);
        }
        firstWords.add(words[0]);
        lastWords.add(words[words.length - 1]);
      }
      codes(form, cells[1].isEmpty() ? List.of() : List.of(cells[1].split("\\|", -1)));
    }
  }

  private void codes(LegalForm form, List<String> codes) {
    List<String> whole = new ArrayList<>();
    for (String code : codes) {
      if (code.endsWith("*")) {
        byCodePrefix.put(code.substring(0, code.length() - 1), form);
      } else {
        byCode.put(code, form);
        whole.add(code);
      }
    }
    if (whole.size() == 1 && codes.size() == 1) {
      soleCodes.put(form.name(), whole.get(0));
    }
  }

  /**
   * Returns the form that is written like this.
   *
   * @param folded capitals without accents or punctuation, single spaces: {@code SARL}, {@code
   *     SOCIETE ANONYME}
   */
  public static @Nullable LegalForm written(String folded) {
    return FORMS.byVariant.get(folded);
  }

  /** Returns the form of an INSEE category, such as SARL for 5499; null when not known. */
  public static @Nullable LegalForm ofCategory(String code) {
    if (code.length() != 4) {
      return null;
    }
    LegalForm whole = FORMS.byCode.get(code);
    if (whole != null) {
      return whole;
    }
    LegalForm longer = FORMS.byCodePrefix.get(code.substring(0, 3));
    return longer != null ? longer : FORMS.byCodePrefix.get(code.substring(0, 2));
  }

  /** Returns the INSEE category of a form if it has only one; else empty. */
  public static String category(String name) {
    return switch (name) {
      case "SARL" -> "5499";
      case "SAS" -> "5710";
      default -> FORMS.soleCodes.getOrDefault(name, "");
    };
  }

  /** Returns whether a way to write a form says more than its name: {@code SA A DIRECTOIRE}. */
  public static boolean saysMore(String folded) {
    return FORMS.sayingMore.contains(folded);
  }

  /** Returns whether any way to write a form begins with this word. */
  public static boolean mayBeginWith(String word) {
    return FORMS.firstWords.contains(word);
  }

  /** Returns whether any way to write a form ends with this word. */
  public static boolean mayEndWith(String word) {
    return FORMS.lastWords.contains(word);
  }

  /** Returns the single words that are a form and neither initials nor part of a name. */
  public static Set<String> unmistakable() {
    return Set.copyOf(FORMS.unmistakable);
  }

  /** Returns how many words the longest way to write a form has. */
  public static int longestInWords() {
    return FORMS.longest;
  }
}
