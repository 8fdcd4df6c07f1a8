package io.limpide.engine.score;

import io.limpide.engine.compare.FieldComparison;
import io.limpide.engine.compare.FieldRole;
import io.limpide.engine.compare.Levels;
import io.limpide.engine.compare.PatternCoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Learns a {@link Model} without labels: expectation maximisation over the patterns of all blocking
 * rules at once. Each rule has its own mix of same, related and strangers; what the levels mean is
 * common to all rules.
 *
 * <p>Chances stay as they were counted, but for the duplicates that were counted with them, which
 * are taken out as soon as it is known how many there are.
 */
public final class Training {
  private static final int ROUNDS = 5;
  private static final int ITERATIONS = 100;
  private static final int MORE_ITERATIONS = 30;
  private static final double AT_REST = 2e-4;
  private static final double MOST_DIFFERENT = 0.3; // share of the same who differ in identity
  private static final int FEW = 300; // records: too few to learn from
  private static final double ASSUMED_MATCHES = 60;
  private static final double ASSUMED_MATCHES_OF_FEW = 3000;
  private static final double PAIRS_PER_RECORD = 3; // a rule that makes more counts less
  private static final double LEAK = 0.05;
  private static final double ASSUMED_MOVES = 0.03; // of the pairs of the same party
  private static final double ASSUMED_DUPLICATES = 0.1; // per record

  private final List<FieldComparison> fields;
  private final double[][] observed;
  private final double[] closeCounts;
  private final double assumedMatches;
  private final TrainingPairs pairs;
  private final List<Long> judgedSame;
  private final double allPairs;
  private final int records;
  private final List<RelatedClass> classes;
  private final List<Stratum> strata = new ArrayList<>();
  private final int kinds; // same, each related class, moved
  private final boolean moves;
  private final double[][] shares; // [stratum][kind], last: strangers
  private final double[][] same;
  private final double[][] chance;
  private final double[][][] related;
  private boolean converged;

  private Training(
      List<FieldComparison> fields,
      Chances observed,
      TrainingPairs pairs,
      List<Long> judgedSame,
      double allPairs,
      List<RelatedClass> classes,
      boolean moves,
      List<Long> ruleFields) {
    this.judgedSame = judgedSame;
    this.fields = fields;
    this.observed = observed.shares();
    this.closeCounts = observed.closeCounts();
    this.pairs = pairs;
    this.allPairs = Math.max(1, allPairs);
    this.records = fields.isEmpty() ? 0 : fields.get(0).records();
    this.classes = classes;
    this.moves = moves;
    this.kinds = classes.size() + 2;
    this.assumedMatches = records < FEW ? ASSUMED_MATCHES_OF_FEW : ASSUMED_MATCHES;
    this.same = new double[fields.size()][];
    this.chance = new double[fields.size()][];
    this.related = new double[classes.size()][fields.size()][];
    for (int field = 0; field < fields.size(); field++) {
      same[field] = assumed(fields.get(field).levels());
      chance[field] = this.observed[field].clone();
      for (int c = 0; c < classes.size(); c++) {
        related[c][field] = startOfRelated(c, field);
      }
    }
    for (int rule = 0; rule < ruleFields.size(); rule++) {
      Stratum stratum = Stratum.of(pairs, rule, ruleFields.get(rule));
      if (stratum.total > 0) {
        strata.add(stratum);
      }
    }
    this.shares = new double[strata.size()][kinds + 1];
  }

  /**
   * Learns from candidate pairs.
   *
   * @param observed the chances as counted
   * @param judgedSame the patterns of pairs that people said are one party; not among the
   *     candidates
   * @param allPairs how many pairs are possible
   * @param classes the ways in which parties may be related
   * @param moves whether parties may move: leave address, landline and employer all at once
   * @param ruleFields for each blocking rule the fields it is made of, as bits
   */
  public static Model learn(
      List<FieldComparison> fields,
      Chances observed,
      TrainingPairs pairs,
      List<Long> judgedSame,
      double allPairs,
      List<RelatedClass> classes,
      boolean moves,
      List<Long> ruleFields) {
    return new Training(fields, observed, pairs, judgedSame, allPairs, classes, moves, ruleFields)
        .learn();
  }

