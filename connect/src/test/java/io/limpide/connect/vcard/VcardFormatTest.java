package io.limpide.connect.vcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limpide.connect.BytesSource;
import io.limpide.connect.ReadOptions;
import io.limpide.connect.Reads;
import io.limpide.connect.SourceFormat;
import io.limpide.connect.SourceFormatContract;
import io.limpide.connect.SourceRead;
import io.limpide.connect.UnreadableSourceException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VcardFormatTest extends SourceFormatContract {
  private static final String ANNE =
      """
      BEGIN:VCARD
      VERSION:3.0
      N:Petit;Anne;;Mme;
      FN:Anne Petit
      EMAIL;TYPE=INTERNET:anne@example.org
      END:VCARD
      """;

  @Override
  protected SourceFormat format() {
    return new VcardFormat();
  }

  @Override
  protected List<Sample> samples() {
    return List.of(
        new Sample(BytesSource.of("test.vcf", ANNE + ANNE.replace("3.0", "4.0")), 2),
        new Sample(
            BytesSource.of(
                "jcard.json",
                "[\"vcard\",[[\"version\",{},\"text\",\"4.0\"],[\"fn\",{},\"text\",\"A\"]]]"),
            1),
        new Sample(
            BytesSource.of(
                "xcard.xml",
                "<vcards xmlns=\"urn:ietf:params:xml:ns:vcard-4.0\"><vcard><fn><text>A</text></fn>"
                    + "</vcard></vcards>"),
            1));
  }

  @Test
  void flattens_a_card_into_columns() throws Exception {
    SourceRead read =
        read(
            """
            BEGIN:VCARD
            VERSION:3.0
            N:de La Tour;Jean-Pierre;Marie;M.;
            FN:Jean-Pierre de La Tour
            ORG:Société Dupont\\, Fils & Cie;Achats;Europe
            TITLE:Directeur
            EMAIL;TYPE=INTERNET,HOME:jp@example.org
            EMAIL;TYPE=INTERNET,WORK,PREF:jean-pierre@dupont.example
            TEL;TYPE=WORK,VOICE:01 23 45 67 89
            TEL;TYPE=CELL:06 12 34 56 78
            TEL;TYPE=CELL,WORK:07 12 34 56 78
            TEL;TYPE=WORK,FAX:01 23 45 67 00
            ADR;TYPE=WORK:;Bâtiment B;12\\, rue de la Paix;Paris;;75002;France
            BDAY:1970-05-21
            URL:https://dupont.example
            NOTE:Première ligne\\nseconde
            CATEGORIES:VIP,Salon
            UID:abc-1
            REV:2024-01-31T10:00:00Z
            X-SKYPE:jp.delatour
            item1.X-ABDATE:1999-09-09
            item1.X-ABLabel:_$!<Anniversary>!$_
            PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRg==
            END:VCARD
            """);
    assertThat(record(read, 0))
        .isEqualTo(
            """
            Full name: Jean-Pierre de La Tour
            Prefix: M.
            Given name: Jean-Pierre
            Middle names: Marie
            Family name: de La Tour
            Birth date: 1970-05-21
            Organization: Société Dupont, Fils & Cie
            Department: Achats; Europe
            Job title: Directeur
            E-mail 1: jean-pierre@dupont.example
            E-mail 2: jp@example.org
            Phone (work): 01 23 45 67 89
            Mobile: 06 12 34 56 78
            Fax (work): 01 23 45 67 00
            Mobile 2: 07 12 34 56 78
            Address complement: Bâtiment B
            Street: 12, rue de la Paix
            Postcode: 75002
            City: Paris
            Country: France
            Web site: https://dupont.example
            Categories: VIP; Salon
            Note: Première ligne
            seconde
            UID: abc-1
            Updated: 2024-01-31T10:00:00Z
            Other: E-mail 1 type=work; E-mail 2 type=home; Address type=work; X-SKYPE=jp.delatour; \
            X-ABDATE (Anniversary)=1999-09-09; PHOTO=jpeg, 10 bytes
            """);
    assertThat(read.facts())
        .isEqualTo(Map.of("format", "vcard", "version", "3.0", "columns", "26"));
    assertThat(Reads.remarks(read, VcardFormat.class))
        .containsExactly(
            "1 pictures, sounds and keys were left out; the column \"Other\" says which.");
  }

  @Test
  void rejects_broken_cards_with_their_text_and_goes_on() throws Exception {
    SourceRead read =
        read(
            "stray text\n"
                + ANNE
                + "BEGIN:VCARD\nVERSION:3.0\nFN:No end\n"
                + ANNE.replace("Anne", "Bea")
                + "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n"
                + "BEGIN:VCARD\nFN:Cut");
    assertThat(Reads.grid(read.table()))
        .containsExactly(
            List.of("Full name", "Prefix", "Given name", "Family name", "E-mail 1"),
            List.of("Anne Petit", "Mme", "Anne", "Petit", "anne@example.org"),
            List.of("Bea Petit", "Mme", "Bea", "Petit", "anne@example.org"));
    assertThat(Reads.rejections(read))
        .containsExactly(
            "1: vcard.outside: stray text",
            "3: vcard.unfinished: BEGIN:VCARD\nVERSION:3.0\nFN:No end",
            "5: vcard.nothing: BEGIN:VCARD\nVERSION:3.0\nEND:VCARD",
            "6: vcard.unfinished: BEGIN:VCARD\nFN:Cut");
    assertThat(read.table().rowNumber(1)).isEqualTo(4);
  }

  @Test
  void loses_no_line_that_it_does_not_understand() throws Exception {
    SourceRead read =
        read("BEGIN:VCARD\nVERSION:3.0\nFN:A\nno colon here\nBDAY:sometime\nEND:VCARD\n");
    assertThat(record(read, 0)).isEqualTo("Full name: A\nOther: BDAY=sometime; no colon here\n");
  }

  @Test
  void reads_the_encodings_that_programs_use() throws Exception {
    String card = "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Lefèvre;Zoé\r\nEND:VCARD\r\n";
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            Charset.forName("windows-1252"),
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16)) {
      BytesSource source = new BytesSource("test.vcf", card.getBytes(charset));
      assertThat(format().recognise(source)).as(charset.name()).isGreaterThan(0.9);
      assertThat(Reads.grid(format().read(source, ReadOptions.DEFAULT).table()).get(1))
          .as(charset.name())
          .containsExactly("Zoé", "Lefèvre");
    }
    String stated = card.replace("\nN:", "\nN;CHARSET=ISO-8859-15:").replace("Zoé", "Zo€");
    assertThat(
            Reads.grid(
                    format()
                        .read(
                            new BytesSource(
                                "test.vcf", stated.getBytes(Charset.forName("ISO-8859-15"))),
                            ReadOptions.DEFAULT)
                        .table())
                .get(1))
        .containsExactly("Zo€", "Lefèvre");
    String quoted =
        """
        BEGIN:VCARD
        VERSION:2.1
        N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Lef=C3=A8=
        vre;Zo=C3=A9
        END:VCARD
        """;
    assertThat(Reads.grid(read(quoted).table()).get(1)).containsExactly("Zoé", "Lefèvre");
  }

  @Test
  void puts_a_character_together_that_was_folded_in_two() throws Exception {
    byte[] bytes =
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:ZoXY\r\nEND:VCARD\r\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    String folded =
        new String(bytes, StandardCharsets.ISO_8859_1).replace("XY", "\u00C3\r\n \u00A9");
    BytesSource source = new BytesSource("test.vcf", folded.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(Reads.grid(format().read(source, ReadOptions.DEFAULT).table()).get(1))
        .containsExactly("Zoé");
  }

  @Test
  void keeps_a_card_within_a_card() throws Exception {
    SourceRead read =
        read(
            """
            BEGIN:VCARD
            VERSION:2.1
            FN:Boss
            AGENT:
            BEGIN:VCARD
            VERSION:2.1
            FN:Aide
            END:VCARD
            END:VCARD
            """);
    assertThat(record(read, 0)).isEqualTo("Full name: Boss\nOther: AGENT=(Full name: Aide)\n");
  }

  @Test
  void refuses_a_document_type_in_a_card_of_xml() {
    String card =
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><vcards"
            + " xmlns=\"urn:ietf:params:xml:ns:vcard-4.0\"><vcard><fn><text>&a;</text></fn></vcard></vcards>";
    assertThatThrownBy(() -> read(card))
        .isInstanceOfSatisfying(
            UnreadableSourceException.class,
            e ->
                assertThat(Reads.worded(e, VcardFormat.class))
                    .isEqualTo(
                        "test.vcf is damaged: its cards cannot be read. Export it again, best as"
                            + " .vcf."));
  }

  private SourceRead read(String text) throws Exception {
    return format().read(BytesSource.of("test.vcf", text), ReadOptions.DEFAULT);
  }

  static String record(SourceRead read, int row) {
    Map<String, String> values = new LinkedHashMap<>();
    read.table().columns().forEach(column -> values.put(column.name(), column.value(row)));
    StringBuilder text = new StringBuilder();
    values.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            text.append(name).append(": ").append(value).append('\n');
          }
        });
    return text.toString();
  }
}
