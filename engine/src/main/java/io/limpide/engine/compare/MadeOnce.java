package io.limpide.engine.compare;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A list whose elements are made when the first is asked for; its size is known before. */
final class MadeOnce<T> extends AbstractList<T> {
  private final int size;
  private @Nullable Supplier<List<T>> maker;
  private List<T> made = List.of();

  MadeOnce(int size, Supplier<List<T>> maker) {
    this.size = size;
    this.maker = maker;
  }

  @Override
  public synchronized T get(int index) {
    Supplier<List<T>> waiting = maker;
    if (waiting != null) {
      made = waiting.get();
      maker = null;
    }
    return made.get(index);
  }

  @Override
  public int size() {
    return size;
  }
}
