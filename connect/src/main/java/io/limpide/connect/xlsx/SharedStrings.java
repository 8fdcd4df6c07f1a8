package io.limpide.connect.xlsx;

import io.limpide.connect.UnreadableSourceException;
import io.limpide.engine.table.TableTooLargeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The texts that cells refer to by number, as UTF-8 in one array: a million short ones cost their
 * bytes and four more each. The count that the file declares is not believed.
 */
final class SharedStrings extends DefaultHandler {
  private final StringBuilder text = new StringBuilder();
  private final long limit = Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 3);
  private byte[] bytes = new byte[1 << 12];
  private int[] starts = new int[256];
  private int size;
  private boolean inText;
  private int phonetic;

  static SharedStrings read(Archive archive, String part)
      throws UnreadableSourceException, IOException {
    SharedStrings strings = new SharedStrings();
    if (archive.has(part)) {
      Xml.read(archive, part, strings);
    }
    return strings;
  }

  int size() {
    return size;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Returns where in {@link #bytes} a text begins; it ends where the next one begins. */
  int start(int index) {
    return starts[index];
  }

  boolean isEmpty(int index) {
    return starts[index] == starts[index + 1];
  }

  String value(int index) {
    return new String(
        bytes, starts[index], starts[index + 1] - starts[index], StandardCharsets.UTF_8);
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    switch (name) {
      case "si" -> text.setLength(0);
      case "rPh" -> phonetic++;
      case "t" -> inText = phonetic == 0;
      default -> {}
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) {
    if (inText) {
      if (text.length() + (long) length > limit) {
        throw new TableTooLargeException();
      }
      text.append(chars, start, length);
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    switch (name) {
      case "rPh" -> phonetic--;
      case "t" -> inText = false;
      case "si" -> append(CellText.unescape(text).getBytes(StandardCharsets.UTF_8));
      default -> {}
    }
  }

  private void append(byte[] utf8) {
    int start = starts[size];
    if (start + (long) utf8.length + 4L * size > limit) {
      throw new TableTooLargeException();
    }
    if (bytes.length - start < utf8.length) {
      bytes =
          Arrays.copyOf(bytes, (int) Math.max(start + (long) utf8.length, bytes.length * 3L / 2));
    }
    System.arraycopy(utf8, 0, bytes, start, utf8.length);
    if (size + 2 > starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 3 / 2);
    }
    starts[++size] = start + utf8.length;
  }
}
