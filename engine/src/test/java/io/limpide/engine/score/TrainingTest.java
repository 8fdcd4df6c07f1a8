package io.limpide.engine.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limpide.engine.compare.FieldComparison;
import io.limpide.engine.compare.Fields;
import io.limpide.engine.compare.Levels;
import io.limpide.engine.compare.PatternCoder;
import io.limpide.engine.compare.RecordSet;
import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingTest {
  private static final int RECORDS = 20_000;
  private static final int PAIRS = 600_000;

  @Test
  void recovers_the_shares_that_patterns_were_drawn_with() {
    List<FieldComparison> fields = fields();
    double[][] same = draw(fields, true);
    double[][] chance = draw(fields, false);
    Drawn drawn = drawn(fields, new Random(42), same, chance, 0);

    Model model = learned(fields, drawn, same, chance, false);

    for (int field = 0; field < fields.size(); field++) {
      for (int level = 1; level < fields.get(field).levels().count(); level++) {
        assertThat(model.same()[field][level])
            .as(fields.get(field).name() + " " + fields.get(field).levels().name(level))
            .isCloseTo(same[field][level], within(0.02));
      }
    }
    assertThat(model.sameShare() * model.allPairs())
        .isBetween(0.9 * drawn.matches(), 1.1 * drawn.matches());
  }

  @Test
  void recovers_how_many_moved() {
    List<FieldComparison> fields = fields();
    double[][] same = draw(fields, true);
    double[][] chance = draw(fields, false);

    Model model =
        learned(fields, drawn(fields, new Random(43), same, chance, 0.25), same, chance, true);

    assertThat(model.movedShare()).isCloseTo(0.25, within(0.05));
    for (int field = 0; field < fields.size(); field++) {
      int exact = fields.get(field).levels().exact();
      assertThat(model.same()[field][exact])
          .as(fields.get(field).name())
          .isCloseTo(same[field][exact], within(0.03));
    }
  }

  @Test
  void gives_more_agreement_never_less_weight() {
    double[] same = {0, 0.1, 0.3, 0.1, 0.5};
    double[] chance = {0, 0.7, 0.1, 0.1, 0.1};

    Monotone.enforce(same, chance, 4);

    // Levels 2 and 3 weighed 3 and 1: together (0.3 + 0.1) / (0.1 + 0.1) = 2 each.
    assertThat(same).containsExactly(new double[] {0, 0.1, 0.2, 0.2, 0.5}, within(1e-12));
  }

  /** What is counted over all pairs: strangers and, three in ten, pairs of the same party. */
  private static double[][] observed(double[][] same, double[][] chance) {
    double[][] observed = new double[same.length][];
    for (int field = 0; field < same.length; field++) {
      observed[field] = new double[same[field].length];
      for (int level = 1; level < same[field].length; level++) {
        observed[field][level] = 0.3 * same[field][level] + 0.7 * chance[field][level];
      }
    }
    return observed;
  }

  private record Drawn(TrainingPairs pairs, int matches) {}

  /**
   * Draws pairs, three in ten of one party.
   *
   * @param moved share of these that agree as strangers do on what is left behind in a move
   */
  private static Drawn drawn(
      List<FieldComparison> fields,
      Random random,
      double[][] same,
      double[][] chance,
      double moved) {
    TrainingPairs pairs = new TrainingPairs();
    int matches = 0;
    for (int i = 0; i < PAIRS; i++) {
      boolean match = random.nextDouble() < 0.3;
      boolean moving = moved > 0 && match && random.nextDouble() < moved;
      matches += match ? 1 : 0;
      long pattern = 0;
      for (int field = 0; field < fields.size(); field++) {
        boolean asStrangers = !match || (moving && fields.get(field).role().isLeftBehind());
        int level = level(random, asStrangers ? chance[field] : same[field]);
        pattern |= (long) level << (Levels.BITS * field);
      }
      pairs.add(2 * (i % 9000), 2 * (i % 9000) + 1, pattern, 1, 1);
    }
    return new Drawn(pairs, matches);
  }

  private static Model learned(
      List<FieldComparison> fields,
      Drawn drawn,
      double[][] same,
      double[][] chance,
      boolean moves) {
    double[] unknown = fields.stream().mapToDouble(field -> Double.NaN).toArray();
    return Training.learn(
        fields,
        new Chances(observed(same, chance), unknown),
        drawn.pairs(),
        List.of(),
        PAIRS,
        List.of(),
        moves,
        List.of(0L));
  }

  /** Shares unlike those that are assumed beforehand. */
  private static double[][] draw(List<FieldComparison> fields, boolean match) {
    double[][] shares = new double[fields.size()][];
    for (int field = 0; field < shares.length; field++) {
      int levels = fields.get(field).levels().count() - 1;
      shares[field] = new double[levels + 1];
      double sum = 0;
      for (int level = 1; level <= levels; level++) {
        shares[field][level] = match ? level * level : Math.pow(0.2, level);
        sum += shares[field][level];
      }
      for (int level = 1; level <= levels; level++) {
        shares[field][level] /= sum;
      }
    }
    return shares;
  }

  private static int level(Random random, double[] shares) {
    double draw = random.nextDouble();
    int level = 1;
    while (level < shares.length - 1 && draw >= shares[level]) {
      draw -= shares[level++];
    }
    return level;
  }

  /** Fields of records of which no two have a value in common. */
  private static List<FieldComparison> fields() {
    List<String> columns = List.of("given", "phone", "text", "address", "company");
    TableBuilder builder = new TableBuilder("sample", columns);
    for (int row = 0; row < RECORDS; row++) {
      builder.cell(0, "nom" + Integer.toString(row, 26));
      builder.cell(1, "0" + (142_345_678 + row));
      builder.cell(2, "lieu " + row);
      builder.cell(3, row + " rue " + Integer.toString(row, 26));
      builder.cell(4, "firme " + Integer.toString(row, 26));
      builder.endRow(row);
    }
    Table table = builder.build();
    Fields fields =
        Fields.ofPersons(
            new RecordSet(
                List.of(table),
                List.of(
                    List.of(
                        new Field("given", FieldType.GIVEN_NAME, 1),
                        new Field("phone", FieldType.PHONE, 1),
                        new Field("text", FieldType.BIRTH_PLACE, 1),
                        new Field("address", FieldType.ADDRESS_LINE, 1),
                        new Field("company", FieldType.COMPANY_NAME, 1))),
                List.of(IntStream.range(0, RECORDS).toArray())));
    PatternCoder coder = fields.coder(fields.order());
    return coder.fields();
  }
}
