package io.limpide.engine.match;

import io.limpide.engine.block.LiveBlocks;
import io.limpide.engine.cluster.ClusterSettings;
import io.limpide.engine.cluster.PairJudge;
import io.limpide.engine.compare.PatternCoder;
import java.util.List;

/**
 * What a run learned of the persons, or of the companies: enough to go on with records that come,
 * change and go. Records have numbers of their own here, at first in the order of content.
 *
 * <p>Everything that was learned or counted stays as it is: what agreement means, how common values
 * are, which rules find candidates. What people said of records is kept, and they may say more.
 */
public final class Trained {
  private final Population population;

  Trained(Population population) {
    this.population = population;
  }

  /** Returns whether it is about persons; else about companies and establishments. */
  public boolean persons() {
    return population.persons;
  }

  /** Returns whether only pairs across sources were looked for. */
  public boolean links() {
    return population.scope.sides() > 1;
  }

  /** Returns the number in the input of each record; by its number here. */
  public int[] records() {
    return population.global.clone();
  }

  /** Returns the records in the form in which they are compared; more may be put there. */
  public PatternCoder coder() {
    return population.coder;
  }

  /** Returns the blocks of the records, ready for more. */
  public LiveBlocks blocks() {
    return population.candidates.live(population.coder.order());
  }

  /** Returns what decides of pairs for one thread. */
  public PairDecider decider() {
    return population.decider();
  }

  /** Returns what groups ask about pairs; for one thread. */
  public PairJudge judge() {
    return population.judge();
  }

  /** Returns how groups may grow. */
  public ClusterSettings clusters() {
    return population.settings.clusters();
  }

  /**
   * Takes down what somebody said of two records: that they are one party, or that they are not.
   */
  public void judge(int a, int b, boolean same) {
    population.judgements.say(a, b, same);
  }

  /** Takes back what was said of two records. */
  public void withdraw(int a, int b) {
    population.judgements.unsay(a, b);
  }

  /** Takes back all that was said of a record that is gone. */
  public void withdraw(int record) {
    population.judgements.unsay(record);
  }

  /** Returns the records of which something was said together with one, in ascending order. */
  public List<Integer> judged(int record) {
    return population.judgements.others(record);
  }

  /** Returns whether somebody said something of two records. */
  public boolean isJudged(int a, int b) {
    return population.judgements.has(a, b);
  }

  /**
   * Explains what is concluded of two records.
   *
   * @param made the blocking rules that propose the pair, as bits
   */
  public Explanation explain(int a, int b, int made) {
    long pattern = population.coder.worker().pattern(a, b);
    return Explainer.explain(population, a, b, a, b, pattern, made, true);
  }
}
