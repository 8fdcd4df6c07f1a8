package io.limpide.connect.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns a text of any encoding into UTF-8; what cannot be read becomes U+FFFD and is counted. */
final class CharsetInputStream extends Utf8Producer {
  private final InputStream in;
  private final Decoding decoding;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(64 << 10);
  private final CharBuffer characters = CharBuffer.allocate(64 << 10);
  private boolean ended;

  CharsetInputStream(InputStream in, Charset charset, Decoding decoding) {
    this.in = in;
    this.decoding = decoding;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  boolean produce() throws IOException {
    if (ended) {
      return false;
    }
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    ended = read < 0;
    bytes.position(bytes.position() + Math.max(read, 0)).flip();
    for (; ; ) {
      CoderResult result = decoder.decode(bytes, characters, ended);
      if (result.isError()) {
        bytes.position(bytes.position() + result.length());
        decoding.addUnreadable(1);
        flush();
        put((byte) 0xef);
        put((byte) 0xbf);
        put((byte) 0xbd);
      } else if (result.isUnderflow()) {
        break;
      } else {
        flush();
      }
    }
    flush();
    bytes.compact();
    return true;
  }

  /** A pair of surrogates is never cut: decoders write both or none. */
  private void flush() {
    characters.flip();
    byte[] utf8 = characters.toString().getBytes(StandardCharsets.UTF_8);
    put(utf8, 0, utf8.length);
    characters.clear();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
