package io.limpide.cli.result;

import io.limpide.connect.write.Constant;
import io.limpide.connect.write.TableWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The texts that a table holds over and over, ready to be written; for all threads. */
final class Constants {
  private final TableWriter table;
  private final Map<String, Constant> ready = new ConcurrentHashMap<>();

  Constants(TableWriter table) {
    this.table = table;
  }

  /** Returns a text ready to be written; only for those of which there are few. */
  Constant of(String text) {
    Constant known = ready.get(text);
    return known != null ? known : ready.computeIfAbsent(text, table::constant);
  }
}
