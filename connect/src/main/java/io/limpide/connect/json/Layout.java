package io.limpide.connect.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * Where the records of a JSON text stand.
 *
 * @param shape how they stand
 * @param start the offset of the bracket that opens their array, in bytes; 0 for other shapes
 * @param enveloped whether the array stands in an object with other things
 * @param morePages whether the envelope says that there is more than this
 */
record Layout(Shape shape, long start, boolean enveloped, boolean morePages) {
  /** How records stand in a text. */
  enum Shape {
    /** Elements of one array. */
    ARRAY,
    /** One to a line. */
    LINES,
    /** One after the other, over several lines each. */
    SEQUENCE
  }

  static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(200)
                  .maxStringLength(64 << 20)
                  .maxNameLength(50_000)
                  .maxNumberLength(1_000)
                  .build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  /** What programs call the array of records in the object around it. */
  private static final Set<String> NAMES =
      Set.of(
          "data",
          "value",
          "values",
          "items",
          "results",
          "result",
          "records",
          "record",
          "rows",
          "entries",
          "list",
          "content",
          "hits",
          "docs",
          "elements",
          "objects",
          "members",
          "features",
          "resources",
          "contacts",
          "companies",
          "organizations",
          "organisations",
          "customers",
          "clients",
          "people",
          "persons",
          "accounts",
          "leads",
          "users",
          "prospects",
          "societes",
          "sociétés",
          "personnes",
          "fiches",
          "resultats",
          "résultats");

  private static final Set<String> NEXT =
      Set.of(
          "@odata.nextlink",
          "odata.nextlink",
          "__next",
          "nextlink",
          "next",
          "next_page",
          "nextpage",
          "next_url",
          "nextpageurl",
          "next_page_url",
          "nextpagetoken",
          "has_more",
          "hasmore",
          "next_cursor",
          "nextcursor",
          "nextrecordsurl");

  private static final int DEEPEST = 4;

  /**
   * Finds out how records stand in a text.
   *
   * @param in UTF-8, or an eight-bit encoding that agrees with it in ASCII
   * @param first the first bytes of it
   */
  static Layout find(InputStream in, byte[] first) throws IOException {
    int at = 0;
    while (at < first.length && first[at] <= ' ' && first[at] >= 0) {
      at++;
    }
    if (at < first.length && first[at] == '[' && !isArrayOnLine(first, at)) {
      return new Layout(Shape.ARRAY, at, false, false);
    }
    Envelope envelope = new Envelope();
    try (JsonParser parser = FACTORY.createParser(new Ascii(in))) {
      envelope.read(parser);
    } catch (IOException e) {
      envelope.broken = true; // what was found up to there counts
    }
    if (envelope.isOne()) {
      return new Layout(Shape.ARRAY, envelope.start, true, envelope.morePages);
    }
    return new Layout(areLines(first) ? Shape.LINES : Shape.SEQUENCE, 0, false, false);
  }

  /** Returns whether the first line is an array that ends, and another line begins with one. */
  private static boolean isArrayOnLine(byte[] first, int start) {
    int depth = 0;
    boolean quoted = false;
    for (int i = start; i < first.length; i++) {
      byte b = first[i];
      if (b == '{' && depth == 1) {
        return false; // an array of objects is no record
      }
      if (b == '\n' || b == '\r') {
        return false;
      }
      if (quoted) {
        i += b == '\\' ? 1 : 0;
        quoted = b != '"';
      } else if (b == '"') {
        quoted = true;
      } else if (b == '[' || b == '{') {
        depth++;
      } else if ((b == ']' || b == '}') && --depth == 0) {
        int next = i + 1;
        while (next < first.length && first[next] <= ' ' && first[next] >= 0) {
          next++;
        }
        return next < first.length && first[next] == '[';
      }
    }
    return false;
  }

  /** Returns whether most lines begin a value of their own. */
  private static boolean areLines(byte[] first) {
    int lines = 0;
    int values = 0;
    boolean begins = true;
    for (byte b : first) {
      if (b == '\n' || b == '\r') {
        begins = true;
      } else if (begins && (b > ' ' || b < 0)) {
        begins = false;
        lines++;
        values += b == '{' || b == '[' ? 1 : 0;
      }
    }
    return values * 2 > lines;
  }

  /** Looks for the array of records in the one object of a text. */
  private static final class Envelope {
    private boolean named;
    private long start = -1;
    private long most;
    private long length;
    private boolean others;
    private boolean morePages;
    private boolean broken;

    private void read(JsonParser parser) throws IOException {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return;
      }
      object(parser, 1);
      length = parser.currentLocation().getByteOffset();
      others = parser.nextToken() != null;
    }

    private void object(JsonParser parser, int depth) throws IOException {
      String name = "";
      for (JsonToken token; (token = parser.nextToken()) != JsonToken.END_OBJECT; ) {
        if (token == null) {
          return;
        }
        if (token == JsonToken.FIELD_NAME) {
          name = parser.currentName().toLowerCase(java.util.Locale.ROOT);
        } else if (token == JsonToken.START_ARRAY) {
          array(parser, name);
        } else if (token == JsonToken.START_OBJECT) {
          if (depth < DEEPEST) {
            object(parser, depth + 1);
          } else {
            parser.skipChildren();
          }
        } else if (NEXT.contains(name)) {
          String value = parser.getText();
          morePages |= !Set.of("null", "false", "", "0").contains(value);
        }
      }
    }

    private void array(JsonParser parser, String name) throws IOException {
      long begin = parser.currentTokenLocation().getByteOffset();
      boolean known = NAMES.contains(name);
      boolean records = false;
      boolean any = false;
      try {
        for (JsonToken token; (token = parser.nextToken()) != JsonToken.END_ARRAY; ) {
          if (token == null) {
            break;
          }
          any = true;
          records |= token == JsonToken.START_OBJECT;
          parser.skipChildren();
        }
      } finally {
        long size = parser.currentLocation().getByteOffset() - begin;
        boolean better = (known && !named) || (known == named && size > most);
        if (better && (records || (known && !any))) {
          named = known;
          start = begin;
          most = size;
        }
      }
    }

    /** Returns whether it is an envelope: with a usual name, or hardly anything but records. */
    private boolean isOne() {
      boolean mostly = !broken && most * 2 > length;
      return start >= 0 && !others && (named || mostly);
    }
  }

  /** Hides bytes beyond ASCII, so that a foreign encoding in a text hides no bracket. */
  static final class Ascii extends FilterInputStream {
    Ascii(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      return b > 0x7f ? '?' : b;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      int read = in.read(target, from, length);
      for (int i = from; i < from + read; i++) {
        if (target[i] < 0) {
          target[i] = '?';
        }
      }
      return read;
    }
  }
}