  private Model learn() {
    KindShares shares = new KindShares(fields, pairs, allPairs);
    Model model = model(assumedShare(), assumedMoves(), new double[classes.size()]);
    start();
    for (int round = 0; round < ROUNDS; round++) {
      converge(round == 0 ? ITERATIONS : MORE_ITERATIONS);
      for (int field = 0; field < fields.size(); field++) {
        Monotone.enforce(same[field], chance[field], fields.get(field).levels().ordered());
      }
      model = shares.counted(model(assumedShare(), assumedMoves(), relatedStart()));
      takeDuplicatesOut(model);
      model = model(model.sameShare(), model.movedShare(), model.relatedShares());
    }
    return shares.counted(model);
  }

  private double assumedShare() {
    return 2 * ASSUMED_DUPLICATES / Math.max(200, records);
  }

  private double assumedMoves() {
    return moves ? ASSUMED_MOVES : 0;
  }

  private double[] relatedStart() {
    double[] start = new double[classes.size()];
    Arrays.fill(start, assumedShare());
    return start;
  }

  private Model model(double sameShare, double movedShare, double[] relatedShares) {
    double[] counted = new double[fields.size()];
    for (int field = 0; field < counted.length; field++) {
      counted[field] = observed[field][fields.get(field).levels().exact()];
    }
    return new Model(
        fields,
        same,
        chance,
        counted,
        closeCounts,
        classes,
        related,
        sameShare,
        movedShare,
        relatedShares,
        allPairs,
        converged);
  }

  private static double[] assumed(Levels levels) {
    double[] shares = new double[levels.count()];
    for (int level = 1; level < shares.length; level++) {
      shares[level] = levels.matches().get(level - 1);
    }
    return shares;
  }

  private double[] startOfRelated(int c, int field) {
    FieldRole role = fields.get(field).role();
    if (!classes.get(c).differsFromChance(role)) {
      return chance[field];
    }
    double share = classes.get(c).leaks(role) ? LEAK : 0.7;
    double[] start = assumed(fields.get(field).levels());
    for (int level = 1; level < start.length; level++) {
      start[level] = share * start[level] + (1 - share) * chance[field][level];
    }
    return start;
  }

  private void start() {
    for (int s = 0; s < shares.length; s++) {
      double pairsOfRule = strata.get(s).total;
      double likely = Math.min(0.4, 2 * ASSUMED_DUPLICATES * records / pairsOfRule);
      double left = 1;
      for (int kind = 0; kind <= classes.size(); kind++) {
        shares[s][kind] = kind == 0 ? likely : likely / 2;
        left -= shares[s][kind];
      }
      shares[s][kinds - 1] = likely * assumedMoves();
      shares[s][kinds] = Math.max(0.05, left);
    }
  }

  private void converge(int iterations) {
    converged = false;
    for (int iteration = 0; iteration < iterations && !converged; iteration++) {
      converged = iterate() < AT_REST;
    }
  }

  /** One step; returns the largest change of a share of levels. */
  private double iterate() {
    double[][] sums = new double[kinds][fields.size() << Levels.BITS];
    double[][] ratios = ratios();
    int[] at = new int[fields.size()];
    for (long pattern : judgedSame) {
      int filled = filled(pattern, at);
      for (int f = 0; f < filled; f++) {
        sums[0][at[f]]++; // known for certain
      }
    }
    double[] odds = new double[kinds + 1];
    for (int s = 0; s < strata.size(); s++) {
      Stratum stratum = strata.get(s);
      double share = Math.min(1, PAIRS_PER_RECORD * records / stratum.total);
      double[] total = new double[kinds + 1];
      for (int i = 0; i < stratum.patterns.length; i++) {
        int filled = filled(stratum.patterns[i], at);
        double all = shares[s][kinds];
        odds[kinds] = all;
        for (int kind = 0; kind < kinds; kind++) {
          double likelihood = shares[s][kind];
          for (int f = 0; f < filled; f++) {
            likelihood *= ratios[kind][at[f]];
          }
          odds[kind] = likelihood;
          all += likelihood;
        }
        double unit = stratum.counts[i] / all;
        for (int kind = 0; kind <= kinds; kind++) {
          total[kind] += odds[kind] * unit;
        }
        for (int kind = 0; kind < kinds; kind++) {
          double count = odds[kind] * unit * share;
          for (int f = 0; f < filled; f++) {
            sums[kind][at[f]] += count;
          }
        }
      }
      for (int kind = 0; kind <= kinds; kind++) {
        shares[s][kind] = (total[kind] + 0.5) / (stratum.total + 0.5 * (kinds + 1));
      }
    }
    return maximise(sums);
  }

