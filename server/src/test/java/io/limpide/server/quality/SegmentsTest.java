package io.limpide.server.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.Somebody;
import io.limpide.server.Visitor;
import io.limpide.server.account.Caller;
import io.limpide.server.account.Role;
import io.limpide.server.party.Edits;
import io.limpide.server.party.Parties;
import io.limpide.server.party.PartyFilter;
import io.limpide.server.party.PartySort;
import io.limpide.server.party.Segments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Filters that have a name for everybody. */
class SegmentsTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Running server = Running.server();
  private final Caller by = Somebody.in(Role.STEWARD);
  private final Segments segments = server.part(Segments.class);
  private final String word = "segmente" + Character.toString('a' + NUMBER.incrementAndGet());

  @AfterEach
  void leave_none() {
    server.owner().sql("delete from segment").update();
  }

  private long person(String city) {
    return server
        .part(Edits.class)
        .create(Map.of("family_name", word, "city", city, "email", "x@gmial.com"), by);
  }

  private Segments.Segment share(String name, Map<String, String> filter) {
    assertThat(segments.share(name, PartyFilter.of(filter), by)).isEqualTo(Segments.Outcome.DONE);
    return segments.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private List<Long> in(Map<String, String> filter) {
    return server
        .part(Parties.class)
        .list(PartyFilter.of(filter), by, PartySort.NAME, false, "", 50)
        .parties()
        .stream()
        .map(party -> party.id())
        .toList();
  }

  private static String tenths(double points) {
    return new java.text.DecimalFormat(
            "0.#", java.text.DecimalFormatSymbols.getInstance(java.util.Locale.ENGLISH))
        .format(Math.round(points * 10) / 10.0);
  }

  @Test
  void are_live_and_can_be_narrowed_further() {
    long lyon = person("Lyon");
    Segments.Segment segment = share("Ceux " + word, Map.of("q", word));
    String id = String.valueOf(segment.id());
    long nantes = person("Nantes"); // who fits it later is in it

    assertThat(in(Map.of("segment", id))).containsExactlyInAnyOrder(lyon, nantes);
    assertThat(in(Map.of("segment", id, "q", "lyon"))).containsExactly(lyon);
    assertThat(in(Map.of("segment", id, "kind", "company"))).isEmpty();
    segments.delete(segment.id(), by);
    assertThat(in(Map.of("segment", id))).as("nobody is in one that was deleted").isEmpty();
  }

  @Test
  void have_a_score_by_dimension_with_a_trend_that_opens_their_records() {
    person("Lyon");
    Segments.Segment segment = share("Note " + word, Map.of("q", word));
    Figures figures = server.part(Figures.class);
    figures.refresh();
    server
        .owner()
        .sql(
            """
            insert into score (day, scope, part, dimension, lost, whole, parties)
            select day - 40, scope, part, dimension, whole, whole, parties from score
            where scope = 'segment' and part = ? and day = current_date and whole > 0
            """)
        .param(String.valueOf(segment.id()))
        .update();

    Figures.Score score =
        figures.scores("segment").stream()
            .filter(one -> one.part().equals(String.valueOf(segment.id())))
            .findFirst()
            .orElseThrow();
    assertThat(score.parties()).isEqualTo(1);
    assertThat(score.dimensions()).isNotEmpty();
    Visitor reader = server.as(Role.READER);
    String moved = "▲ +" + tenths(score.overall()); // from 0, 40 days ago
    String dashboard = reader.get("/").body();
    assertThat(dashboard)
        .contains("Note " + word, "/parties?segment=" + segment.id(), moved)
        .doesNotContain("??");
    String trend = "/quality/trend?scope=segment&part=" + segment.id();
    assertThat(dashboard).contains(trend.replace("&", "&amp;"));
    assertThat(reader.get(trend).body()).contains("Note " + word).doesNotContain("??");
    assertThat(reader.get("/quality/trend?scope=segment&part=987654321").statusCode())
        .isEqualTo(404);
  }

  @Test
  void are_shared_from_the_list_by_stewards_and_journaled() {
    person("Lyon");
    Visitor steward = server.as(Role.STEWARD);
    Map<String, String> order = Map.of("name", "De la liste " + word, "query", "?q=" + word);

    assertThat(server.as(Role.CONTRIBUTOR).post("/segments", order).statusCode()).isEqualTo(403);
    assertThat(segments.all()).isEmpty();
    assertThat(steward.leadsTo(steward.post("/segments", order))).isEqualTo("/segments");

    long id = segments.all().get(0).id();
    assertThat(steward.get("/segments").body())
        .contains("De la liste " + word, "« " + word + " »", "/parties?segment=" + id)
        .doesNotContain("??");
    assertThat(steward.get("/parties?segment=" + id).body())
        .contains("Segment: De la liste " + word)
        .doesNotContain("??");
    steward.post("/segments/" + id, Map.of("name", "Autre nom " + word));
    assertThat(segments.find(id)).map(Segments.Segment::name).contains("Autre nom " + word);
    steward.post("/segments/" + id + "/delete", Map.of());
    assertThat(segments.find(id)).isEmpty();
    assertThat(
            server
                .owner()
                .sql("select action from journal where subject = ? order by id")
                .param("segment:" + id)
                .query(String.class)
                .list())
        .containsExactly("segment.shared", "segment.renamed", "segment.deleted");
  }

  @Test
  void are_refused_without_a_name_without_a_filter_twice_and_beyond_the_bound() {
    Segments.Segment persons = share("Personnes", Map.of("kind", "person"));
    String id = String.valueOf(persons.id());

    assertThat(segments.share(" ", PartyFilter.of(Map.of("q", "x")), by))
        .isEqualTo(Segments.Outcome.NAME);
    assertThat(segments.share("PERSONNES", PartyFilter.of(Map.of("q", "x")), by))
        .isEqualTo(Segments.Outcome.NAME);
    assertThat(segments.share("Tous", PartyFilter.ALL, by)).isEqualTo(Segments.Outcome.EVERYBODY);
    assertThat(
            segments.share(
                "Contraire", PartyFilter.of(Map.of("segment", id, "kind", "company")), by))
        .isEqualTo(Segments.Outcome.TWICE);
    share("Personnes faibles", Map.of("segment", id, "below", "50"));
    assertThat(segments.all().get(1).filter().parameters())
        .as("spelled out, so that it does not change with the other")
        .isEqualTo(Map.of("kind", "person", "below", "50"));
    for (int at = 2; at < Segments.MOST; at++) {
      share("Numéro " + at, Map.of("below", String.valueOf(at)));
    }
    assertThat(segments.share("Un de trop", PartyFilter.of(Map.of("q", "x")), by))
        .isEqualTo(Segments.Outcome.FULL);
    server.part(Figures.class).refresh(); // all of them at once
    assertThat(server.part(Figures.class).scores("segment")).isNotEmpty();
  }

  @Test
  void ask_what_any_filter_of_a_list_can_ask_all_in_one_count() {
    person("Lyon");
    server
        .owner()
        .sql("select id from mark limit 1")
        .query(Integer.class)
        .optional()
        .ifPresent(mark -> share("Marque", Map.of("mark", mark.toString())));
    share("Texte", Map.of("q", word + " lyon 06"));
    share("Signes", Map.of("q", "%' or ''='"));
    share("Champ", Map.of("field", "email", "filled", "no", "owner", "-1"));
    share("Venues", Map.of("in_what", "wrong", "in_way", "form_new", "in_since", "2020-01"));
    share("Traitement", Map.of("run", "1", "siren", "552100554", "stage", "prospect"));
    share("Source", Map.of("source", "1", "below", "90", "kind", "person"));

    server.part(Figures.class).refresh();

    for (Segments.Segment one : segments.all()) {
      long listed =
          server
              .part(Parties.class)
              .count(PartyFilter.of(Map.of("segment", String.valueOf(one.id()))), by)
              .number();
      Optional<Figures.Score> score =
          server.part(Figures.class).scores("segment").stream()
              .filter(each -> each.part().equals(String.valueOf(one.id())))
              .findFirst();
      assertThat(score.map(Figures.Score::parties).orElse(0L)).as(one.name()).isEqualTo(listed);
    }
  }
}
