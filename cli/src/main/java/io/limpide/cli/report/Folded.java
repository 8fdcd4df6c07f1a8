package io.limpide.cli.report;

import java.util.List;
import java.util.Map;

/** A long list: its first lines are shown, the others behind a fold. */
final class Folded {
  private static final int SHOWN = 12;

  private Folded() {}

  /**
   * Puts a list on the page as {@code <name>} and {@code <name>More}, with {@code has...} for both
   * and how many lines stand behind the fold as {@code <name>Rest}.
   */
  static void into(
      Map<String, Object> page, String name, List<Map<String, Object>> rows, Texts texts) {
    // A fold for two or three lines only hides them.
    int shown = rows.size() <= SHOWN + 3 ? rows.size() : SHOWN;
    String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    page.put(name, rows.subList(0, shown));
    page.put("has" + capital, !rows.isEmpty());
    page.put(name + "More", rows.subList(shown, rows.size()));
    page.put("hasMore" + capital, shown < rows.size());
    page.put(name + "Rest", texts.text("report.more", String.valueOf(rows.size() - shown)));
  }
}
