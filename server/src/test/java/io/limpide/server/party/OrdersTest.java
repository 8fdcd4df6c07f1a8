package io.limpide.server.party;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.Somebody;
import io.limpide.server.Waiting;
import io.limpide.server.account.Caller;
import io.limpide.server.account.Role;
import io.limpide.server.account.Visibility;
import io.limpide.server.job.Run;
import io.limpide.server.job.Runs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OrdersTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Running server = Running.server();
  private final Edits edits = server.part(Edits.class);
  private final Parties parties = server.part(Parties.class);
  private final Orders orders = server.part(Orders.class);
  private final Caller by = Somebody.in(Role.STEWARD);
  private final String word = "ordre" + NUMBER.incrementAndGet() + "x";

  private List<Long> make(int count, Map<String, String> values) {
    List<Long> ids = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      Map<String, String> all = new java.util.HashMap<>(values);
      all.put("family_name", word + " " + at);
      ids.add(edits.create(all, by));
    }
    return ids;
  }

  private String digest() {
    return server
        .owner()
        .sql(
            """
            select md5(string_agg(row(id, kind, owner_id, stage, records, name, search, golden,
              origins, notes, marks, lost, whole, score)::text, '|' order by id))
            from party where search like ?
            """)
        .param("%" + word + "%")
        .query(String.class)
        .single();
  }

  private Party party(long id) {
    return parties.find(id, by).orElseThrow();
  }

  private Run done(long run) {
    Run run1 = Waiting.forRun(run);
    assertThat(run1.state()).isEqualTo(Run.State.DONE);
    return run1;
  }

  @Test
  void accepts_what_a_rule_proposes_and_takes_it_back_as_if_nothing_had_been() {
    List<Long> ids = make(3, Map.of("email", "marie@gmial.com"));
    PartyNote note =
        party(ids.get(0)).notes("email").stream()
            .filter(PartyNote::isSuggestion)
            .findFirst()
            .orElseThrow();
    String before = digest();
    ChangeOrder order =
        new ChangeOrder(orders.targets(ids, PartyFilter.ALL, by), "email", note.code(), "");

    Orders.Preview preview = orders.preview(order, by);
    assertThat(preview.parties()).isEqualTo(3);
    assertThat(preview.examples())
        .allSatisfy(
            example -> {
              assertThat(example.before()).isEqualTo("marie@gmial.com");
              assertThat(example.after()).isEqualTo("marie@gmail.com");
            });
    assertThat(digest()).isEqualTo(before);

    long run = orders.give(order, "e-mails", "looked at", by);
    assertThat(done(run).figure("changed")).isEqualTo(3);
    assertThat(party(ids.get(1)).email()).isEqualTo("marie@gmail.com");

    assertThat(orders.previewUndo(run)).isEqualTo(new Orders.UndoPreview(3, 0));
    assertThat(done(orders.undo(run, by).orElseThrow()).figure("taken")).isEqualTo(3);
    assertThat(digest()).isEqualTo(before);
    assertThat(server.part(Runs.class).find(run).orElseThrow().state()).isEqualTo(Run.State.UNDONE);
  }

  @Test
  void keeps_what_was_edited_since_and_says_how_many() {
    List<Long> ids = make(4, Map.of("city", "Lyon"));
    ChangeOrder order =
        new ChangeOrder(
            orders.targets(List.of(), PartyFilter.of(Map.of("q", word)), by),
            "city",
            Changes.TYPED,
            "Villeurbanne");
    long run = orders.give(order, "city", "", by);
    assertThat(done(run).figure("changed")).isEqualTo(4);
    edits.edit(ids.get(2), party(ids.get(2)).version(), Map.of("city", "Bron"), "", by);

    assertThat(orders.previewUndo(run)).isEqualTo(new Orders.UndoPreview(4, 1));
    Run undone = done(orders.undo(run, by).orElseThrow());

    assertThat(List.of(undone.figure("taken"), undone.figure("kept"))).containsExactly(3L, 1L);
    assertThat(ids.stream().map(id -> party(id).city()))
        .containsExactly("Lyon", "Lyon", "Bron", "Lyon");
  }

  @Test
  void gives_owners_and_stages_and_takes_them_back() {
    List<Long> ids = make(2, Map.of());
    String before = digest();
    Caller owner = Somebody.in(Role.CONTRIBUTOR, Visibility.OWN);
    assertThat(parties.find(ids.get(0), owner)).isEmpty();

    long run =
        orders.give(
            new ChangeOrder(
                orders.targets(ids, PartyFilter.ALL, by),
                Changes.OWNER,
                Changes.TYPED,
                String.valueOf(owner.id())),
            "owner",
            "",
            by);
    done(run);
    assertThat(parties.find(ids.get(0), owner)).isPresent();

    done(orders.undo(run, by).orElseThrow());
    assertThat(parties.find(ids.get(0), owner)).isEmpty();
    assertThat(digest()).isEqualTo(before);
  }

  @Test
  void touches_nothing_that_its_giver_may_not_see() {
    List<Long> ids = make(2, Map.of("city", "Nantes"));
    Caller own = Somebody.in(Role.STEWARD, Visibility.OWN);

    long run =
        orders.give(
            new ChangeOrder(
                orders.targets(ids, PartyFilter.ALL, own), "city", Changes.TYPED, "Rennes"),
            "city",
            "",
            own);

    assertThat(done(run).figure("changed")).isZero();
    assertThat(party(ids.get(0)).city()).isEqualTo("Nantes");
  }

  @Test
  void takes_back_one_change_alone() {
    long id = make(1, Map.of("city", "Metz")).get(0);
    edits.edit(id, party(id).version(), Map.of("city", "Nancy", "postcode", "54000"), "", by);
    long change =
        server
            .owner()
            .sql("select id from change where party_id = ? and field = 'city'")
            .param(id)
            .query(Long.class)
            .single();

    assertThat(orders.undoOne(change, id, by)).isTrue();

    assertThat(party(id).city()).isEqualTo("Metz");
    assertThat(party(id).value("postcode")).isEqualTo("54000");
    assertThat(orders.undoOne(change, id, by)).isFalse();
  }
}
