package io.limpide.engine.match;

/**
 * What a person said of two records; it goes before whatever the model thinks.
 *
 * @param a a record
 * @param b another
 * @param same whether they are about one party
 */
public record Judgement(int a, int b, boolean same) {
  public Judgement {
    if (a == b || a < 0 || b < 0) {
      throw new IllegalArgumentException("two records, not %d and %d".formatted(a, b));
    }
  }
}
