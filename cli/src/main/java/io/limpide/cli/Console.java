package io.limpide.cli;

import io.limpide.engine.message.Messages;
import io.limpide.engine.run.Progress;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;

/**
 * Tells how far a run is: one line that is written over on a terminal, nothing in a pipe or with
 * {@code --quiet}.
 */
final class Console implements Progress {
  private static final long EVERY_NANOS = 100_000_000;

  private final Messages messages;
  private final boolean shown;
  private final PrintStream err = System.err;
  private Stage stage = Stage.READ;
  private long stageBegan = System.nanoTime();
  private long lastShown;
  private int lastLength;

  Console(Messages messages, boolean quiet) {
    this.messages = messages;
    this.shown = !quiet && terminal();
  }

  /** Since Java 22 there is a console without a terminal, too; it tells by itself. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean terminal() {
    java.io.Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true; // before Java 22
    }
  }

  /** Returns the charset of the terminal, UTF-8 when it does not say. */
  static Charset charset() {
    String name = System.getProperty("sun.stdout.encoding", System.getProperty("stdout.encoding"));
    return name != null && Charset.isSupported(name)
        ? Charset.forName(name)
        : StandardCharsets.UTF_8;
  }

  @Override
  public void report(Stage now, long done, long of) {
    if (!shown) {
      return;
    }
    long time = System.nanoTime();
    if (now != stage) {
      stage = now;
      stageBegan = time;
    } else if (time - lastShown < EVERY_NANOS) {
      return;
    }
    lastShown = time;
    double seconds = (time - stageBegan) / 1e9;
    StringBuilder line = new StringBuilder(messages.text("progress." + now.word()));
    NumberFormat numbers = NumberFormat.getIntegerInstance(messages.locale());
    if (of > 0) {
      line.append(' ').append(Math.min(100, done * 100 / of)).append(" %");
    }
    if (done > 0 && seconds > 0.5) {
      line.append("  ").append(numbers.format(Math.round(done / seconds))).append("/s");
      if (of > done) {
        long left = Math.round((of - done) * seconds / done);
        line.append("  ").append(messages.text("progress.left", String.valueOf(left)));
      }
    }
    show(line.toString());
  }

  /** Takes the progress line away, before something else is said. */
  void clear() {
    if (shown && lastLength > 0) {
      show("");
      err.print('\r');
      err.flush();
    }
  }

  private void show(String line) {
    err.print('\r' + line + " ".repeat(Math.max(0, lastLength - line.length())));
    err.flush();
    lastLength = line.length();
  }
}
