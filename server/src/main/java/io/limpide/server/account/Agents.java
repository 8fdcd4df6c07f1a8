package io.limpide.server.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names a browser and its system, so that people know their sessions again; no more is kept. */
final class Agents {
  /** A mark in what the browser sends, and its name. In order: most claim to be others, too. */
  private record Mark(String mark, String name) {}

  private static final List<Mark> BROWSERS =
      List.of(
          new Mark("Edg/", "Edge"),
          new Mark("OPR/", "Opera"),
          new Mark("Firefox/", "Firefox"),
          new Mark("Chrome/", "Chrome"),
          new Mark("Safari/", "Safari"));
  private static final List<Mark> SYSTEMS =
      List.of(
          new Mark("Android", "Android"),
          new Mark("iPhone", "iPhone"),
          new Mark("iPad", "iPad"),
          new Mark("Windows", "Windows"),
          new Mark("Mac OS X", "macOS"),
          new Mark("Linux", "Linux"));

  private Agents() {}

  /** Returns for example {@code Firefox · Linux}; empty when nothing is known. */
  static String name(@Nullable String header) {
    String text = header == null ? "" : header;
    String browser = first(BROWSERS, text);
    String system = first(SYSTEMS, text);
    return browser + (browser.isEmpty() || system.isEmpty() ? "" : " · ") + system;
  }

  private static String first(List<Mark> marks, String text) {
    return marks.stream()
        .filter(mark -> text.contains(mark.mark()))
        .map(Mark::name)
        .findFirst()
        .orElse("");
  }
}
