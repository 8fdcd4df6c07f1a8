package io.limpide.server.operation;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP whose patience ends: Tomcat's own limit begins anew with every byte, so whoever sends the
 * head of a request drop by drop would hold a connection for days.
 */
public final class PatientProtocol extends Http11NioProtocol {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private @Nullable ScheduledExecutorService watch;

  /** Made by Tomcat, by name. */
  public PatientProtocol() {}

  @Override
  public void start() throws Exception {
    super.start();
    ScheduledExecutorService watching =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "patience");
              thread.setDaemon(true);
              return thread;
            });
    Future<?> unused = watching.scheduleWithFixedDelay(this::cutOff, 1, 1, TimeUnit.SECONDS);
    watch = watching;
  }

  private void cutOff() {
    long now = System.nanoTime();
    for (SocketWrapperBase<?> connection : getEndpoint().getConnections()) {
      try {
        if (tooSlow(connection, now)) {
          connection.close();
        }
      } catch (RuntimeException e) {
        // it has gone on in this very moment; the next look tells
      }
    }
  }

  /** A connection has a processor while it waits for the rest of a head, and then alone. */
  private static boolean tooSlow(SocketWrapperBase<?> connection, long now) {
    if (!(connection.getCurrentProcessor() instanceof AbstractProcessor waiting)
        || waiting.isAsync()
        || waiting.isUpgrade()) {
      return false;
    }
    long begun = waiting.getRequest().getStartTimeNanos();
    return begun >= 0 && now - begun > PATIENCE.toNanos();
  }

  @Override
  public void stop() throws Exception {
    if (watch != null) {
      watch.shutdownNow();
    }
    super.stop();
  }
}
