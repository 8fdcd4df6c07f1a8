package io.limpide.server.operation;

import io.limpide.server.Running;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection on which anything may be said, HTTP or not. */
final class Wire implements AutoCloseable {
  private final Socket socket;

  Wire(Running server) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(server.address()).getPort());
    socket.setSoTimeout(60_000);
  }

  /** Says something; a closed line is no fault, for the answer tells why. */
  Wire say(String text) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    } catch (IOException e) {
      // the other end has closed
    }
    return this;
  }

  /** Returns everything that is said until the line is closed. */
  String hear() throws IOException {
    StringBuilder heard = new StringBuilder();
    byte[] some = new byte[8192];
    try {
      InputStream in = socket.getInputStream();
      for (int length = in.read(some); length >= 0; length = in.read(some)) {
        heard.append(new String(some, 0, length, StandardCharsets.ISO_8859_1));
      }
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      // reset: what was heard counts
    }
    return heard.toString();
  }

  /** Returns the number of the answer; 0 when the line was closed without one. */
  static int status(String heard) {
    return heard.startsWith("HTTP/1.1 ") ? Integer.parseInt(heard.substring(9, 12)) : 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