  /** Writes where the levels of a pattern stand in tables by field and level; missing ones not. */
  private int filled(long pattern, int[] at) {
    int filled = 0;
    for (int field = 0; field < at.length; field++) {
      int level = PatternCoder.level(pattern, field);
      if (level != Levels.MISSING) {
        at[filled++] = field << Levels.BITS | level;
      }
    }
    return filled;
  }

  private double[][] ratios() {
    double[][] ratios = new double[kinds][fields.size() << Levels.BITS];
    for (int kind = 0; kind < kinds; kind++) {
      double[][] levels = isRelated(kind) ? related[kind - 1] : same;
      for (int field = 0; field < fields.size(); field++) {
        boolean pinned = !differsFromChance(kind, fields.get(field).role());
        for (int level = 1; level < fields.get(field).levels().count(); level++) {
          ratios[kind][field << Levels.BITS | level] =
              pinned ? 1 : levels[field][level] / chance[field][level];
        }
      }
    }
    return ratios;
  }

  private boolean isRelated(int kind) {
    return kind > 0 && kind <= classes.size();
  }

  private boolean differsFromChance(int kind, FieldRole role) {
    return isRelated(kind)
        ? classes.get(kind - 1).differsFromChance(role)
        : kind == 0 || !role.isLeftBehind();
  }

  private double maximise(double[][] sums) {
    double change = 0;
    for (int at = 0; at < sums[0].length; at++) {
      if (differsFromChance(kinds - 1, fields.get(at >> Levels.BITS).role())) {
        sums[0][at] += sums[kinds - 1][at];
      }
    }
    for (int kind = 0; kind < kinds - 1; kind++) {
      for (int field = 0; field < fields.size(); field++) {
        if (kind > 0 && !classes.get(kind - 1).shares(fields.get(field).role())) {
          continue;
        }
        double[] shares = kind == 0 ? same[field] : related[kind - 1][field];
        if (kind > 0 && classes.get(kind - 1).sharesByDefinition(fields.get(field).role())) {
          System.arraycopy(same[field], 0, shares, 0, shares.length);
          continue;
        }
        double[] prior =
            kind == 0 ? assumed(fields.get(field).levels()) : startOfRelated(kind - 1, field);
        double total = assumedMatches;
        for (int level = 1; level < shares.length; level++) {
          total += sums[kind][field << Levels.BITS | level];
        }
        for (int level = 1; level < shares.length; level++) {
          double share =
              (sums[kind][field << Levels.BITS | level] + assumedMatches * prior[level]) / total;
          sums[kind][field << Levels.BITS | level] = share; // from here on the new share
        }
        if (kind == 0 && fields.get(field).role() == FieldRole.IDENTITY) {
          bound(sums[0], field, shares.length);
        }
        for (int level = 1; level < shares.length; level++) {
          double share = sums[kind][field << Levels.BITS | level];
          change = Math.max(change, Math.abs(share - shares[level]));
          shares[level] = share;
        }
      }
    }
    return change;
  }

  /**
   * Who is one person mostly agrees in what tells persons apart. Without this bound, in a base that
   * has households and hardly a duplicate left the class of the same party turns to the households:
   * there are more of them, and free shares fit them better than those of a class that is pinned.
   */
  private static void bound(double[] shares, int field, int levels) {
    int different = field << Levels.BITS | Levels.DIFFERENT;
    double beyond = shares[different] - MOST_DIFFERENT;
    if (beyond > 0) {
      double others = (1 - MOST_DIFFERENT) / (1 - shares[different]);
      for (int level = Levels.DIFFERENT + 1; level < levels; level++) {
        shares[field << Levels.BITS | level] *= others;
      }
      shares[different] = MOST_DIFFERENT;
    }
  }

  private void takeDuplicatesOut(Model model) {
    for (int field = 0; field < fields.size(); field++) {
      boolean left = moves && fields.get(field).role().isLeftBehind();
      double sameShare = model.sameShare() * (left ? 1 - model.movedShare() : 1);
      Levels levels = fields.get(field).levels();
      double sum = 0;
      for (int level = 1; level < levels.count(); level++) {
        double rest = observed[field][level] - sameShare * same[field][level];
        double least = Math.max(0.02 * observed[field][level], 1 / allPairs);
        chance[field][level] = Math.max(rest, Math.min(observed[field][level], least));
        sum += chance[field][level];
      }
      for (int level = 1; level < levels.count(); level++) {
        chance[field][level] /= sum;
      }
    }
  }
}
