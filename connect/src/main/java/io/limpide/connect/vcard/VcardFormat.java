package io.limpide.connect.vcard;

import io.limpide.connect.ReadOptions;
import io.limpide.connect.SourceFormat;
import io.limpide.connect.SourceInput;
import io.limpide.connect.SourceRead;
import io.limpide.connect.UnreadableSourceException;
import io.limpide.connect.gather.LenientText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Address cards: vCard 2.1, 3.0 and 4.0, also in JSON (jCard) and XML (xCard). */
public final class VcardFormat implements SourceFormat {
  private static final int FIRST_BYTES = 1 << 16;
  private static final Pattern FIRST_LINE = Pattern.compile("(?i)\\s*BEGIN\\s*:\\s*VCARD\\s");
  private static final Pattern SOME_LINE = Pattern.compile("(?im)^\\s*BEGIN\\s*:\\s*VCARD\\s*$");
  private static final Pattern JCARD = Pattern.compile("\\s*\\[\\s*(\\[\\s*)?\"vcard\"\\s*,");
  private static final Pattern XCARD =
      Pattern.compile("\\s*<(?s:.{0,4000})urn:ietf:params:xml:ns:vcard-4\\.0");

  /** How cards are written. */
  enum Syntax {
    TEXT,
    JSON,
    XML
  }

  /** For {@link java.util.ServiceLoader}. */
  public VcardFormat() {}

  @Override
  public String name() {
    return "vcard";
  }

  @Override
  public double recognise(SourceInput input) throws IOException {
    String first = first(input, ReadOptions.DEFAULT);
    if (FIRST_LINE.matcher(first).lookingAt()
        || JCARD.matcher(first).lookingAt()
        || XCARD.matcher(first).lookingAt()) {
      return 0.99;
    }
    return SOME_LINE.matcher(first).find() ? 0.7 : 0;
  }

  @Override
  public SourceRead read(SourceInput input, ReadOptions options)
      throws UnreadableSourceException, IOException {
    String first = first(input, options);
    Syntax syntax =
        JCARD.matcher(first).lookingAt()
            ? Syntax.JSON
            : XCARD.matcher(first).lookingAt() ? Syntax.XML : Syntax.TEXT;
    return new VcardReading(input, options).read(syntax);
  }

  private static String first(SourceInput input, ReadOptions options) throws IOException {
    try (InputStream in = LenientText.open(input, options)) {
      return new String(in.readNBytes(FIRST_BYTES), StandardCharsets.ISO_8859_1);
    }
  }
}
