package io.limpide.engine.merge;

import io.limpide.engine.table.Table;

/**
 * The parties that records became.
 *
 * @param table one row a party, the same columns as the records; ordered by the first record of
 *     each
 * @param partyOfRow the party of each record
 * @param leaderOfParty the leading record of each party
 * @param sizeOfParty how many records each party has
 */
@SuppressWarnings("ArrayRecordComponent") // millions of rows; never compared
public record Golden(Table table, int[] partyOfRow, int[] leaderOfParty, int[] sizeOfParty) {
  /** Returns the number of parties. */
  public int parties() {
    return leaderOfParty.length;
  }

  /** Returns the records of each party, by party. */
  public int[][] rowsOfParties() {
    int[][] rows = new int[parties()][];
    for (int party = 0; party < rows.length; party++) {
      rows[party] = new int[sizeOfParty[party]];
    }
    int[] filled = new int[rows.length];
    for (int row = 0; row < partyOfRow.length; row++) {
      int party = partyOfRow[row];
      rows[party][filled[party]++] = row;
    }
    return rows;
  }
}
