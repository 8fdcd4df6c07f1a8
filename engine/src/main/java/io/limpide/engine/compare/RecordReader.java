package io.limpide.engine.compare;

import java.util.List;
import java.util.function.UnaryOperator;

/** Brings the values of a record to the forms in which the records before it are compared. */
public final class RecordReader {
  private final List<Reading> readings;
  private final int main; // the field whose letters come first in the order of content

  RecordReader(List<Reading> readings, int main) {
    this.readings = List.copyOf(readings);
    this.main = main;
  }

  /**
   * A record in the forms in which it is compared.
   *
   * @param values by field, each as many as a record may have; kept, not copied
   * @param order where the record stands in the order of content; not negative
   */
  public record Read(List<String[]> values, long order) {}

  /**
   * Reads a record.
   *
   * @param table the table whose columns it has
   * @param valueOfColumn its value by the name of a column; empty where it has none
   */
  public Read read(int table, UnaryOperator<String> valueOfColumn) {
    List<String[]> values =
        readings.stream().map(reading -> reading.read(table, valueOfColumn)).toList();
    return new Read(values, ContentOrder.key(values, main));
  }
}
