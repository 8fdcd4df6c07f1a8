package io.limpide.engine.merge;

import java.util.ArrayList;
import java.util.List;

/** Takes a list that is written in one cell apart. */
final class Splitting {
  private Splitting() {}

  /** Returns the pieces between signs, stripped; empty ones are left out. */
  static List<String> at(String list, String sign) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (from <= list.length()) {
      int to = list.indexOf(sign, from);
      to = to < 0 ? list.length() : to;
      String piece = list.substring(from, to).strip();
      if (!piece.isEmpty()) {
        pieces.add(piece);
      }
      from = to + sign.length();
    }
    return pieces;
  }
}
