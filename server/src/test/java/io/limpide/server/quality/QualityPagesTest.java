package io.limpide.server.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.Somebody;
import io.limpide.server.Visitor;
import io.limpide.server.account.Caller;
import io.limpide.server.account.Role;
import io.limpide.server.party.Edits;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QualityPagesTest {
  private final Running server = Running.server();
  private final Caller by = Somebody.in(Role.ADMINISTRATOR);
  private final Visitor visitor = server.signedIn(by.id());

  private String page(String path) {
    HttpResponse<String> answer = visitor.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(answer.body()).as(path).doesNotContain("??");
    return answer.body();
  }

  @Test
  void every_figure_opens_the_records_that_it_counts() {
    long id =
        server
            .part(Edits.class)
            .create(
                Map.of("family_name", "Pagequality", "email", "x@gmial.com", "mobile", "06"), by);
    server.part(Figures.class).refresh();
    assertThat(page("/")).contains("/parties?kind=person", "/ 100");
    String queue = page("/quality");
    long mark =
        server
            .owner()
            .sql(
                "select m from party p, unnest(marks) m join mark on mark.id = m"
                    + " where p.id = ? and mark.kind = 'suggestion' limit 1")
            .param(id)
            .query(Long.class)
            .single();
    assertThat(queue).contains("/quality/marks/" + mark, "/parties?mark=" + mark);
    assertThat(page("/quality/marks/" + mark)).contains("Pagequality", "x@gmail.com");
    assertThat(page("/parties?mark=" + mark)).contains("Pagequality");
    assertThat(page("/quality/fields")).contains("/parties?field=email&amp;filled=no");
    assertThat(page("/parties/" + id)).contains("Pagequality", "x@gmail.com");
    page("/parties/" + id + "/edit");
    page("/parties/new?kind=company");
    page("/parties?q=pagequal&sort=score&order=desc&columns=email,notes");
  }

  @Test
  void scores_add_up_over_kinds() {
    server.part(Edits.class).create(Map.of("company_name", "Sommes SARL"), by);
    Figures figures = server.part(Figures.class);
    figures.refresh();

    long parties = figures.scores("kind").stream().mapToLong(Figures.Score::parties).sum();

    assertThat(figures.scores("base").get(0).parties()).isEqualTo(parties);
    assertThat(figures.trend()).isNotEmpty();
  }

  @Test
  void shows_what_a_bulk_change_would_do_before_it_does() {
    long id =
        server.part(Edits.class).create(Map.of("family_name", "Bulkpage", "city", "Nice"), by);
    Map<String, String> chosen = Map.of("id", String.valueOf(id), "field", "city");

    String asked = visitor.post("/parties/bulk", chosen).body();
    assertThat(asked).contains("1 record").doesNotContain("Nice", "??");
    Map<String, String> valued = new java.util.HashMap<>(chosen);
    valued.put("value", "Antibes");
    String shown = visitor.post("/parties/bulk", valued).body();

    assertThat(shown).contains("Bulkpage", "Nice", "Antibes").doesNotContain("??");
    assertThat(page("/parties/" + id)).contains("Nice").doesNotContain("Antibes");
  }
}
