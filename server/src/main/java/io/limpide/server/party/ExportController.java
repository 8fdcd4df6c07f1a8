package io.limpide.server.party;

import io.limpide.connect.write.CsvStyle;
import io.limpide.connect.write.CsvWriter;
import io.limpide.server.account.Caller;
import io.limpide.server.account.FieldMasks;
import io.limpide.server.account.Mask;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.journal.Journal;
import io.limpide.server.recipe.BaseField;
import io.limpide.server.recipe.Catalogue;
import io.limpide.server.recipe.Recipes;
import io.limpide.server.web.Json;
import io.limpide.server.web.PageController;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Hands out the parties of a list as a file for spreadsheets, row by row, as the caller sees them.
 */
@PageController
class ExportController {
  private static final int AT_A_TIME = 500;

  private final DataSource database;
  private final Recipes recipes;
  private final PartyWords words;
  private final Journal journal;
  private final FieldMasks masks;

  ExportController(
      @Qualifier("jobs") DataSource database,
      Recipes recipes,
      PartyWords words,
      Journal journal,
      FieldMasks masks) {
    this.database = database;
    this.recipes = recipes;
    this.words = words;
    this.journal = journal;
    this.masks = masks;
  }

  @Requires(Right.EXPORT)
  @GetMapping("/parties/export")
  void export(
      @RequestParam Map<String, String> parameters,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    PartyFilter filter = PartyFilter.of(parameters);
    journal.append(
        Journal.Deed.of(
            by.actor(), "base.exported", "base", Map.of("filters", filter.parameters().keySet())));
    ContentDisposition attachment = ContentDisposition.attachment().filename("limpide.csv").build();
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment.toString());
    response.setContentType("text/csv; charset=utf-8");
    write(filter, by, locale, response.getOutputStream());
  }

  private void write(PartyFilter filter, Caller by, Locale locale, OutputStream out)
      throws IOException {
    Catalogue catalogue = recipes.active().catalogue();
    PartyWords.In in = words.in(locale);
    Mask mask = masks.of(by);
    try (Connection connection = database.getConnection();
        CsvWriter csv = new CsvWriter(out, CsvStyle.forPeople(Optional.empty(), locale))) {
      List<String> head = new ArrayList<>(List.of("id", in.text("column.kind")));
      catalogue.fields().forEach(field -> head.add(in.field(field.code())));
      head.add(in.text("column.score"));
      csv.header(head);
      connection.setAutoCommit(false); // rows are fetched piece by piece
      JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      PartyFilter.Sql sql = filter.sql(Optional.of(by), mask, client);
      client
          .sql(
              "select p.id, p.kind, p.golden::text, p.score from party p where "
                  + sql.condition()
                  + " order by p.sort_key, p.id")
          .withFetchSize(AT_A_TIME)
          .params(sql.values())
          .query(
              row -> {
                Map<String, Object> golden = Json.map(row.getString(3));
                List<String> cells = new ArrayList<>();
                cells.add(row.getString(1));
                cells.add(in.text("kind." + row.getString(2)));
                for (BaseField field : catalogue.fields()) {
                  Object value = golden.get(field.code());
                  cells.add(value == null ? "" : mask.show(field.code(), value.toString()));
                }
                cells.add(row.getString(4));
                row(csv, cells);
              });
      connection.rollback();
    } catch (SQLException e) {
      throw new IOException("the database did not answer", e);
    }
  }

  private static void row(CsvWriter csv, List<String> cells) {
    try {
      csv.row(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the reader went away
    }
  }
}
