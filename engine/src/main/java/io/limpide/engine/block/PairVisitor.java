package io.limpide.engine.block;

/** Takes candidate pairs as they are made. */
@FunctionalInterface
public interface PairVisitor {
  /** Takes a pair; {@code a < b}. */
  void pair(int a, int b);
}
