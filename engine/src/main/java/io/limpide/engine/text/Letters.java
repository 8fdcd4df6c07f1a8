package io.limpide.engine.text;

/** The letters that phonetic codes are made from. */
final class Letters {
  private Letters() {}

  /** Returns the letters A to Z of a text, accents folded, in capitals, everything else dropped. */
  static String latin(String text) {
    String key = Fold.key(text);
    StringBuilder letters = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c >= 'a' && c <= 'z') {
        letters.append((char) (c - 32));
      }
    }
    return letters.toString();
  }
}
