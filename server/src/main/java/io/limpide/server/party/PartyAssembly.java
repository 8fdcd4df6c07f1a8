package io.limpide.server.party;

import io.limpide.engine.field.Field;
import io.limpide.engine.merge.Golden;
import io.limpide.engine.merge.GoldenRecords;
import io.limpide.engine.run.BaseRun;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import io.limpide.server.recipe.Catalogue;
import io.limpide.server.recipe.Recipes;
import io.limpide.server.store.JsonLine;
import io.limpide.server.web.Json;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * Computes parties anew from what they consist of: source records as corrected when they came in,
 * survivorship among them, and over all what was typed here. Golden values are a projection; this
 * is where it is made.
 */
@Component
public class PartyAssembly {
  private static final TypeReference<List<List<String>>> CHANGES = new TypeReference<>() {};

  private final Marks marks;
  private final WaysIn ways;

  PartyAssembly(Marks marks, WaysIn ways) {
    this.marks = marks;
    this.ways = ways;
  }

  /**
   * One record of a party.
   *
   * @param typed whether it holds what was typed here: then only some values, and empty ones say
   *     that there is none
   * @param several whether it has said something else before
   * @param way by which the record came to say what it says
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Piece(
      long record,
      long source,
      String sourceName,
      boolean typed,
      boolean several,
      WayIn way,
      @Nullable String[] values,
      List<List<String>> corrections) {}

  /** What is known of a party beside its records. */
  private static final class Beside {
    final Set<PartyDraft.Said> left = new java.util.HashSet<>();
    @Nullable LocalDate lastAct;
  }

  /**
   * Computes parties anew and writes them. Those that have no record any more are deleted.
   *
   * @param parties their numbers; locked here in ascending order
   * @return how many are left
   */
  public int recompute(
      Collection<Long> parties, Recipes.Active recipe, LocalDate today, Connection connection)
      throws SQLException {
    if (parties.isEmpty()) {
      return 0;
    }
    Long[] ids = new TreeSet<>(parties).toArray(Long[]::new);
    Array wanted = connection.createArrayOf("bigint", ids);
    lock(wanted, connection);
    Map<Long, List<Piece>> pieces = pieces(wanted, recipe.catalogue(), connection);
    Map<Long, Beside> beside = beside(wanted, connection);
    if (!pieces.isEmpty()) {
      write(pieces, beside, recipe, today, connection);
    }
    try (PreparedStatement delete =
        connection.prepareStatement("delete from party where id = any(?) and not id = any(?)")) {
      delete.setArray(1, wanted);
      delete.setArray(2, connection.createArrayOf("bigint", pieces.keySet().toArray(Long[]::new)));
      delete.executeUpdate();
    }
    return pieces.size();
  }

