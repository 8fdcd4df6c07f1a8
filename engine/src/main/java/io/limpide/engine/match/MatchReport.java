package io.limpide.engine.match;

import io.limpide.engine.block.BlockingPlan;
import io.limpide.engine.score.Model;

/**
 * How the persons, or the companies, of the input were matched.
 *
 * @param persons whether it is about persons; else about companies and establishments
 * @param records how many there were
 * @param blocking the rules that found candidates
 * @param model what agreement on each field was found to mean
 * @param expectation what may be expected of the outcome
 */
public record MatchReport(
    boolean persons, int records, BlockingPlan blocking, Model model, Expectation expectation) {}
