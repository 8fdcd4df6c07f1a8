package io.limpide.server.party;

import io.limpide.server.recipe.Catalogue;
import io.limpide.server.store.CopyRows;
import io.limpide.server.store.JsonLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** Parties on their way into the base, by the thousands. */
public final class PartyRows implements AutoCloseable {
  private static final String COLUMNS =
      """
      (id, kind, source_id, leader_id, records, name, sort_key, company, city, postcode, email, \
      phone, siren, search, last_activity, score, lost, whole, marks, golden, origins, notes, \
      faults)""";

  private final CopyRows rows;
  private final JsonLine json = new JsonLine();
  private final Catalogue catalogue;

  private PartyRows(Catalogue catalogue, CopyRows rows) {
    this.catalogue = catalogue;
    this.rows = rows;
  }

  /**
   * Returns rows that are to take the place of others.
   *
   * @param catalogue the fields of the values of each draft
   */
  static PartyRows replacing(Catalogue catalogue) {
    return new PartyRows(catalogue, new CopyRows());
  }

  /** Returns rows that are sent to the base as they come: see {@link CopyRows#open}. */
  public static PartyRows inserting(Catalogue catalogue, Connection connection)
      throws SQLException {
    return new PartyRows(catalogue, CopyRows.open("party " + COLUMNS, connection));
  }

  /**
   * Adds a party.
   *
   * @param source the source of its leading record
   * @param leader that record
   * @param records how many records it has
   * @param origins where values come from that are not the leading record's, as JSON
   * @param faults by which ways its values came in, and what is wrong with them
   */
  public void add(
      long id,
      PartyDraft draft,
      long source,
      long leader,
      int records,
      String origins,
      int[] faults)
      throws SQLException {
    PartyFace face = PartyFace.of(catalogue, draft.values(), draft.kind());
    rows.cell(id)
        .cell(draft.kind().name().toLowerCase(Locale.ROOT))
        .cell(source)
        .cell(leader)
        .cell(records)
        .cell(face.name())
        .cell(face.sortKey())
        .cell(face.company())
        .cell(face.city())
        .cell(face.postcode())
        .cell(face.email())
        .cell(face.phone())
        .cell(face.siren())
        .cell(face.search())
        .cell(draft.sign() == null ? "-infinity" : String.valueOf(draft.sign()))
        .cell(draft.score().overall())
        .cells(draft.score().lost())
        .cells(draft.score().whole())
        .cells(draft.marks())
        .cell(golden(draft.values()))
        .cell(origins)
        .cell(draft.notes())
        .cells(faults)
        .end();
  }

  private String golden(String[] values) {
    json.begin('{');
    for (int at = 0; at < values.length; at++) {
      if (!values[at].isEmpty()) {
        json.name(catalogue.fields().get(at).code()).value(values[at]);
      }
    }
    return json.end('}').take();
  }

  /** Sends the last of them. */
  public void send() throws SQLException {
    rows.send();
  }

  @Override
  public void close() throws SQLException {
    rows.close();
  }

  /**
   * Puts them in the place of those that have their ids; owner and stage stay, and a party that
   * would be the same stays untouched.
   */
  void replace(Connection connection) throws SQLException {
    if (rows.rows() == 0) {
      return;
    }
    try (var statement = connection.createStatement()) {
      statement.execute(
          "create temporary table if not exists staged (like party including defaults)"
              + " on commit delete rows");
      statement.execute("delete from staged");
      rows.into("staged " + COLUMNS, connection);
      statement.executeUpdate(
          """
          insert into party (id, kind, source_id, leader_id, records, name, sort_key, company,
            city, postcode, email, phone, siren, search, last_activity, score, lost, whole, marks,
            golden, origins, notes, faults)
          select id, kind, source_id, leader_id, records, name, sort_key, company, city, postcode,
            email, phone, siren, search, last_activity, score, lost, whole, marks, golden, origins,
            notes, faults
          from staged order by id
          on conflict (id) do update set
            version = party.version + 1, updated_at = now(), kind = excluded.kind,
            source_id = excluded.source_id, leader_id = excluded.leader_id,
            records = excluded.records, name = excluded.name, sort_key = excluded.sort_key,
            company = excluded.company, city = excluded.city, postcode = excluded.postcode,
            email = excluded.email, phone = excluded.phone, siren = excluded.siren,
            search = excluded.search, last_activity = excluded.last_activity,
            score = excluded.score, lost = excluded.lost, whole = excluded.whole,
            marks = excluded.marks, golden = excluded.golden, origins = excluded.origins,
            notes = excluded.notes, faults = excluded.faults
          where (party.kind, party.source_id, party.leader_id, party.records, party.name,
              party.search, party.last_activity, party.lost, party.whole, party.marks,
              party.golden, party.origins, party.notes)
            is distinct from (excluded.kind, excluded.source_id, excluded.leader_id,
              excluded.records, excluded.name, excluded.search, excluded.last_activity,
              excluded.lost, excluded.whole, excluded.marks, excluded.golden, excluded.origins,
              excluded.notes)
          """);
      statement.executeUpdate( // how values came in is no part of what a party says
          """
          update party p set faults = s.faults from staged s
          where p.id = s.id and p.faults is distinct from s.faults
          """);
    }
  }
}
