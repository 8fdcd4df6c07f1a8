package io.limpide.engine.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fields that the columns at hand allow to compare, in the form in which they are compared.
 * Made before the records are put in order, for the order follows from the values.
 */
public final class Fields {
  private final int records;
  private final Map<String, Made> made = new LinkedHashMap<>();
  private long[] content = {}; // the place of each record in the order

  private record Made(
      FieldValues values, Reading reading, Function<FieldValues, FieldComparison> comparison) {}

  /**
   * A field that may turn out to have no values.
   *
   * @param values collects them
   * @param comparison what compares them, once the records are in order
   */
  record Wanted(
      String name,
      Supplier<FieldCollector.Collected> values,
      Function<FieldValues, FieldComparison> comparison) {}

  Fields(int records) {
    this.records = records;
  }

  /** Returns the fields by which persons are compared. */
  public static Fields ofPersons(RecordSet records) {
    return new FieldList(records).ofPersons();
  }

  /** Returns the fields by which companies and their establishments are compared. */
  public static Fields ofCompanies(RecordSet records) {
    return new FieldList(records).ofCompanies();
  }

  /** Collects fields, each on its own, and adds those of which records have values, in order. */
  void collect(List<Wanted> wanted) {
    List<FieldCollector.Collected> collected =
        wanted.parallelStream().map(field -> field.values().get()).toList();
    for (int field = 0; field < collected.size(); field++) {
      add(wanted.get(field).name(), collected.get(field), wanted.get(field).comparison());
    }
  }

  /** Adds a field if two records have values of it and no other field has its name. */
  void add(
      String name,
      FieldCollector.Collected collected,
      Function<FieldValues, FieldComparison> comparison) {
    FieldValues values = collected.values();
    if (made.size() < PatternCoder.MOST_FIELDS && !has(name) && values.fill() >= 2) {
      made.put(name, new Made(values, collected.reading(), comparison));
    }
  }

  /** Returns whether a field of that name has values. */
  boolean has(String name) {
    return made.containsKey(name);
  }

  /** Returns the values of a field; null if there are none. */
  @Nullable FieldValues values(String name) {
    Made field = made.get(name);
    return field == null ? null : field.values();
  }

  /** Returns the records in an order that depends on what they contain, like beside like. */
  public int[] order() {
    return ContentOrder.sorted(content());
  }

  private long[] content() {
    if (content.length == 0) {
      List<FieldValues> values = made.values().stream().map(Made::values).toList();
      content = ContentOrder.keys(values, records, main());
    }
    return content;
  }

  /** The field of the main name; -1 if there is none. */
  private int main() {
    return new ArrayList<>(made.keySet())
        .indexOf(has("family_name") ? "family_name" : "company_name");
  }

  /** Returns the comparisons, with the records renumbered: new i is old {@code order[i]}. */
  public PatternCoder coder(int[] order) {
    long[] keys = content();
    return new PatternCoder(
        made.values().parallelStream() // each derives from its own values alone
            .map(field -> field.comparison().apply(field.values().reorder(order)))
            .toList(),
        new RecordReader(made.values().stream().map(Made::reading).toList(), main()),
        Arrays.stream(order).mapToLong(record -> keys[record]).toArray());
  }
}
