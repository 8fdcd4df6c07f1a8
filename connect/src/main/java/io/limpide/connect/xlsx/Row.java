package io.limpide.connect.xlsx;

import java.util.Arrays;

/**
 * The filled cells of one row of a sheet, from left to right; used again for the next row.
 *
 * <p>A cell is a text, or the number of a shared text.
 */
final class Row {
  private static final int TEXT = -1;

  private int[] columns = new int[16];
  private int[] shared = new int[16];
  private String[] texts = new String[16];
  private boolean[] typed = new boolean[16];
  private int size;
  private int number;
  private boolean damaged;

  void begin(int row) {
    number = row;
    size = 0;
    damaged = false;
  }

  void add(int column, String text, boolean isTyped) {
    put(column, TEXT, text, isTyped);
  }

  void addShared(int column, int index) {
    put(column, index, "", false);
  }

  private void put(int column, int index, String text, boolean isTyped) {
    if (size == columns.length) {
      columns = Arrays.copyOf(columns, size * 2);
      shared = Arrays.copyOf(shared, size * 2);
      texts = Arrays.copyOf(texts, size * 2);
      typed = Arrays.copyOf(typed, size * 2);
    }
    columns[size] = column;
    shared[size] = index;
    texts[size] = text;
    typed[size] = isTyped;
    size++;
  }

  /** Says that a cell of the row refers to what does not exist. */
  void damage() {
    damaged = true;
  }

  boolean isDamaged() {
    return damaged;
  }

  /** Returns the number of the row, counted from 1. */
  int number() {
    return number;
  }

  /** Returns how many cells are filled. */
  int size() {
    return size;
  }

  /** Returns the column of a filled cell, counted from 0. */
  int column(int cell) {
    return columns[cell];
  }

  boolean isShared(int cell) {
    return shared[cell] != TEXT;
  }

  int shared(int cell) {
    return shared[cell];
  }

  /** Returns whether the sheet holds a number, day or truth value there, not a text. */
  boolean isTyped(int cell) {
    return typed[cell];
  }

  String text(int cell, SharedStrings strings) {
    return shared[cell] == TEXT ? texts[cell] : strings.value(shared[cell]);
  }

  /** Returns the text in a column; empty when there is none. */
  String textAt(int column, SharedStrings strings) {
    for (int cell = 0; cell < size; cell++) {
      if (columns[cell] == column) {
        return text(cell, strings);
      }
    }
    return "";
  }

  /** Returns the row as text, cells set apart by tabs, as a spreadsheet would copy it. */
  String raw(SharedStrings strings) {
    StringBuilder raw = new StringBuilder();
    int at = 0;
    for (int cell = 0; cell < size; cell++) {
      for (; at < columns[cell]; at++) {
        raw.append('\t');
      }
      raw.append(text(cell, strings));
    }
    return raw.toString();
  }

  Row copy() {
    Row copy = new Row();
    copy.columns = Arrays.copyOf(columns, Math.max(size, 1));
    copy.shared = Arrays.copyOf(shared, Math.max(size, 1));
    copy.texts = Arrays.copyOf(texts, Math.max(size, 1));
    copy.typed = Arrays.copyOf(typed, Math.max(size, 1));
    copy.size = size;
    copy.number = number;
    copy.damaged = damaged;
    return copy;
  }
}
