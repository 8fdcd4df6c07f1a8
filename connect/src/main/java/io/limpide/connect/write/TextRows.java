package io.limpide.connect.write;

import io.limpide.engine.table.Dictionary;
import java.util.ArrayList;
import java.util.List;

/** Rows kept as texts, for tables that are more than their rows one after the other. */
final class TextRows implements RowBatch {
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> row = new ArrayList<>();

  @Override
  public void cell(String value) {
    row.add(value);
  }

  @Override
  public void cell(Dictionary dictionary, int code) {
    row.add(dictionary.value(code));
  }

  @Override
  public void cell(Constant constant) {
    row.add(constant.text);
  }

  @Override
  public void cell(long number) {
    row.add(String.valueOf(number));
  }

  @Override
  public void endRow() {
    rows.add(row);
    row = new ArrayList<>(row.size());
  }

  /** Returns the rows and forgets them. */
  List<List<String>> take() {
    List<List<String>> taken = List.copyOf(rows);
    rows.clear();
    return taken;
  }
}
