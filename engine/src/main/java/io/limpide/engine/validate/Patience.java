package io.limpide.engine.validate;

import java.util.regex.Pattern;

/**
 * Matching with a recipe's pattern that gives up. Backtracking may take time exponential in the
 * length of the value; a pattern that reads so many characters is as good as one that does not fit.
 */
final class Patience {
  private static final int READS = 2_000_000;

  private Patience() {}

  /** Returns whether the whole value fits the pattern; false when that takes too long to tell. */
  static boolean matches(Pattern pattern, String value) {
    try {
      return pattern.matcher(new Metered(value, new int[1])).matches();
    } catch (OutOfPatienceException | StackOverflowError e) {
      return false;
    }
  }

  private static final class OutOfPatienceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfPatienceException() {
      super(null, null, false, false);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // a counter that its parts share
  private record Metered(CharSequence value, int[] reads) implements CharSequence {
    @Override
    public char charAt(int index) {
      if (++reads[0] > READS) {
        throw new OutOfPatienceException();
      }
      return value.charAt(index);
    }

    @Override
    public int length() {
      return value.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Metered(value.subSequence(start, end), reads);
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }
}
