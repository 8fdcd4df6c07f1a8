package io.limpide.server.party;

/** Says that many parties have just changed: figures are to be counted anew. */
public record BaseChanged() {}
