package io.limpide.engine.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The départements, overseas territories and régions of France (INSEE, 2026). */
public final class Departments {
  private static final Departments TABLE = new Departments();

  private final Map<String, Department> byCode = new LinkedHashMap<>();
  private final Map<String, Department> byName = new HashMap<>();
  private final Map<String, String> regions = new LinkedHashMap<>();

  private Departments() {
    String text = new String(Communes.read("departments.tsv"), StandardCharsets.UTF_8);
    List<String[]> rows = new ArrayList<>();
    Map<String, String> regionNames = new HashMap<>();
    for (String line : text.split("\n", -1)) {
      String[] cells = line.split("\t", -1);
      if (cells.length == 2) {
        regionNames.put(cells[0].substring(1), cells[1]);
        regions.put(PlaceNames.key(cells[1]), cells[1]);
      } else if (cells.length == 3) {
        rows.add(cells);
      }
    }
    for (String[] cells : rows) {
      Department department =
          new Department(cells[0], cells[1], regionNames.getOrDefault(cells[2], ""));
      byCode.put(cells[0], department);
      byName.put(PlaceNames.key(cells[1]), department);
    }
  }

  /** Returns the table. */
  public static Departments table() {
    return TABLE;
  }

  /** Returns the département of a code such as {@code 2A}. */
  public Optional<Department> byCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** Returns the département of a name, however it is spelt. */
  public Optional<Department> byName(String name) {
    return Optional.ofNullable(byName.get(PlaceNames.key(name)));
  }

  /** Returns the official name of a région, however it is spelt. */
  public Optional<String> region(String name) {
    return Optional.ofNullable(regions.get(PlaceNames.key(name)));
  }
}
