package io.limpide.engine.recognize;

import io.limpide.engine.field.FieldType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The weighing of one column: a score (natural logarithm) for each type. */
final class ColumnGuess {
  private static final double RULED_OUT = -1e9;
  private static final double NEVER_SURE = 0.99; // 1 is for what a person said

  private final HeaderReader.Reading reading;
  private final ColumnSample sample;
  private final double[] scores;

  ColumnGuess(HeaderReader.Reading reading, ColumnSample sample, int latestYear) {
    this.reading = reading;
    this.sample = sample;
    this.scores = new double[FieldType.values().length];
    Map<FieldType, Double> content = ContentScores.of(sample, latestYear);
    double told = reading.types().values().stream().mapToDouble(Double::doubleValue).sum();
    double rest = Math.max(0.01, 1 - told) / scores.length;
    for (FieldType type : FieldType.values()) {
      double prior = Objects.requireNonNullElse(reading.types().get(type), 0.0) + rest;
      double form = Objects.requireNonNullElse(content.get(type), 0.0);
      scores[type.ordinal()] = Math.log(prior) + form;
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

  private double told(FieldType type) {
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

  void add(FieldType type, double score) {
    scores[type.ordinal()] += score;
  }

  /** Rules out that this is the record id; what was called an id then is some other key. */
  void notRecordId() {
    scores[FieldType.RECORD_ID.ordinal()] = RULED_OUT;
    if (told(FieldType.RECORD_ID) > 0.3) {
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
        .sorted(Comparator.comparingDouble((FieldType type) -> -scores[type.ordinal()]))
        .toList();
  }

  double probability(FieldType type) {
    double most = Arrays.stream(scores).max().orElse(0);
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - most);
    }
    return Math.min(NEVER_SURE, Math.exp(scores[type.ordinal()] - most) / sum);
  }

  /** Returns the share of the values that have the form of the type; NaN when it has none. */
  double fit(FieldType type) {
    Sign sign = ContentScores.formsByType().get(type);
    return isEmpty() || sign == null ? Double.NaN : sample.share(sign);
  }
}
