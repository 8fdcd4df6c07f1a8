package io.limpide.server.operation;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Ends requests whose body comes drop by drop: while one is read, a thread waits. Only the time
 * counts in which the sender is waited for.
 */
final class PacedBodies extends ValveBase {
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final double BYTES_A_SECOND = 500;

  PacedBodies() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    org.apache.coyote.Request sent = request.getCoyoteRequest();
    InputBuffer unpaced = sent.getInputBuffer();
    sent.setInputBuffer(new Paced(unpaced, sent));
    try {
      getNext().invoke(request, response);
    } finally {
      if (!request.isAsync()) {
        sent.setInputBuffer(unpaced); // it serves the next request of the connection
      }
    }
  }

  private static final class Paced implements InputBuffer {
    private final InputBuffer body;
    private final org.apache.coyote.Request request;
    private long waited;
    private long bytes;

    Paced(InputBuffer body, org.apache.coyote.Request request) {
      this.body = body;
      this.request = request;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
      long begun = System.nanoTime();
      int length = body.doRead(handler);
      waited += System.nanoTime() - begun;
      bytes += Math.max(length, 0);
      if (length >= 0
          && waited > GRACE.toNanos()
          && bytes < BYTES_A_SECOND * waited / Duration.ofSeconds(1).toNanos()) {
        request.action(ActionCode.DISABLE_SWALLOW_INPUT, null); // and wait for no more of it
        throw new SocketTimeoutException("the body comes too slowly");
      }
      return length;
    }

    @Override
    public int available() {
      return body.available();
    }
  }
}
