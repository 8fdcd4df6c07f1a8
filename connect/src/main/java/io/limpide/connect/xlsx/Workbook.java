package io.limpide.connect.xlsx;

import io.limpide.connect.UnreadableSourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What holds for all sheets of a workbook: their names and parts, the formats of numbers.
 *
 * <p>Source: ECMA-376 part 1, 12.3 (parts), 18.2 (workbook), 18.8 (styles). The strict form names
 * its parts by other addresses with the same ends, so only the ends are looked at.
 */
final class Workbook {
  private static final long SMALL_PART = 64L << 20;

  /**
   * One sheet of cells.
   *
   * @param part the name of its part in the archive
   * @param visible whether a person sees its tab
   */
  record Sheet(String name, String part, boolean visible) {}

  private record Link(String type, String target) {}

  private final List<Sheet> sheets = new ArrayList<>();
  private final List<NumberFormat> formats = new ArrayList<>();
  private final Archive archive;
  private boolean since1904;
  private String strings = "";

  private Workbook(Archive archive) {
    this.archive = archive;
  }

  static Workbook read(Archive archive) throws UnreadableSourceException, IOException {
    Workbook workbook = new Workbook(archive);
    workbook.read();
    return workbook;
  }

  /** Returns the sheets of cells, in the order of their tabs. */
  List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  /** Returns the part of the shared texts; empty when there is none. */
  String strings() {
    return strings;
  }

  /** Returns the format of a style; the general one for a style that does not exist. */
  NumberFormat format(int style) {
    return style < formats.size() ? formats.get(style) : NumberFormat.GENERAL;
  }

  private void read() throws UnreadableSourceException, IOException {
    String main = "xl/workbook.xml";
    for (Link link : links("_rels/.rels", "").values()) {
      if (link.type.endsWith("/officeDocument")) {
        main = link.target;
      }
    }
    if (main.endsWith(".bin")) {
      throw new UnreadableSourceException("xlsx.xlsb", archive.name());
    }
    if (!archive.has(main) || (!main.startsWith("xl/") && !main.contains("workbook"))) {
      throw new UnreadableSourceException("xlsx.no_workbook", archive.name());
    }
    int slash = main.lastIndexOf('/') + 1;
    String folder = main.substring(0, slash);
    Map<String, Link> links = links(folder + "_rels/" + main.substring(slash) + ".rels", folder);
    readSheets(main, links);
    String styles = "";
    for (Link link : links.values()) {
      strings = link.type.endsWith("/sharedStrings") ? link.target : strings;
      styles = link.type.endsWith("/styles") ? link.target : styles;
    }
    if (archive.has(styles)) {
      readSmall(styles, new Styles());
    }
  }

  private void readSmall(String part, DefaultHandler handler)
      throws UnreadableSourceException, IOException {
    if (archive.size(part) > SMALL_PART) {
      throw new UnreadableSourceException("xlsx.bomb", archive.name());
    }
    Xml.read(archive, part, handler);
  }

  private void readSheets(String main, Map<String, Link> links)
      throws UnreadableSourceException, IOException {
    readSmall(
        main,
        new DefaultHandler() {
          @Override
          public void startElement(String uri, String name, String qualified, Attributes is) {
            if (name.equals("workbookPr")) {
              since1904 = Xml.isTrue(Xml.attribute(is, "date1904"));
            } else if (name.equals("sheet")) {
              Link link = links.get(idOf(is));
              String title = is.getValue("", "name");
              String state = is.getValue("", "state");
              if (link != null && title != null && link.type.endsWith("/worksheet")) {
                boolean visible = state == null || state.equals("visible");
                sheets.add(new Sheet(CellText.unescape(title), link.target, visible));
              }
            }
          }
        });
  }

  /** Returns the identifier of a link: the attribute of that name that has a prefix. */
  private static String idOf(Attributes attributes) {
    String id = "";
    for (int i = 0; i < attributes.getLength(); i++) {
      if (attributes.getLocalName(i).equals("id") && !attributes.getURI(i).isEmpty()) {
        id = attributes.getValue(i);
      }
    }
    return id;
  }

  private Map<String, Link> links(String part, String folder)
      throws UnreadableSourceException, IOException {
    Map<String, Link> links = new HashMap<>();
    if (archive.has(part)) {
      readSmall(
          part,
          new DefaultHandler() {
            @Override
            public void startElement(String uri, String name, String qualified, Attributes is) {
              String id = is.getValue("", "Id");
              String type = is.getValue("", "Type");
              String target = is.getValue("", "Target");
              boolean outside = "External".equals(is.getValue("", "TargetMode"));
              if (id != null && type != null && target != null && !outside) {
                links.put(id, new Link(type, resolve(folder, target)));
              }
            }
          });
    }
    return links;
  }

  private static String resolve(String folder, String target) {
    String path = target.replace('\\', '/');
    if (path.startsWith("/")) {
      return path.substring(1);
    }
    String base = folder;
    while (path.startsWith("../") || path.startsWith("./")) {
      if (path.startsWith("../")) {
        base = base.replaceFirst("[^/]*/$", "");
      }
      path = path.substring(path.indexOf('/') + 1);
    }
    return base + path;
  }

  /** Learns the format of each style; a style is known by its place among {@code cellXfs}. */
  private final class Styles extends DefaultHandler {
    private final Map<Integer, String> codes = new HashMap<>();
    private final Map<Integer, NumberFormat> known = new HashMap<>();
    private boolean inCells;

    @Override
    public void startElement(String uri, String name, String qualified, Attributes is) {
      switch (name) {
        case "numFmt" -> {
          String code = is.getValue("", "formatCode");
          codes.put(Xml.number(is.getValue("", "numFmtId"), -1), code == null ? "" : code);
        }
        case "cellXfs" -> inCells = true;
        case "xf" -> {
          if (inCells) {
            int id = Xml.number(is.getValue("", "numFmtId"), 0);
            formats.add(known.computeIfAbsent(id, this::format));
          }
        }
        default -> {}
      }
    }

    private NumberFormat format(int id) {
      String own = codes.get(id);
      String code = own == null ? builtIn(id) : own;
      return NumberFormat.of(id, code == null ? "General" : code, since1904);
    }

    private @Nullable String builtIn(int id) {
      // 27 to 36 and 50 to 58 are dates of East Asian calendars, without a code of their own.
      boolean eastern = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
      return eastern ? "yyyy/mm/dd" : BuiltinFormats.getBuiltinFormat(id);
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
      inCells &= !name.equals("cellXfs");
    }
  }
}
