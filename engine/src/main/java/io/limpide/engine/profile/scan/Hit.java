package io.limpide.engine.profile.scan;

/**
 * A piece of text that must not be kept.
 *
 * @param start its first character in the text, counted as {@link String} does
 * @param end the character after its last
 * @param excerpt the piece, masked: enough to find it again, too little to read it
 */
public record Hit(Category category, int start, int end, String excerpt) {
  /** Masks words after their first letter, numbers but for their last two digits. */
  static Hit masked(Category category, String text, int start, int end) {
    StringBuilder masked = new StringBuilder();
    boolean words = category.form() == Category.Form.WORDS;
    int digits = 0;
    for (int i = start; i < end; i++) {
      digits += Character.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
    }
    int seen = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c)) {
        masked.append(words || Character.isSpaceChar(c) ? c : '•');
        continue;
      }
      seen++;
      boolean first = i == start || !Character.isLetterOrDigit(text.charAt(i - 1));
      boolean shown = words ? first : category.form() == Category.Form.NUMBER && seen > digits - 2;
      masked.append(shown ? c : '•');
    }
    String excerpt = masked.length() > 60 ? masked.substring(0, 59) + "…" : masked.toString();
    return new Hit(category, start, end, excerpt);
  }
}
