package io.limpide.server.party;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.Somebody;
import io.limpide.server.account.Caller;
import io.limpide.server.account.Role;
import io.limpide.server.account.Visibility;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditsTest {
  private final Running server = Running.server();
  private final Edits edits = server.part(Edits.class);
  private final Parties parties = server.part(Parties.class);
  private final Caller by = Somebody.in(Role.STEWARD);

  private Party party(long id) {
    return parties.find(id, by).orElseThrow();
  }

  @Test
  void makes_a_party_of_what_was_typed_and_proposes_what_would_be_better() {
    long id =
        edits.create(
            Map.of("given_name", "marie", "family_name", "DURAND", "email", "marie@gmial.com"), by);

    Party party = party(id);
    assertThat(party.kind()).isEqualTo("person");
    assertThat(party.value("family_name")).isEqualTo("DURAND"); // as typed
    assertThat(party.notes("email"))
        .anySatisfy(note -> assertThat(note.after()).isEqualTo("marie@gmail.com"));
    assertThat(party.score()).isBetween(1, 99);
  }

  @Test
  void changes_a_value_once_and_refuses_a_second_change_of_the_same_version() {
    long id = edits.create(Map.of("family_name", "Petit", "city", "Lyon"), by);
    int seen = party(id).version();

    assertThat(edits.edit(id, seen, Map.of("city", "Paris"), "moved", by))
        .isEqualTo(Edits.Outcome.DONE);
    assertThat(edits.edit(id, seen, Map.of("city", "Brest"), "", by))
        .isEqualTo(Edits.Outcome.CHANGED);

    assertThat(party(id).city()).isEqualTo("Paris");
    assertThat(
            server
                .owner()
                .sql("select before || ' ' || after from change where party_id = ?")
                .param(id)
                .query(String.class)
                .list())
        .containsExactly("Lyon Paris");
  }

  @Test
  void keeps_what_is_none_of_a_callers_business_out_of_his_sight() {
    long id = edits.create(Map.of("family_name", "Secret"), by);
    Caller own = Somebody.in(Role.CONTRIBUTOR, Visibility.OWN);

    assertThat(parties.find(id, own)).isEmpty();
    assertThat(edits.edit(id, 1, Map.of("city", "X"), "", own)).isEqualTo(Edits.Outcome.UNKNOWN);
    assertThat(parties.count(PartyFilter.of(Map.of("q", "secret")), own).number()).isZero();
    long mine = edits.create(Map.of("family_name", "Secretaire"), own);
    assertThat(parties.find(mine, own)).isPresent();
  }

  @Test
  void leaves_a_finding_be_until_the_value_changes() {
    long id = edits.create(Map.of("family_name", "Roux", "email", "not an address"), by);
    PartyNote note = party(id).notes("email").get(0);

    edits.dismiss(id, "email", note.code(), "known", by);
    assertThat(party(id).notes("email")).doesNotContain(note);

    edits.edit(id, party(id).version(), Map.of("email", "still no address"), "", by);
    assertThat(party(id).notes("email")).extracting(PartyNote::code).contains(note.code());
  }

  @Test
  void finds_parties_by_any_part_of_name_address_number() {
    long id =
        edits.create(
            Map.of(
                "given_name", "Zébulon",
                "family_name", "Quintefeuille",
                "email", "zq@tourniquet.example",
                "mobile", "+33612349876",
                "siren", "552100554",
                "city", "Saint-Étienne"),
            by);

    for (String text :
        new String[] {
          "zebulon",
          "tefeuil",
          "Zébulon quinte",
          "tourniq",
          "06 12 34 98 76",
          "+33 6 12 34 98",
          "552 100 554",
          "saint-etienne zeb",
          "zq@tour",
          "qu"
        }) {
      assertThat(
              parties
                  .list(PartyFilter.of(Map.of("q", text)), by, PartySort.NAME, false, "", 50)
                  .parties())
          .as(text)
          .extracting(Party::id)
          .contains(id);
    }
    assertThat(
            parties
                .list(PartyFilter.of(Map.of("q", "%")), by, PartySort.NAME, false, "", 50)
                .parties())
        .isEmpty();
  }

  @Test
  void pages_through_everything_once_in_every_order() {
    for (int at = 0; at < 7; at++) {
      edits.create(Map.of("family_name", "Pagefort" + at % 3, "city", "Ville" + at % 2), by);
    }
    PartyFilter filter = PartyFilter.of(Map.of("q", "pagefort"));
    for (PartySort sort : PartySort.values()) {
      for (boolean descending : new boolean[] {false, true}) {
        var seen = new java.util.ArrayList<Long>();
        String after = "";
        do {
          Parties.Page page = parties.list(filter, by, sort, descending, after, 3);
          page.parties().forEach(party -> seen.add(party.id()));
          after = page.next().orElse("");
        } while (!after.isEmpty());
        assertThat(seen).as("%s %s", sort, descending).hasSize(7).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void shows_a_reader_only_part_of_what_is_masked_and_loses_nothing_by_it() {
    long id =
        edits.create(
            Map.of("family_name", "Masque", "email", "masque@exemple.fr", "city", "Lille"), by);
    Caller reader = Somebody.in(Role.READER);
    Party seen = parties.find(id, reader).orElseThrow();

    assertThat(seen.email()).isEqualTo("m***@e***.fr");
    assertThat(seen.value("email")).isEqualTo("m***@e***.fr");
    assertThat(server.signedIn(reader.id()).get("/parties/" + id).body())
        .contains("Masque")
        .doesNotContain("masque@exemple.fr");

    // a form that sends back what it showed changes nothing of it
    edits.edit(id, seen.version(), Map.of("email", seen.email(), "city", "Roubaix"), "", reader);
    assertThat(party(id).email()).isEqualTo("masque@exemple.fr");
    assertThat(party(id).city()).isEqualTo("Roubaix");
  }
}
