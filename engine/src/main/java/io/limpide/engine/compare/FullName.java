package io.limpide.engine.compare;

/**
 * Splits a whole name in two, well enough to compare: before and after a comma, capitals as family
 * name, else the last word.
 *
 * @param given folded
 * @param family folded
 */
record FullName(String given, String family) {
  static FullName parse(String text) {
    int comma = text.indexOf(',');
    if (comma > 0) {
      return new FullName(
          Forms.name(text.substring(comma + 1)), Forms.name(text.substring(0, comma)));
    }
    int last = text.strip().lastIndexOf(' ');
    if (!Generations.of(Forms.words(text)).isEmpty() && last > 0) {
      return parse(text.strip().substring(0, last));
    }
    String[] words = text.strip().split("\\s+", 12);
    StringBuilder capitals = new StringBuilder();
    StringBuilder others = new StringBuilder();
    for (String word : words) {
      boolean upper = word.length() > 1 && word.equals(word.toUpperCase(java.util.Locale.ROOT));
      (upper ? capitals : others).append(word).append(' ');
    }
    if (!capitals.isEmpty() && !others.isEmpty()) {
      return new FullName(Forms.name(others.toString()), Forms.name(capitals.toString()));
    }
    return last < 0
        ? new FullName("", Forms.name(text))
        : new FullName(
            Forms.name(text.strip().substring(0, last)), Forms.name(text.strip().substring(last)));
  }
}
