package io.limpide.engine.standardize.address;

import io.limpide.engine.reference.PlaceNames;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes a line in capitals or in small letters as the Base Adresse Nationale does: {@code 12 Rue
 * de l'Église}.
 *
 * <p>Source: beautify of adresses-util (MIT): small words small, {@code ZI}, {@code ZAC} and roman
 * numerals large. Words whose accents are beyond doubt get them back.
 */
final class TitleCase {
  private static final Set<String> SMALL =
      Set.of(
          "DE", "DU", "DES", "LA", "LE", "LES", "ET", "EN", "SUR", "SOUS", "AU", "AUX", "LEZ",
          "DIT", "OF", "AND", "AT", "THE", "DEL", "DELLA", "VON", "VAN", "DER");

  private static final Set<String> LARGE =
      Set.of(
          "ZI", "ZA", "ZAC", "ZAE", "ZC", "ZCI", "BP", "CS", "TSA", "CEDEX", "RN", "RD", "RDC",
          "CC", "PO", "HLM", "SNCF", "ZUP", "NE", "NW", "SE", "SW", "CIDEX");

  private static final Map<String, String> ACCENTS = new HashMap<>();

  static {
    String words =
        "Allée Allées Cité Chaussée Côte Montée Résidence République Libération Général Maréchal"
            + " Président Église École Écoles Château Liberté Égalité Fraternité Hôtel Hôpital"
            + " Médecin Préfecture Bâtiment Étage Entrée Théâtre Musée Évêché Forêt Vallée Prés"
            + " Chêne Chênes Frêne Frênes Peupliers Fédération Résistance Déportés Européenne"
            + " Européen Armée Jaurès Zola Émile Hélène Éluard Édouard Étienne Gérard André René"
            + " François Françoise Frédéric Thérèse Célestin Léon Léo Félix Désiré Eugène Clément"
            + " Raphaël Noël Joël Mékong Genève Orléans Étoile Étang Étangs Écluse Fontaine"
            + " Pêcheurs Rivière Verrerie Métiers Métairie Moulin Abbé Abbaye Évêque Été Éclair"
            + " Espérance Crète Grève Chèvrefeuille Bruyère Bruyères Sévigné Molière Curie Voltaire"
            + " Gambetta Mûriers Hêtre Hêtres Érables Érable Sapinière Roseraie Cèdre Cèdres"
            + " Fougères Pêche Réunion Guérin Debré Mendès Blériot Mermoz Saint-Exupéry"
            + " Châtaigniers Châtaignier Acacias Cathédrale Arènes Capitaine Légion Alliés Zone"
            + " Technopôle Pépinière Gué Pré Marché Bélier Île Îles Îlot";
    for (String word : words.split(" ", -1)) {
      String folded = PlaceNames.fold(word);
      if (!folded.contains(" ") && !word.toUpperCase(Locale.ROOT).equals(folded)) {
        ACCENTS.put(folded, word);
      }
    }
  }

  private TitleCase() {}

  /** Returns whether the letters are all capitals or all small, so that nobody chose their case. */
  static boolean isUnstyled(String text) {
    int upper = 0;
    int lower = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      upper += Character.isUpperCase(c) ? 1 : 0;
      lower += Character.isLowerCase(c) ? 1 : 0;
    }
    return upper + lower > 1 && (upper == 0 || lower == 0);
  }

  /** Returns the text in title case, if it is unstyled; else as it is. */
  static String of(String text) {
    if (!isUnstyled(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 8);
    boolean first = true;
    boolean afterNumber = false;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (!isWord(c)) {
        out.append(c);
        at++;
        continue;
      }
      int end = at + 1;
      while (end < text.length() && isWord(text.charAt(end))) {
        end++;
      }
      String word = text.substring(at, end);
      boolean elided = end < text.length() && text.charAt(end) == '\'' && word.length() == 1;
      boolean apostrophe = at > 0 && text.charAt(at - 1) == '\'' && word.length() == 1;
      out.append(styled(word, first, elided, afterNumber, apostrophe));
      first &= word.charAt(0) >= '0' && word.charAt(0) <= '9';
      afterNumber = Words.startsWithDigit(word);
      at = end;
    }
    return out.toString();
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static String styled(
      String word, boolean first, boolean elided, boolean afterNumber, boolean apostrophe) {
    String upper = word.toUpperCase(Locale.ROOT);
    String lower = word.toLowerCase(Locale.ROOT);
    if (Words.startsWithDigit(word)) {
      return lower;
    }
    String capital = String.valueOf(Character.toTitleCase(word.charAt(0)));
    if (elided) {
      return first ? capital : lower;
    }
    if (word.length() == 1) {
      return capital.equals("À") || (apostrophe && capital.equals("S")) ? lower : capital;
    }
    if (!first && SMALL.contains(PlaceNames.fold(word))) {
      return lower;
    }
    if (afterNumber && Vocabulary.SUFFIXES.contains(upper)) {
      return lower;
    }
    if (LARGE.contains(upper) || Vocabulary.roman(upper) > 1 || hasDigit(word)) {
      return upper;
    }
    String accented = ACCENTS.get(upper);
    return accented != null ? accented : capital + word.substring(1).toLowerCase(Locale.ROOT);
  }

  private static boolean hasDigit(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= '0' && word.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }
}
