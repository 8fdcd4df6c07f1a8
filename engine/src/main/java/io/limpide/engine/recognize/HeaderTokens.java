package io.limpide.engine.recognize;

import java.util.ArrayList;
import java.util.List;

/** Splits a header into folded words, also where only capitals or digits show the seam. */
final class HeaderTokens {
  private static final int LONGEST = 200;

  private HeaderTokens() {}

  static List<String> of(String header) {
    String text = header.length() > LONGEST ? header.substring(0, LONGEST) : header;
    List<String> tokens = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (start >= 0 && (!inside || seam(text, i))) {
        add(tokens, text.substring(start, i));
        start = -1;
      }
      if (inside && start < 0) {
        start = i;
      }
    }
    return tokens;
  }

  private static boolean seam(String text, int at) {
    char before = text.charAt(at - 1);
    char after = text.charAt(at);
    if (Character.isDigit(before) != Character.isDigit(after)) {
      return true;
    }
    if (!Character.isUpperCase(after)) {
      return false;
    }
    boolean nextIsLower = at + 1 < text.length() && Character.isLowerCase(text.charAt(at + 1));
    if (nextIsLower && text.charAt(at + 1) == 's' && endsAt(text, at + 2)) {
      return Character.isLowerCase(before); // IDs
    }
    return Character.isLowerCase(before) || (Character.isUpperCase(before) && nextIsLower);
  }

  private static boolean endsAt(String text, int at) {
    return at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }

  private static void add(List<String> tokens, String token) {
    String folded = FoldedText.key(FoldedText.fold(token));
    if (folded.isEmpty()) {
      return;
    }
    int last = tokens.size() - 1;
    if (folded.startsWith("mail") && last >= 0 && tokens.get(last).equals("e")) {
      tokens.set(last, "email"); // E-mail, eMail
    } else {
      tokens.add(folded);
    }
  }
}
