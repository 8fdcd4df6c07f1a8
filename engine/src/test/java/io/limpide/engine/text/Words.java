package io.limpide.engine.text;

import java.util.SplittableRandom;

/** Random strings of few letters, so that they have something in common. */
final class Words {
  private static final String LETTERS = "aabbcde éŁ\u4e00\u4e01\u4e80\u0000";

  private Words() {}

  static String random(SplittableRandom random, int longest) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(longest + 1); length > 0; length--) {
      text.append(letter(random));
    }
    return text.toString();
  }

  static String damaged(String original, SplittableRandom random) {
    StringBuilder text = new StringBuilder(original);
    for (int edits = random.nextInt(5); edits > 0; edits--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, letter(random));
        case 1 -> text.delete(at, Math.min(text.length(), at + 1));
        case 2 -> text.replace(at, Math.min(text.length(), at + 1), letter(random));
        default -> {
          if (at + 1 < text.length()) {
            char first = text.charAt(at);
            text.setCharAt(at, text.charAt(at + 1));
            text.setCharAt(at + 1, first);
          }
        }
      }
    }
    return text.toString();
  }

  private static String letter(SplittableRandom random) {
    return String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length())));
  }
}
