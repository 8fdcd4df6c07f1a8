package io.limpide.connect.vcard;

import ezvcard.VCard;
import ezvcard.io.ParseWarning;
import ezvcard.io.StreamReader;
import ezvcard.io.json.JCardReader;
import ezvcard.io.text.VCardReader;
import ezvcard.io.xml.XCardReader;
import io.limpide.connect.ReadOptions;
import io.limpide.connect.Rejection;
import io.limpide.connect.SourceInput;
import io.limpide.connect.SourceRead;
import io.limpide.connect.UnreadableSourceException;
import io.limpide.connect.gather.GrowingTable;
import io.limpide.connect.gather.LenientText;
import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.finding.Severity;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableTooLargeException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the cards of a source into a table. */
final class VcardReading {
  private static final Reason UNFINISHED = reason("vcard.unfinished", Severity.ERROR);
  private static final Reason OUTSIDE = reason("vcard.outside", Severity.ERROR);
  private static final Reason NOTHING = reason("vcard.nothing", Severity.ERROR);
  private static final Reason BINARIES = reason("vcard.binaries", Severity.INFO);
  private static final Reason ENCODING = reason("vcard.encoding", Severity.INFO);

  /** The warnings of ez-vcard behind which a line of the card is lost. */
  private static final Set<Integer> LOST = Set.of(22, 27);

  private static final int PROGRESS = 1 << 20;

  private final SourceInput input;
  private final ReadOptions options;
  private final GrowingTable table;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private final Set<String> versions = new TreeSet<>();
  private int number;
  private int binaries;
  private int foreign;

  VcardReading(SourceInput input, ReadOptions options) {
    this.input = input;
    this.options = options;
    this.table = new GrowingTable(input.name());
  }

  private static Reason reason(String code, Severity severity) {
    return new Reason(code, severity, Dimension.VALIDITY);
  }

  SourceRead read(VcardFormat.Syntax syntax) throws UnreadableSourceException, IOException {
    try {
      switch (syntax) {
        case TEXT -> readText();
        case JSON -> readJson();
        case XML -> readXml();
      }
    } catch (TableTooLargeException e) {
      throw new UnreadableSourceException("vcard.memory", input.name());
    } catch (Cards.TooLong e) {
      throw new UnreadableSourceException("vcard.large", input.name());
    }
    if (number == 0) {
      throw new UnreadableSourceException("vcard.empty", input.name());
    }
    return result();
  }

  private void readText() throws IOException {
    try (Cards cards = new Cards(LenientText.open(input, options))) {
      long told = 0;
      for (Cards.Piece piece; (piece = cards.next()) != null; ) {
        number++;
        foreign += piece.utf8() ? 0 : 1;
        switch (piece.kind()) {
          case CARD -> readCard(piece.text());
          case UNFINISHED -> reject(UNFINISHED, piece.text());
          case OUTSIDE -> reject(OUTSIDE, piece.text());
        }
        if (cards.read() - told > PROGRESS) {
          told = cards.read();
          options.progress().read(told, input.size());
        }
      }
    }
  }

  private void readCard(String text) {
    VCard card;
    List<ParseWarning> warnings;
    try (VCardReader reader = new VCardReader(text)) {
      card = reader.readNext();
      warnings = reader.getWarnings();
    } catch (IOException | RuntimeException e) {
      card = null; // ez-vcard stumbles over some broken cards
      warnings = List.of();
    }
    if (card == null) {
      reject(NOTHING, text);
      return;
    }
    CardRecord record = new CardRecord(card);
    String[] lines = text.split("\r\n|\r|\n", -1);
    for (ParseWarning warning : warnings) {
      Integer line = warning.getLineNumber();
      if (LOST.contains(warning.getCode()) && line != null && line >= 1 && line <= lines.length) {
        record.addLine(lines[line - 1]);
      }
    }
    take(card, record, text);
  }

  private void readJson() throws UnreadableSourceException, IOException {
    try (InputStream in = LenientText.open(input, options);
        JCardReader reader = new JCardReader(in)) {
      readAll(reader);
    } catch (IOException | RuntimeException e) {
      throw broken(e);
    }
  }

  private void readXml() throws UnreadableSourceException, IOException {
    // ez-vcard's own reader gets only what is proven well formed and without document type.
    try (InputStream in = LenientText.open(input, options)) {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.newSAXParser().parse(in, new DefaultHandler());
    } catch (SAXException | IOException | RuntimeException e) {
      throw broken(e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    try (InputStream in = LenientText.open(input, options);
        XCardReader reader = new XCardReader(in)) {
      readAll(reader);
    } catch (IOException | RuntimeException e) {
      throw broken(e);
    }
  }

  private UnreadableSourceException broken(Exception cause) {
    UnreadableSourceException refusal = new UnreadableSourceException("vcard.broken", input.name());
    refusal.initCause(cause);
    return refusal;
  }

  private void readAll(StreamReader reader) throws IOException {
    for (VCard card; (card = reader.readNext()) != null; ) {
      number++;
      take(card, new CardRecord(card), card.toString());
    }
  }

  private void take(VCard card, CardRecord record, String raw) {
    if (record.values().isEmpty()) {
      reject(NOTHING, raw);
      return;
    }
    versions.add(card.getVersion().getVersion());
    binaries += record.binaries();
    record
        .values()
        .forEach((column, value) -> table.cell(columns.computeIfAbsent(column, table::add), value));
    table.endRow(number);
  }

  private void reject(Reason why, String raw) {
    rejections.add(new Rejection(number, Remark.of(why), raw.stripTrailing()));
  }

  private SourceRead result() {
    int[] order =
        columns.keySet().stream().sorted(new CardColumns()).mapToInt(columns::get).toArray();
    Table built = table.build(order);
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("format", "vcard");
    if (!versions.isEmpty()) {
      facts.put("version", String.join(", ", versions));
    }
    facts.put("columns", "" + columns.size());
    List<Remark> remarks = new ArrayList<>();
    if (binaries > 0) {
      remarks.add(Remark.of(BINARIES, "" + binaries));
    }
    if (foreign > 0) {
      remarks.add(Remark.of(ENCODING, "" + foreign));
    }
    return new SourceRead(built, rejections, facts, remarks);
  }
}
