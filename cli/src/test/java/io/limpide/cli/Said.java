package io.limpide.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;

/**
 * What a command line answered.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record Said(int code, String out, String err) {
  /** Runs a command line in this process, in English unless it says otherwise. */
  static Said by(String... arguments) {
    return by(InputStream.nullInputStream(), arguments);
  }

  /** Runs a command line that reads text from standard input. */
  static Said reading(byte[] input, String... arguments) {
    return by(new ByteArrayInputStream(input), arguments);
  }

  private static synchronized Said by(InputStream input, String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    InputStream in = System.in;
    Locale locale = Locale.getDefault();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try {
      Locale.setDefault(Locale.US);
      System.setIn(input);
      System.setOut(new PrintStream(said, true, Console.charset()));
      System.setErr(new PrintStream(complained, true, Console.charset()));
      int code = Limpide.run(arguments);
      return new Said(
          code, said.toString(Console.charset()), complained.toString(Console.charset()));
    } finally {
      System.setOut(out);
      System.setErr(err);
      System.setIn(in);
      Locale.setDefault(locale);
    }
  }

  /** Returns both streams, for messages that a test compares whole. */
  String all() {
    return (out + err).strip();
  }
}
