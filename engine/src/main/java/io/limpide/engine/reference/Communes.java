package io.limpide.engine.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The communes of France, their former communes and postcodes, overseas included.
 *
 * <p>Sources: code officiel géographique 2026 (INSEE) with the postcodes of La Poste and the legal
 * populations, united with the postcodes and locality labels of FIMOCT (DGFiP, 2023); Licence
 * Ouverte 2.0. There are no CEDEX codes in it.
 *
 * <p>One table for the whole process, read on first use, safe for all threads.
 */
public final class Communes {
  private final byte[] text;
  private final int[] lines; // where each line begins, and the end
  private final long[] byName; // hash of the name's key << 32 | line, ascending
  private final long[] byPostcode; // postcode << 32 | line, ascending
  private final @Nullable Commune[] made; // filled on demand; a lost race makes an equal record
  private final @Nullable String[] keys; // of the names, likewise

  private static final class Holder {
    static final Communes TABLE = new Communes(read("communes.tsv.gz"));
  }

  private Communes(byte[] text) {
    this.text = text;
    int[] starts = new int[40_000];
    long[] names = new long[40_000];
    long[] postcodes = new long[50_000];
    int count = 0;
    int links = 0;
    for (int from = 0; from < text.length; count++) {
      int to = from;
      while (text[to] != '\n') {
        to++;
      }
      if (count + 1 >= starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2);
        names = Arrays.copyOf(names, names.length * 2);
      }
      starts[count] = from;
      int nameEnd = tab(from + 6, to);
      String name = new String(text, from + 6, nameEnd - from - 6, StandardCharsets.UTF_8);
      names[count] = (long) PlaceNames.key(name).hashCode() << 32 | count;
      int cellEnd = tab(nameEnd + 1, to);
      for (int at = nameEnd + 1; at + 5 <= cellEnd; at += 6) {
        if (links == postcodes.length) {
          postcodes = Arrays.copyOf(postcodes, postcodes.length * 2);
        }
        postcodes[links++] = (long) number(at) << 32 | count;
      }
      from = to + 1;
    }
    starts[count] = text.length;
    this.lines = Arrays.copyOf(starts, count + 1);
    this.byName = Arrays.copyOf(names, count);
    this.byPostcode = Arrays.copyOf(postcodes, links);
    Arrays.sort(byName);
    Arrays.sort(byPostcode);
    this.made = new Commune[count];
    this.keys = new String[count];
  }

  /** Returns the table. */
  public static Communes table() {
    return Holder.TABLE;
  }

  static byte[] read(String resource) {
    try (InputStream in = Communes.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource missing from the build: " + resource);
      }
      return resource.endsWith(".gz")
          ? new GZIPInputStream(in, 1 << 16).readAllBytes()
          : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns every place of the table, in order of its INSEE code. */
  public List<Commune> all() {
    List<Commune> all = new ArrayList<>(made.length);
    for (int line = 0; line < made.length; line++) {
      all.add(commune(line));
    }
    return all;
  }

  /** Returns whether the table knows the postcode; CEDEX codes it does not. */
  public boolean isPostcode(String postcode) {
    int number = number(postcode);
    int at = lowerBound(byPostcode, (long) number << 32);
    return number >= 0 && at < byPostcode.length && byPostcode[at] >>> 32 == number;
  }

  /** Returns whether a postcode serves a commune of today whose official name is just this. */
  public boolean isCommune(String postcode, String name) {
    int number = number(postcode);
    if (number < 0) {
      return false;
    }
    for (int at = lowerBound(byPostcode, (long) number << 32);
        at < byPostcode.length && byPostcode[at] >>> 32 == number;
        at++) {
      Commune commune = commune((int) byPostcode[at]);
      if (commune.kind() == Commune.Kind.COMMUNE && commune.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the places that a postcode serves, in order of their INSEE codes; none if unknown. */
  public List<Commune> byPostcode(String postcode) {
    int number = number(postcode);
    if (number < 0) {
      return List.of();
    }
    List<Commune> found = new ArrayList<>();
    for (int at = lowerBound(byPostcode, (long) number << 32);
        at < byPostcode.length && byPostcode[at] >>> 32 == number;
        at++) {
      found.add(commune((int) byPostcode[at]));
    }
    return found;
  }

  /**
   * Returns the places of a name, however it is spelt (see {@link PlaceNames#key}), in order of
   * their INSEE codes; none if unknown.
   */
  public List<Commune> byName(String name) {
    return byKey(PlaceNames.key(name));
  }

  /** As {@link #byName} for a {@link PlaceNames#key}. */
  public List<Commune> byKey(String key) {
    if (key.isEmpty()) {
      return List.of();
    }
    List<Commune> found = new ArrayList<>(2);
    int hash = key.hashCode();
    for (int at = lowerBound(byName, (long) hash << 32);
        at < byName.length && (int) (byName[at] >> 32) == hash;
        at++) {
      int line = (int) byName[at];
      if (key(line).equals(key)) {
        found.add(commune(line));
      }
    }
    return found;
  }

  /**
   * Returns the commune of today that bears the INSEE code, or the arrondissement; for the code of
   * a former commune use {@link #formerByCode}.
   */
  public Optional<Commune> byCode(String code) {
    for (int line = lineOf(code); line < made.length && startsWith(line, code); line++) {
      Commune commune = commune(line);
      if (commune.kind() == Commune.Kind.COMMUNE || commune.kind() == Commune.Kind.ARRONDISSEMENT) {
        return Optional.of(commune);
      }
    }
    return Optional.empty();
  }

  /** Returns the former commune (déléguée, associée) that bears the INSEE code. */
  public Optional<Commune> formerByCode(String code) {
    for (int line = lineOf(code); line < made.length && startsWith(line, code); line++) {
      Commune commune = commune(line);
      if (commune.kind() == Commune.Kind.DELEGATED || commune.kind() == Commune.Kind.ASSOCIATED) {
        return Optional.of(commune);
      }
    }
    return Optional.empty();
  }

  /** Returns the commune of today in which a place lies: itself if it is one. */
  public Commune today(Commune place) {
    return place.parent().equals(place.code()) && place.kind() == Commune.Kind.COMMUNE
        ? place
        : byCode(place.parent()).orElse(place);
  }

  /** Returns the postcodes of a place; those of its parent where it has none of its own. */
  public List<String> postcodesOf(Commune place) {
    return place.postcodes().isEmpty() ? today(place).postcodes() : place.postcodes();
  }

  /**
   * Returns the départements in which the places of a postcode lie: usually one, not always the one
   * that its first digits tell (94390 also serves Paray-Vieille-Poste in 91); the one that its
   * digits tell if the postcode is unknown; none if no département has such postcodes.
   */
  public Set<String> departments(String postcode) {
    Set<String> departments = new TreeSet<>();
    for (Commune commune : byPostcode(postcode)) {
      departments.add(commune.department());
    }
    if (departments.isEmpty()) {
      departmentOfDigits(postcode).ifPresent(departments::add);
    }
    return departments;
  }

  /**
   * Returns the département that the first digits of a postcode, or of a CEDEX code, stand for.
   *
   * @return empty when there is none, or the text is not five digits
   */
  public static Optional<String> departmentOfDigits(String postcode) {
    int number = number(postcode);
    if (number < 1000) {
      return Optional.empty();
    }
    int two = number / 1000;
    if (two == 20) {
      return Optional.of(number < 20200 ? "2A" : "2B");
    }
    String code = two == 97 || two == 98 ? postcode.substring(0, 3) : postcode.substring(0, 2);
    if (postcode.equals("97133")) {
      code = "977";
    } else if (postcode.equals("97150")) {
      code = "978";
    }
    return Departments.table().byCode(code).map(Department::code);
  }

  static String departmentOfCode(String code) {
    return code.startsWith("97") || code.startsWith("98")
        ? code.substring(0, 3)
        : code.substring(0, 2);
  }

  private String key(int line) {
    String key = keys[line];
    if (key == null) {
      key = PlaceNames.key(commune(line).name());
      keys[line] = key;
    }
    return key;
  }

  private Commune commune(int line) {
    Commune commune = made[line];
    if (commune == null) {
      commune = parse(line);
      made[line] = commune;
    }
    return commune;
  }

  private Commune parse(int line) {
    int length = lines[line + 1] - 1 - lines[line];
    String[] cells = new String(text, lines[line], length, StandardCharsets.UTF_8).split("\t", 6);
    List<String> postcodes =
        cells.length < 3 || cells[2].isEmpty() ? List.of() : List.of(cells[2].split(" ", -1));
    int population = cells.length < 4 || cells[3].isEmpty() ? 0 : Integer.parseInt(cells[3]);
    Commune.Kind kind =
        switch (cells.length < 5 ? "" : cells[4]) {
          case "A" -> Commune.Kind.ARRONDISSEMENT;
          case "D" -> Commune.Kind.DELEGATED;
          case "S" -> Commune.Kind.ASSOCIATED;
          case "L" -> Commune.Kind.LOCALITY;
          default -> Commune.Kind.COMMUNE;
        };
    String parent = cells.length < 6 ? cells[0] : cells[5];
    return new Commune(cells[0], cells[1], kind, parent, population, postcodes);
  }

  private int lineOf(String code) {
    int low = 0;
    int high = made.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (codeAt(middle).compareTo(code) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean startsWith(int line, String code) {
    return codeAt(line).equals(code);
  }

  private String codeAt(int line) {
    return new String(text, lines[line], 5, StandardCharsets.US_ASCII);
  }

  private static int lowerBound(long[] sorted, long key) {
    int at = Arrays.binarySearch(sorted, key);
    return at < 0 ? -at - 1 : at;
  }

  private int tab(int from, int to) {
    int at = from;
    while (at < to && text[at] != '\t') {
      at++;
    }
    return at;
  }

  private int number(int at) {
    int number = 0;
    for (int i = at; i < at + 5; i++) {
      number = number * 10 + text[i] - '0';
    }
    return number;
  }

  private static int number(String postcode) {
    if (postcode.length() != 5) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < 5; i++) {
      char c = postcode.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }
}
