package io.limpide.engine.standardize.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Several addresses in one cell: how they are told apart, and how they are written together. */
final class EmailList {
  static final String SEPARATOR = "; ";

  /** Not the comma of {@code free,fr}: that one is a slip for a dot. */
  private static final Pattern BETWEEN =
      Pattern.compile("[;,](?!(?:fr|com|net|org|eu|be|ch|info|biz)(?:[\\s;,/|]|$))|[|/\\s]+");

  private static final Set<String> JOINING = Set.of("ou", "et", "or", "and", "&", "-", "puis");

  private EmailList() {}

  /**
   * Returns the pieces of a text with an "@" each; an empty list unless there are two and no rest.
   */
  static List<String> split(String text) {
    int at = text.indexOf('@');
    if (at < 0 || text.indexOf('@', at + 1) < 0 || text.indexOf('<') >= 0) {
      return text.indexOf('<') >= 0 ? bracketed(text) : List.of();
    }
    List<String> pieces = new ArrayList<>();
    for (String piece : BETWEEN.split(text, -1)) {
      if (piece.indexOf('@') > 0) {
        pieces.add(piece);
      } else if (!piece.isEmpty() && !JOINING.contains(piece)) {
        return List.of();
      }
    }
    return pieces.size() > 1 ? pieces : List.of();
  }

  /** {@code Jean <jean@free.fr>, Anne <anne@free.fr>}. */
  private static List<String> bracketed(String text) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('>', from);
      int next = end < 0 ? text.length() : end + 1;
      String piece = text.substring(from, next).strip();
      if (piece.startsWith(",") || piece.startsWith(";")) {
        piece = piece.substring(1).strip();
      }
      if (piece.indexOf('@') > 0) {
        pieces.add(piece);
      } else if (!piece.isEmpty()) {
        return List.of();
      }
      from = next;
    }
    return pieces.size() > 1 ? pieces : List.of();
  }
}
