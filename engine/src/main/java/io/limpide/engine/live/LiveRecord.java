package io.limpide.engine.live;

import io.limpide.engine.field.PartyKind;
import java.util.Map;

/**
 * A record as it comes, in the columns of one of the sources that the index was made of; best after
 * its values were standardised as theirs were.
 *
 * @param source the number of the source, from 0
 * @param kind what the record is about
 * @param values by the name of the column; columns that are not there, or not known, say nothing
 */
public record LiveRecord(int source, PartyKind kind, Map<String, String> values) {
  public LiveRecord {
    values = Map.copyOf(values);
  }
}
