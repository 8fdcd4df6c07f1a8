package io.limpide.server;

import io.limpide.server.account.Caller;
import io.limpide.server.account.Role;
import io.limpide.server.party.Edits;
import io.limpide.server.party.PartyFilter;
import io.limpide.server.party.Segments;
import io.limpide.server.quality.Figures;
import io.limpide.server.source.Imports;
import io.limpide.server.source.Uploads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Something for every screen to show. */
record Showcase(String word, long party, long mark, long segment, long done, long draft) {
  private static final String WORD = "vitrine";
  private static final String FILE =
      """
      Identifiant;Nom;Prénom;Société;SIREN;E-mail;Téléphone;Adresse;Code postal;Ville;Créé le
      V1;VITRINE;jean;Vitrine SARL;552100554;jean@vitrine.example;0612345678;1 rue de Paris;75001;paris;01/02/2024
      V2;Vitrine;Anne;Vitrine SARL;552100554;anne@gmial.com;01 44 55 66 77;2 rue de Lyon;69001;lyon;03/04/2026
      V3;;;Vitrine du Port;;contact@vitrineport.example;0298000000;3 quai;29200;Brest;12/12/2025
      V4;Vitrine;;;;pas une adresse;06;;99999;Nulle part;31/02/2024
      """;

  static Showcase make() {
    Running server = Running.server();
    Caller by = Somebody.in(Role.ADMINISTRATOR);
    long done = take("Vitrine", "vitrine.csv", FILE, true, by);
    long draft = take("Vitrine 2", "vitrine-2.csv", FILE.replace("V1;", "W1;"), false, by);
    server
        .part(Edits.class)
        .create(Map.of("family_name", "Vitrine", "email", "pas une adresse", "mobile", "06"), by);
    Segments segments = server.part(Segments.class);
    segments.share("Vitrine <à suivre>", PartyFilter.of(Map.of("q", WORD, "below", "90")), by);
    long segment = segments.all().get(0).id();
    server.part(Figures.class).refresh();
    long party =
        server
            .owner()
            .sql("select id from party where name = 'Anne Vitrine' order by id limit 1")
            .query(Long.class)
            .single();
    long mark =
        server
            .owner()
            .sql(
                """
                select m from party p, unnest(p.marks) m join mark on mark.id = m
                where p.id = ? and mark.kind = 'suggestion' order by m limit 1
                """)
            .param(party)
            .query(Long.class)
            .single();
    return new Showcase(WORD, party, mark, segment, done, draft);
  }

  private static long take(String source, String name, String text, boolean auto, Caller by) {
    Running server = Running.server();
    Imports imports = server.part(Imports.class);
    try {
      Uploads.Upload upload =
          server
              .part(Uploads.class)
              .keep(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), by);
      long run = imports.begin(upload, imports.sourceNamed(source, "form", by), auto, by);
      Waiting.forRun(run);
      return run;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Pages that show hostile values, and the dialogs that they managed to open. */
  record Hostile(List<String> paths, List<String> opened) {}

  /**
   * Makes parties and imports of which every part is hostile: values, headers, file and source
   * names. The strings are of the kinds that OWASP's cheat sheet on cross-site scripting lists.
   */
  static Hostile hostile() {
    List<String> strings =
        List.of(
            "<script>window.pwned=1;alert(1)</script>",
            "\"><img src=x onerror=\"window.pwned=1;alert(2)\">",
            "'-alert(3)-'",
            "javascript:alert(4)",
            "</textarea><svg onload=alert(5)>",
            "{{7*7}}${7*7}[[${7*7}]]#{section.help}",
            "\u202Egnp.exe \u0000 \uD800 =1+1");
    Running server = Running.server();
    Caller by = Somebody.in(Role.ADMINISTRATOR);
    Map<String, String> values = new LinkedHashMap<>();
    List<String> fields =
        List.of(
            "given_name",
            "family_name",
            "company_name",
            "email",
            "city",
            "notes",
            "tags",
            "web_site",
            "job_title",
            "address_line");
    for (int at = 0; at < fields.size(); at++) {
      values.put(fields.get(at), strings.get(at % strings.size()));
    }
    long party = server.part(Edits.class).create(values, by);
    String name = strings.get(0) + strings.get(1);
    StringBuilder file = new StringBuilder();
    file.append("Identifiant;Nom;E-mail;\"")
        .append(strings.get(1).replace("\"", "\"\""))
        .append("\"\n");
    for (int at = 0; at < strings.size(); at++) {
      String cell = "\"" + strings.get(at).replace("\"", "\"\"").replace("\0", "") + "\"";
      file.append("H").append(at).append(';').append(cell).append(';').append(cell).append(';');
      file.append(cell).append('\n');
    }
    long done = take(name, name + ".csv", file.toString(), true, by);
    long draft = take(name, name + ".csv", file.toString().replace("H1", "I1"), false, by);
    Imports imports = server.part(Imports.class);
    imports.map(
        draft,
        imports.find(draft).orElseThrow().mapping(),
        imports.find(draft).orElseThrow().keyColumns(),
        by);
    Waiting.forRun(draft);
    long source = imports.find(done).orElseThrow().sourceId();
    String shared = strings.get(1);
    server
        .part(Segments.class)
        .share(shared, PartyFilter.of(Map.of("q", strings.get(0), "source", "" + source)), by);
    server.part(Figures.class).refresh();
    return new Hostile(
        List.of(
            "/parties/" + party,
            "/parties/" + party + "/edit",
            "/parties?source=" + source,
            "/parties?q=%3Cscript%3Ealert(9)%3C%2Fscript%3E",
            "/imports/" + done,
            "/imports/" + draft,
            "/sources",
            "/sources/" + source,
            "/jobs/" + done,
            "/jobs",
            "/quality?source=" + source,
            "/quality/origins?in_source=" + source,
            "/parties?in_what=all&in_source=" + source,
            "/segments"),
        new ArrayList<>());
  }
}
