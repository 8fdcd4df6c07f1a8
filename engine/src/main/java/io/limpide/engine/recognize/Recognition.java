package io.limpide.engine.recognize;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.recognize.Recognised.Candidate;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import io.limpide.engine.text.Mojibake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what the columns of a table mean.
 *
 * <p>Each column gets a probability for each type: the header's say (its words and their
 * combination) multiplied by the likelihood of a sample of its values, then by what the other
 * columns make more or less probable. Two columns may well have the same type, save for {@link
 * FieldType#RECORD_ID}: that is one column at most, and only if its values are unique, or nearly so
 * where the header calls it an id.
 */
public final class Recognition {
  private static final int OTHERS = 3;
  private static final double TOLD = 0.6;

  private final Table table;
  private final List<ColumnGuess> guesses = new ArrayList<>();

  private Recognition(Table table) {
    this.table = table;
  }

  /** Returns what each column was taken for, in the order of the table. */
  public static List<Recognised> of(Table table) {
    Recognition recognition = new Recognition(table);
    recognition.look();
    TableContext.apply(table, recognition.guesses);
    recognition.oneRecordId();
    return recognition.conclude();
  }

  private void look() {
    List<ColumnSample> samples = table.columns().stream().map(ColumnSample::of).toList();
    int latest =
        samples.stream()
            .filter(sample -> sample.share(Sign.DATE) > 0.5)
            .mapToInt(sample -> sample.yearAt(0.95))
            .max()
            .orElse(0);
    for (int i = 0; i < samples.size(); i++) {
      Column column = table.columns().get(i);
      HeaderReader.Reading reading = HeaderReader.read(repaired(column.header()));
      guesses.add(new ColumnGuess(reading, samples.get(i), latest));
    }
  }

  /** A header in a wrong encoding still says what it says; as a column's name it stays. */
  private static String repaired(String header) {
    return Mojibake.repair(header).orElse(header);
  }

  private void oneRecordId() {
    Optional<ColumnGuess> best =
        guesses.stream()
            .filter(guess -> guess.best() == FieldType.RECORD_ID)
            .filter(guess -> guess.isUnique() || guess.isNearlyId())
            .max(
                Comparator.comparing(ColumnGuess::isUnique)
                    .thenComparingDouble(guess -> guess.probability(FieldType.RECORD_ID)));
    for (ColumnGuess guess : guesses) {
      if (best.isEmpty() || guess != best.get()) {
        guess.notRecordId();
      }
    }
  }

  private List<Recognised> conclude() {
    Map<Integer, FieldType> parts = DateColumns.find(guesses);
    List<Recognised> recognised = new ArrayList<>();
    for (int i = 0; i < guesses.size(); i++) {
      ColumnGuess guess = guesses.get(i);
      FieldType type = parts.getOrDefault(i, guess.best());
      double confidence = Math.max(guess.probability(type), parts.containsKey(i) ? TOLD : 0);
      if (type == FieldType.UNKNOWN && guess.isEmpty()) {
        confidence = 0;
      }
      List<Candidate> others = new ArrayList<>();
      for (FieldType other : guess.ranking()) {
        if (other != type && others.size() < OTHERS && guess.probability(other) >= 0.001) {
          others.add(new Candidate(other, guess.probability(other)));
        }
      }
      recognised.add(
          new Recognised(
              new Field(table.columns().get(i).name(), type, confidence),
              guess.headerWords(),
              guess.fit(type),
              others));
    }
    return List.copyOf(recognised);
  }

  /** Returns the types of the columns alone. */
  public static List<Field> fields(List<Recognised> recognised) {
    return recognised.stream().map(Recognised::field).toList();
  }

  /** Returns a column for each type that some column was taken for: the surest one. */
  public static Map<FieldType, Field> surest(List<Field> fields) {
    Map<FieldType, Field> surest = new EnumMap<>(FieldType.class);
    for (Field field : fields) {
      Field other = surest.get(field.type());
      if (other == null || field.confidence() > other.confidence()) {
        surest.put(field.type(), field);
      }
    }
    return surest;
  }
}