  private static void lock(Array parties, Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement(
            "select id from party where id = any(?) order by id for update")) {
      lock.setArray(1, parties);
      lock.executeQuery().close();
    }
  }

  private static Map<Long, List<Piece>> pieces(
      Array parties, Catalogue catalogue, Connection connection) throws SQLException {
    Map<Long, List<Piece>> pieces = new TreeMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select r.party_id, r.id, s.id as source_id, s.name, s.kind = 'home' as typed,
                   l.fields, v.cells, v.changes::text as changes,
                   v.version > 1 as several, v.run_id, n.way, n.account_id, n.created_at
            from record r
              join source s on s.id = r.source_id
              join record_version v on v.record_id = r.id and v.version = r.version
              join layout l on l.id = v.layout_id
              join run n on n.id = v.run_id
            where r.party_id = any(?) and r.withdrawn_by is null
            order by r.party_id, r.id
            """)) {
      select.setArray(1, parties);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          boolean typed = rows.getBoolean("typed");
          pieces
              .computeIfAbsent(rows.getLong("party_id"), id -> new ArrayList<>())
              .add(
                  new Piece(
                      rows.getLong("id"),
                      rows.getLong("source_id"),
                      rows.getString("name"),
                      typed,
                      rows.getBoolean("several"),
                      FirstVersions.way(rows, typed),
                      values(
                          catalogue,
                          (String[]) rows.getArray("fields").getArray(),
                          (String[]) rows.getArray("cells").getArray(),
                          rows.getString("changes"),
                          typed),
                      corrections(rows.getString("changes"))));
        }
      }
    }
    return pieces;
  }

  /** Reads what safe rules made of a record: field, rule, before, after. */
  static List<List<String>> corrections(@Nullable String changes) {
    return changes == null ? List.of() : Json.read(changes, CHANGES);
  }

  /** Returns the values of a record as corrected, by the place of the field; null says nothing. */
  static @Nullable String[] values(
      Catalogue catalogue,
      String[] fields,
      @Nullable String[] cells,
      @Nullable String changes,
      boolean typed) {
    @Nullable String[] values = new String[catalogue.size()];
    for (int at = 0; at < fields.length; at++) {
      int place = catalogue.place(fields[at]);
      if (place >= 0 && at < cells.length) {
        String cell = cells[at];
        values[place] = typed || cell == null || !cell.isEmpty() ? cell : null;
      }
    }
    for (List<String> change : corrections(changes)) {
      int place = catalogue.place(change.get(0));
      if (place >= 0) {
        values[place] = change.get(3).isEmpty() ? null : change.get(3);
      }
    }
    return values;
  }

  private static Map<Long, Beside> beside(Array parties, Connection connection)
      throws SQLException {
    Map<Long, Beside> beside = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select party_id, field, code, value from dismissal where party_id = any(?)")) {
      select.setArray(1, parties);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          beside
              .computeIfAbsent(rows.getLong(1), id -> new Beside())
              .left
              .add(new PartyDraft.Said(rows.getString(2), rows.getString(3), rows.getString(4)));
        }
      }
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select r.party_id, max(i.at)::date from interaction i
              join record r on r.id = i.record_id
            where r.party_id = any(?) and i.by_person group by r.party_id
            """)) {
      select.setArray(1, parties);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          beside.computeIfAbsent(rows.getLong(1), id -> new Beside()).lastAct =
              rows.getObject(2, LocalDate.class);
        }
      }
    }
    return beside;
  }

  private void write(
      Map<Long, List<Piece>> pieces,
      Map<Long, Beside> beside,
      Recipes.Active recipe,
      LocalDate today,
      Connection connection)
      throws SQLException {
    Catalogue catalogue = recipe.catalogue();
    List<Field> fields = catalogue.engineFields();
    List<Long> ids = List.copyOf(pieces.keySet());
    Assembled[] assembled = assemble(ids, pieces, recipe);
    TableBuilder builder = new TableBuilder("base", codes(catalogue));
    for (int at = 0; at < assembled.length; at++) {
      for (int cell = 0; cell < catalogue.size(); cell++) {
        builder.cell(cell, assembled[at].values()[cell]);
      }
      builder.endRow(at + 1);
    }
    BaseRun run = BaseRun.of(builder.build(), fields, recipe.recipe(), today);
    PartyDraft.Reader reader = new PartyDraft.Reader(run, catalogue, marks, false);
    PartyRows rows = PartyRows.replacing(catalogue);
    FirstVersions firsts = FirstVersions.of(several(pieces.values()), connection);
    for (int at = 0; at < assembled.length; at++) {
      Beside known = beside.getOrDefault(ids.get(at), new Beside());
      PartyDraft draft =
          reader
              .read(at, known.lastAct, said -> !known.left.contains(said))
              .marked(corrected(pieces.getOrDefault(ids.get(at), List.of())));
      rows.add(
          ids.get(at),
          draft,
          assembled[at].leader().source(),
          assembled[at].leader().record(),
          assembled[at].records(),
          assembled[at].origins(),
          faults(assembled[at], draft, catalogue, firsts));
    }
    rows.replace(connection);
  }

  private static List<Long> several(Collection<List<Piece>> pieces) {
    return pieces.stream().flatMap(List::stream).filter(Piece::several).map(Piece::record).toList();
  }

  private int[] faults(
      Assembled party, PartyDraft draft, Catalogue catalogue, FirstVersions firsts) {
    Faults faults = Faults.none(ways);
    WayIn[] came = new WayIn[party.from().length];
    for (int cell = 0; cell < came.length; cell++) {
      Piece from = party.from()[cell];
      came[cell] = firsts.of(from.record(), catalogue.fields().get(cell).code(), from.way());
      if (!party.values()[cell].isEmpty()) {
        faults.came(came[cell]);
      }
    }
    draft.wrong().forEach(wrong -> faults.wrong(came[wrong.field()], wrong.mark()));
    return faults.numbers();
  }

  /** What safe rules corrected when the records came in. */
  private int[] corrected(List<Piece> pieces) {
    return pieces.stream()
        .flatMap(piece -> piece.corrections().stream())
        .mapToInt(
            correction ->
                marks.correction(Marks.Kind.CORRECTED, correction.get(0), correction.get(1)))
        .toArray();
  }

  static List<String> codes(Catalogue catalogue) {
    return catalogue.fields().stream().map(field -> field.code()).toList();
  }

  /**
   * The golden values of a party before they are judged.
   *
   * @param from which record each is of; the leading one's where there is none
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Assembled(
      String[] values, Piece[] from, Piece leader, int records, String origins) {}

  private static Assembled[] assemble(
      List<Long> ids, Map<Long, List<Piece>> pieces, Recipes.Active recipe) {
    Catalogue catalogue = recipe.catalogue();
    List<Piece> rows = new ArrayList<>();
    List<Integer> clusters = new ArrayList<>();
    for (int party = 0; party < ids.size(); party++) {
      List<Piece> all = pieces.getOrDefault(ids.get(party), List.of());
      List<Piece> given = all.stream().filter(piece -> !piece.typed()).toList();
      for (Piece piece : given.isEmpty() ? all : given) {
        rows.add(piece);
        clusters.add(party);
      }
    }
    TableBuilder builder = new TableBuilder("records", codes(catalogue));
    for (int row = 0; row < rows.size(); row++) {
      @Nullable String[] values = rows.get(row).values();
      for (int cell = 0; cell < values.length; cell++) {
        String value = values[cell];
        builder.cell(cell, value == null ? "" : value);
      }
      builder.endRow(row + 1);
    }
    Table table = builder.build();
    Golden golden =
        GoldenRecords.merge(
            table,
            catalogue.engineFields(),
            clusters.stream().mapToInt(Integer::intValue).toArray(),
            row -> rows.get(row).sourceName(),
            (row, column) -> false,
            recipe.recipe().survivorship());
    Assembled[] assembled = new Assembled[ids.size()];
    for (int party = 0; party < assembled.length; party++) {
      List<Piece> all = pieces.getOrDefault(ids.get(party), List.of());
      String[] values = new String[catalogue.size()];
      for (int cell = 0; cell < values.length; cell++) {
        values[cell] = golden.table().columns().get(cell).value(party);
      }
      Piece leader = rows.get(golden.leaderOfParty()[party]);
      assembled[party] = overlaid(values, leader, all, catalogue);
    }
    return assembled;
  }

  /** Lays what was typed here over what sources said, and tells where each value comes from. */
  private static Assembled overlaid(
      String[] values, Piece leader, List<Piece> all, Catalogue catalogue) {
    JsonLine origins = new JsonLine();
    origins.begin('{');
    Piece[] from = new Piece[values.length];
    for (int cell = 0; cell < values.length; cell++) {
      Piece origin = leader;
      Piece typed = null;
      for (Piece piece : all) {
        typed = piece.typed() && piece.values()[cell] != null ? piece : typed;
      }
      if (typed != null) {
        values[cell] = java.util.Objects.requireNonNull(typed.values()[cell]);
        origin = typed;
      } else if (!values[cell].isEmpty() && !values[cell].equals(leader.values()[cell])) {
        for (Piece piece : all) {
          if (values[cell].equals(piece.values()[cell])) {
            origin = piece;
            break;
          }
        }
      }
      from[cell] = origin;
      if (origin.record() != leader.record()) {
        origins.name(catalogue.fields().get(cell).code()).value(origin.record());
      }
    }
    return new Assembled(values, from, leader, all.size(), origins.end('}').take());
  }
}
