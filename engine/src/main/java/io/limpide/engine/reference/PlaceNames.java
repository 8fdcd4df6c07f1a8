package io.limpide.engine.reference;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What spellings of the name of one place or way have in common.
 *
 * <p>Folding drops accents, case and punctuation. The key of a place also undoes the abbreviations
 * that La Poste and DGFiP use in names of communes: {@code ST}, {@code STE}, {@code S/}, and the
 * article put behind ({@code HAVRE (LE)}).
 */
public final class PlaceNames {
  private static final int LONGEST = 400; // no place or way has a longer name

  private PlaceNames() {}

  /**
   * Returns the words of a text in capitals without accents: anything but letters and digits
   * separates, and one space stands between two words.
   */
  public static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length() + 4);
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
        gap = open(folded, gap);
        folded.append(c);
      } else if (c >= 'a' && c <= 'z') {
        gap = open(folded, gap);
        folded.append((char) (c - 32));
      } else if (c < 128) {
        gap = true;
      } else {
        String plain = plain(c);
        if (plain.isEmpty()) {
          gap |= !isMark(c);
        } else {
          gap = open(folded, gap);
          folded.append(plain);
        }
      }
    }
    return folded.toString();
  }

  private static boolean open(StringBuilder folded, boolean gap) {
    if (gap && folded.length() > 0) {
      folded.append(' ');
    }
    return false;
  }

  private static boolean isMark(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.FORMAT;
  }

  private static String plain(char c) {
    switch (c) {
      case 'à', 'á', 'â', 'ã', 'å', 'À', 'Á', 'Â', 'Ã', 'Å' -> {
        return "A";
      }
      case 'è', 'é', 'ê', 'ë', 'È', 'É', 'Ê', 'Ë' -> {
        return "E";
      }
      case 'ç', 'Ç' -> {
        return "C";
      }
      case 'ô', 'ó', 'ò', 'õ', 'Ô', 'Ó', 'Ò', 'Õ', 'ø', 'Ø' -> {
        return "O";
      }
      case 'œ', 'Œ' -> {
        return "OE";
      }
      case 'æ', 'Æ' -> {
        return "AE";
      }
      case 'ß' -> {
        return "SS";
      }
      case 'ł', 'Ł' -> {
        return "L";
      }
      case 'đ', 'Đ' -> {
        return "D";
      }
      case 'ı' -> {
        return "I";
      }
      default -> {}
    }
    if (Character.isSurrogate(c) || !Character.isLetterOrDigit(c)) {
      return "";
    }
    String split = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
    StringBuilder letters = new StringBuilder(split.length());
    for (int i = 0; i < split.length(); i++) {
      if (Character.isLetterOrDigit(split.charAt(i))) {
        letters.append(split.charAt(i));
      }
    }
    return letters.toString().toUpperCase(java.util.Locale.ROOT);
  }

  /** Returns the words of {@link #fold}, none for a text without letters or digits. */
  public static List<String> words(String text) {
    return split(fold(text));
  }

  /** Splits a folded text at its spaces. */
  static List<String> split(String folded) {
    if (folded.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int at = folded.indexOf(' '); at >= 0; at = folded.indexOf(' ', from)) {
      words.add(folded.substring(from, at));
      from = at + 1;
    }
    words.add(folded.substring(from));
    return Collections.unmodifiableList(words);
  }

  /**
   * Returns the key under which all spellings of a place are found: {@code SAINTDENIS} for {@code
   * St Denis}, {@code LEHAVRE} for {@code HAVRE (LE)}; empty for what cannot be a place.
   */
  public static String key(String name) {
    if (name.length() > LONGEST) {
      return "";
    }
    String folded = fold(articleFirst(name));
    StringBuilder key = new StringBuilder(folded.length() + 8);
    int from = 0;
    while (from < folded.length()) {
      int to = folded.indexOf(' ', from);
      to = to < 0 ? folded.length() : to;
      append(key, folded, from, to);
      from = to + 1;
    }
    return key.toString();
  }

  private static void append(StringBuilder key, String folded, int from, int to) {
    int length = to - from;
    if (length == 1 && folded.charAt(from) == 'S') {
      key.append("SUR");
    } else if (length <= 4 && folded.startsWith("ST", from)) {
      String rest = folded.substring(from + 2, to);
      switch (rest) {
        case "", "E", "S", "ES" -> key.append("SAINT").append(rest);
        default -> key.append(folded, from, to);
      }
    } else if (length == 3 && folded.startsWith("LEZ", from)) {
      key.append("LES");
    } else {
      key.append(folded, from, to);
    }
  }

  /**
   * Returns a name with its article in front where the source put it behind: {@code HAVRE (LE)}
   * gives {@code LE HAVRE}; anything else is returned as it is.
   */
  public static String articleFirst(String name) {
    String text = name.strip();
    if (!text.endsWith(")")) {
      return name;
    }
    int open = text.lastIndexOf('(');
    if (open <= 0 || text.length() - open > 6) {
      return name;
    }
    String article = text.substring(open + 1, text.length() - 1).strip();
    String rest = text.substring(0, open).strip();
    return switch (article.toUpperCase(java.util.Locale.ROOT)) {
      case "LE", "LA", "LES" -> article + " " + rest;
      case "L'", "L’", "L" -> article.charAt(0) + "'" + rest;
      default -> name;
    };
  }
}
