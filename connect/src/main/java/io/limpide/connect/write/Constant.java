package io.limpide.connect.write;

/** A text that one table holds over and over, made ready for it once. */
public final class Constant {
  final String text;
  final byte[] bytes; // as they stand in the table; empty where it wants the text

  Constant(String text, byte[] bytes) {
    this.text = text;
    this.bytes = bytes;
  }
}
