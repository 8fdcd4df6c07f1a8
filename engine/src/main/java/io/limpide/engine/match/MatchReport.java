package io.limpide.engine.match;

import io.limpide.engine.block.BlockingPlan;
import io.limpide.engine.score.Model;
import java.util.List;

/**
 * How the persons, or the companies, of the input were matched.
 *
 * @param persons whether it is about persons; else about companies and establishments
 * @param records how many there were
 * @param blocking the rules that found candidates
 * @param model what agreement on each field was found to mean
 * @param expectation what may be expected of the outcome
 * @param distribution how many of the compared pairs have which weight
 * @param merge the probability from which pairs are merged
 * @param review the probability from which a person is asked
 * @param nearThresholds pairs that almost had another verdict, on both sides of both thresholds
 */
public record MatchReport(
    boolean persons,
    int records,
    BlockingPlan blocking,
    Model model,
    Expectation expectation,
    WeightDistribution distribution,
    double merge,
    double review,
    List<NearThreshold> nearThresholds) {
  public MatchReport {
    nearThresholds = List.copyOf(nearThresholds);
  }
}
