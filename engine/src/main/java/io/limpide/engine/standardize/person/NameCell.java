package io.limpide.engine.standardize.person;

import io.limpide.engine.reference.Civilities;
import io.limpide.engine.reference.Civilities.Civility;
import io.limpide.engine.text.Fold;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name cell taken apart: what stands in it beside the name.
 *
 * @param civility {@code M.}, {@code Mme}...; empty if none
 * @param title {@code Dr}...; empty if none
 * @param pair whether the civility is that of several people
 * @param name what is left: the name in use, in the case of the cell
 * @param birthName the name before marriage; empty if none
 * @param alias the name after "dit"; empty if none
 * @param remarried whether the name in use stood behind "épouse" or "veuve", its own before it
 */
record NameCell(
    String civility,
    String title,
    boolean pair,
    String name,
    String birthName,
    String alias,
    boolean remarried) {
  private static final int LONGEST = 300; // longer cells hold no name: they are left alone

  private static final Set<String> BIRTH = Set.of("née", "né", "nee", "né(e)", "née:", "born");
  private static final Set<String> MARRIED =
      Set.of("épouse", "epouse", "ép", "ep", "ép.", "ep.", "épse", "epse", "veuve", "vve", "vve.");
  private static final Set<String> ALSO =
      Set.of("dit", "dite", "alias", "aka", "surnommé", "surnommée");

  /** Words that announce another name. */
  static final Set<String> MARKERS =
      Stream.of(BIRTH, MARRIED, ALSO).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

  static NameCell parse(String cell) {
    if (cell.isEmpty() || cell.length() > LONGEST || NameGlance.isOnlyName(cell)) {
      return new NameCell("", "", false, cell, "", "", false);
    }
    List<String> words = List.of(cell.split(" ", -1));
    String civility = "";
    String title = "";
    boolean pair = false;
    int from = 0;
    int to = words.size();
    for (int round = 0; round < 2; round++) { // "M. Dr Dupont"
      Optional<Civilities.Found> found = Civilities.atStart(words.subList(from, to));
      if (found.isPresent()) {
        Civility at = found.get().civility();
        civility = civility.isEmpty() ? at.civility() : civility;
        title = title.isEmpty() ? at.title() : title;
        pair |= at.kind() == Civilities.Kind.PAIR;
        from += found.get().words();
      }
    }
    Optional<Civility> last = Civilities.atEnd(words.subList(from, to));
    if (from == 0 && last.isPresent()) {
      civility = last.get().civility();
      title = last.get().title();
      to--;
    }
    return marked(words.subList(from, to), civility, title, pair);
  }

  private static NameCell marked(List<String> words, String civility, String title, boolean pair) {
    StringBuilder[] parts = {
      new StringBuilder(), new StringBuilder(), new StringBuilder(), new StringBuilder()
    };
    int part = 0; // 0 the name itself, 1 after "née", 2 after "épouse", 3 after "dit"
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int marker = i + 1 < words.size() ? marker(word) : 0;
      if (marker > 0) {
        part = marker;
      } else {
        boolean closes = part > 0 && word.endsWith(")");
        String plain = part > 0 ? trimmed(word) : word;
        parts[part].append(parts[part].length() == 0 || plain.isEmpty() ? "" : " ").append(plain);
        part = closes ? 0 : part;
      }
    }
    String own = parts[0].toString();
    String birth = parts[1].toString();
    String married = parts[2].toString();
    boolean remarried = !married.isEmpty() && !own.isEmpty();
    String name = married.isEmpty() ? own : married;
    if (remarried && birth.isEmpty()) {
      birth = own;
    }
    return new NameCell(civility, title, pair, name, birth, parts[3].toString(), remarried);
  }

  private static int marker(String word) {
    String bare = NameCase.lower(trimmed(word));
    if (BIRTH.contains(bare)) {
      return 1;
    }
    if (MARRIED.contains(bare)) {
      return 2;
    }
    return ALSO.contains(bare) ? 3 : 0;
  }

  private static String trimmed(String word) {
    int from = word.startsWith("(") || word.startsWith("[") ? 1 : 0;
    int to = word.length();
    while (to > from && ")],:".indexOf(word.charAt(to - 1)) >= 0 && !word.endsWith("né(e)")) {
      to--;
    }
    return word.substring(from, to);
  }

  /** Whether the cell holds anything beside the name. */
  boolean isPlain() {
    return civility.isEmpty() && title.isEmpty() && birthName.isEmpty() && alias.isEmpty();
  }

  /** Returns the key under which the name is looked up. */
  String key() {
    return Fold.key(name);
  }
}
