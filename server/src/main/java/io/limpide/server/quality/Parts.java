package io.limpide.server.quality;

import io.limpide.server.party.PartyWords;
import io.limpide.server.party.Segments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriUtils;

/** The base by its kinds, sources, owners, segments and fields: their scores and what moved. */
@Service
class Parts {
  /** What the base is parted by, in the order of the pages. */
  static final List<String> SCOPES = List.of("kind", "source", "owner", "segment", "field");

  private final Figures figures;
  private final Segments segments;
  private final JdbcClient database;

  Parts(Figures figures, Segments segments, JdbcClient database) {
    this.figures = figures;
    this.segments = segments;
    this.database = database;
  }

  /**
   * A part of the base and its score.
   *
   * @param link its records
   * @param trend its score day by day
   * @param moved points since about a month ago, in tenths; 0 before there is one
   */
  record Part(String name, String link, String trend, Figures.Score score, double moved) {
    /** Returns what opens the records, the worst first. */
    public String worst() {
      return link + "&sort=score&order=asc";
    }
  }

  /** Returns the parts of a scope: the worst fields first, segments by name, else the largest. */
  List<Part> of(String scope, PartyWords.In in) {
    Map<String, String> names = names(scope, in);
    Map<String, Figures.Score> before = new HashMap<>();
    figures.before(scope).forEach(score -> before.put(score.part(), score));
    List<Part> parts = new ArrayList<>();
    for (Figures.Score score : figures.scores(scope)) {
      String name = name(scope, score.part(), names, in);
      if (!name.isEmpty()) {
        parts.add(
            new Part(
                name,
                link(scope, score.part()),
                "/quality/trend?scope=" + scope + "&part=" + coded(score.part()),
                score,
                moved(before.get(score.part()), score)));
      }
    }
    parts.sort(
        switch (scope) {
          case "field" -> Comparator.comparingDouble(part -> part.score().overall());
          case "segment" -> Comparator.comparing(Part::name, String.CASE_INSENSITIVE_ORDER);
          default -> Comparator.comparingLong(part -> -part.score().parties());
        });
    return parts;
  }

  /** Returns the name of a part; empty where there is none of it any more. */
  String name(String scope, String part, PartyWords.In in) {
    return name(scope, part, names(scope, in), in);
  }

  private static String name(
      String scope, String part, Map<String, String> names, PartyWords.In in) {
    return switch (scope) {
      case "kind" -> in.text("kind." + part);
      case "field" -> in.field(part);
      case "owner" -> part.isEmpty() ? in.text("chip.no_owner") : names.getOrDefault(part, "?");
      case "segment" -> names.getOrDefault(part, "");
      default -> names.getOrDefault(part, "?");
    };
  }

  private Map<String, String> names(String scope, PartyWords.In in) {
    Map<String, String> names = new HashMap<>();
    switch (scope) {
      case "source" -> named("source").forEach((id, name) -> names.put(id, in.source(name)));
      case "owner" -> names.putAll(named("account"));
      case "segment" ->
          segments.all().forEach(one -> names.put(String.valueOf(one.id()), one.name()));
      default -> {
        // they are words
      }
    }
    return names;
  }

  private Map<String, String> named(String table) {
    Map<String, String> names = new HashMap<>();
    database
        .sql("select id::text, name from " + (table.equals("source") ? "source" : "account"))
        .query(
            row -> {
              names.put(row.getString(1), row.getString(2));
            });
    return names;
  }

  static String link(String scope, String part) {
    return switch (scope) {
      case "field" -> "/parties?field=" + coded(part) + "&filled=yes";
      case "owner" -> "/parties?owner=" + (part.isEmpty() ? "-1" : part);
      default -> "/parties?" + scope + "=" + part;
    };
  }

  private static String coded(String part) {
    return UriUtils.encodeQueryParam(part, java.nio.charset.StandardCharsets.UTF_8)
        .replace("&", "%26")
        .replace("=", "%3D");
  }

  /**
   * Returns how many points the whole base moved since about a month ago; 0 before there is one.
   */
  double moved(Figures.Score base) {
    List<Figures.Score> before = figures.before("base");
    return before.isEmpty() ? 0 : moved(before.get(0), base);
  }

  private static double moved(
      Figures.@org.jspecify.annotations.Nullable Score before, Figures.Score now) {
    return before == null ? 0 : Math.round((now.overall() - before.overall()) * 10) / 10.0;
  }
}
