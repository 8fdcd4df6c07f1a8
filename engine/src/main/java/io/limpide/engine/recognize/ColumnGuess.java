package io.limpide.engine.recognize;

import io.limpide.engine.field.FieldType;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The weighing of one column: a score (natural logarithm) for each type. */
final class ColumnGuess {
  private static final double RULED_OUT = -1e9;
  private static final double CALLED = 0.3;
  private static final double NEVER_SURE = 0.99; // 1 is for what a person said

  private final HeaderReader.Reading reading;
  private final ColumnSample sample;
  private final Map<FieldType, Double> scores = new EnumMap<>(FieldType.class);

  ColumnGuess(HeaderReader.Reading reading, ColumnSample sample, int latestYear) {
    this.reading = reading;
    this.sample = sample;
    Map<FieldType, Double> content = ContentScores.of(sample, latestYear);
    double told = reading.types().values().stream().mapToDouble(Double::doubleValue).sum();
    double rest = Math.max(0.01, 1 - told) / FieldType.values().length;
    for (FieldType type : FieldType.values()) {
      double prior = Objects.requireNonNullElse(reading.types().get(type), 0.0) + rest;
      double form = Objects.requireNonNullElse(content.get(type), 0.0);
      scores.put(type, Math.log(prior) + form);
    }
  }

  ColumnSample sample() {
    return sample;
  }

  boolean headerMeans(String concept) {
    return HeaderReader.means(reading, concept);
  }

  boolean hasHeader() {
    return !reading.types().isEmpty();
  }

  /** Returns whether the header says that there are names, but not which. */
  boolean isJustName() {
    return hasHeader() && Math.abs(told(FieldType.FAMILY_NAME) - told(FieldType.FULL_NAME)) < 0.2;
  }

  /** Returns how probable the header alone makes a type, 0 to 1. */
  double told(FieldType type) {
    return Objects.requireNonNullElse(reading.types().get(type), 0.0);
  }

  String headerWords() {
    return reading.words();
  }

  boolean isEmpty() {
    return sample.filled == 0;
  }

  boolean isUnique() {
    return isEmpty() || sample.distinct == sample.filled;
  }

  /** Returns whether this is called an id, and is one but for a few values that repeat. */
  boolean isNearlyId() {
    return told(FieldType.RECORD_ID) > CALLED && sample.nearlyTellsApart();
  }

  void add(FieldType type, double score) {
    scores.merge(type, score, Double::sum);
  }

  /** Rules out that this is the record id; what was called an id then is some other key. */
  void notRecordId() {
    scores.put(FieldType.RECORD_ID, RULED_OUT);
    if (told(FieldType.RECORD_ID) > CALLED) {
      add(FieldType.UNKNOWN, 4);
      for (FieldType number :
          new FieldType[] {FieldType.NUMBER, FieldType.AMOUNT, FieldType.POSTCODE}) {
        add(number, -4);
      }
    }
  }

  FieldType best() {
    return ranking().get(0);
  }

  /** Returns the types, most probable first; equals in the order of the enum. */
  List<FieldType> ranking() {
    return Arrays.stream(FieldType.values())
        .sorted(Comparator.comparingDouble((FieldType type) -> -score(type)))
        .toList();
  }

  private double score(FieldType type) {
    return Objects.requireNonNullElse(scores.get(type), RULED_OUT);
  }

  double probability(FieldType type) {
    double most = Collections.max(scores.values());
    double sum = 0;
    for (double score : scores.values()) {
      sum += Math.exp(score - most);
    }
    return Math.min(NEVER_SURE, Math.exp(score(type) - most) / sum);
  }

  /** Returns the share of the values that have the form of the type; NaN when it has none. */
  double fit(FieldType type) {
    Sign sign = ContentScores.formsByType().get(type);
    return isEmpty() || sign == null ? Double.NaN : sample.share(sign);
  }
}
