package io.limpide.server.fault;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * A line to PostgreSQL that breaks where it is told to: two threads for each connection. What comes
 * from the database is read message by message (PostgreSQL documentation, "Message Formats": a
 * letter, four bytes of length, the rest), so that the word that a transaction is through can be
 * kept back and the line cut there: then it is through, and who ordered it does not know.
 */
final class Link implements AutoCloseable {
  private static final byte[] COMMIT = "COMMIT\0".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket door;
  private final int database;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger cuts = new AtomicInteger();
  private volatile String whose = "";
  private volatile BooleanSupplier when = () -> false;
  private volatile boolean silent;

  Link(int database) throws IOException {
    this.database = database;
    door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    go("link", this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Cuts lines of an application at commits, at those that {@code when} says. */
  void cutCommits(String application, BooleanSupplier when) {
    whose = application;
    this.when = when;
  }

  void cutNoMore() {
    when = () -> false;
  }

  /** Returns how many lines were cut. */
  int cuts() {
    return cuts.get();
  }

  /** Lets nothing through, and says nothing of it; or lets it through again. */
  void silent(boolean value) {
    silent = value;
  }

  private static void go(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket server = door.accept();
        Socket postgres = new Socket(InetAddress.getLoopbackAddress(), database);
        open.add(server);
        open.add(postgres);
        new Line(server, postgres).begin();
      } catch (IOException e) {
        // closed, or the database is away: whoever called is told by the silence
      }
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  /** One connection. */
  private final class Line {
    private final Socket server;
    private final Socket postgres;
    private final AtomicReference<String> said = new AtomicReference<>("");

    Line(Socket server, Socket postgres) {
      this.server = server;
      this.postgres = postgres;
    }

    void begin() {
      go("up", () -> pass(this::up));
      go("down", () -> pass(this::down));
    }

    private void pass(Way way) {
      try {
        way.go();
      } catch (IOException | InterruptedException e) {
        // the line is over
      } finally {
        reset(server);
        reset(postgres);
      }
    }

    /** So that neither side takes it for an end in order. */
    private void reset(Socket socket) {
      try {
        socket.setSoLinger(true, 0);
        socket.close();
      } catch (IOException e) {
        // closed already
      }
      open.remove(socket);
    }

    private void up() throws IOException, InterruptedException {
      InputStream in = server.getInputStream();
      OutputStream out = postgres.getOutputStream();
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (said.get().length() < 4_000) { // its name stands in what it says first
          said.set(said.get() + new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
        }
        awaitVoice();
        out.write(buffer, 0, read);
      }
    }

    private void down() throws IOException, InterruptedException {
      DataInputStream in = new DataInputStream(postgres.getInputStream());
      OutputStream out = server.getOutputStream();
      while (true) {
        int type = in.read();
        if (type < 0) {
          throw new EOFException();
        }
        int length = in.readInt();
        byte[] rest = in.readNBytes(length - 4);
        if (type == 'C' && java.util.Arrays.equals(rest, COMMIT) && mine() && when.getAsBoolean()) {
          cuts.incrementAndGet();
          return;
        }
        awaitVoice();
        byte[] message = new byte[length + 1];
        message[0] = (byte) type;
        for (int at = 0; at < 4; at++) {
          message[1 + at] = (byte) (length >>> (24 - 8 * at));
        }
        System.arraycopy(rest, 0, message, 5, rest.length);
        out.write(message);
      }
    }

    private boolean mine() {
      return said.get().contains(whose);
    }

    private void awaitVoice() throws InterruptedException {
      while (silent && !door.isClosed()) {
        Thread.sleep(20);
      }
    }
  }

  /** One direction of a line. */
  private interface Way {
    void go() throws IOException, InterruptedException;
  }
}
