package io.limpide.server.job;

/** Something that servers look after now and then, one at a time: what a dead one left behind. */
@FunctionalInterface
public interface Upkeep {
  /** Looks, and does what is to be done. */
  void look();
}
