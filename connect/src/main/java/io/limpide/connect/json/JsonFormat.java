package io.limpide.connect.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.limpide.connect.ReadOptions;
import io.limpide.connect.SourceFormat;
import io.limpide.connect.SourceInput;
import io.limpide.connect.SourceRead;
import io.limpide.connect.UnreadableSourceException;
import io.limpide.connect.gather.LenientText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * JSON: an array of objects, objects one to a line (JSON Lines) or one after the other, or an
 * answer of a programming interface with its array of records inside.
 */
public final class JsonFormat implements SourceFormat {
  private static final int FIRST_BYTES = 1 << 16;

  /** For {@link java.util.ServiceLoader}. */
  public JsonFormat() {}

  @Override
  public String name() {
    return "json";
  }

  @Override
  public double recognise(SourceInput input) throws IOException {
    byte[] first;
    try (InputStream in = LenientText.open(input, ReadOptions.DEFAULT)) {
      first = in.readNBytes(FIRST_BYTES);
    }
    int tokens = 0;
    boolean card = false;
    boolean broken = false;
    try (JsonParser parser =
        Layout.FACTORY.createParser(new Layout.Ascii(new ByteArrayInputStream(first)))) {
      JsonToken opening = parser.nextToken();
      if (opening != JsonToken.START_OBJECT && opening != JsonToken.START_ARRAY) {
        return 0;
      }
      for (JsonToken token; (token = parser.nextToken()) != null; tokens++) {
        // A card (jCard) is an array, or an array of such, that begins with this word.
        card |= tokens < 2 && token == JsonToken.VALUE_STRING && isCard(opening, parser);
      }
    } catch (IOException e) {
      broken = true; // in places, or because the first bytes are not all
    }
    if (tokens == 0) {
      return 0;
    }
    return card ? 0.4 : broken && tokens < 2 ? 0.3 : 0.95;
  }

  private static boolean isCard(JsonToken opening, JsonParser parser) throws IOException {
    return opening == JsonToken.START_ARRAY && parser.getText().equals("vcard");
  }

  @Override
  public SourceRead read(SourceInput input, ReadOptions options)
      throws UnreadableSourceException, IOException {
    return new JsonRecords(input, options).read();
  }
}
