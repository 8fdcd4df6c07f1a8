package io.limpide.server.job;

/**
 * Says that a run is done; told after everybody can see it.
 *
 * @param kind the kind of run
 */
public record RunEnded(long run, String kind) {}
