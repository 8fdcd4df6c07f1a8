package io.limpide.engine.compare;

import io.limpide.engine.text.EditDistance;
import io.limpide.engine.text.Glances;
import io.limpide.engine.text.Similarity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares e-mail addresses: misspelt (close), same local part at another provider (local), local
 * parts alike (similar).
 */
final class EmailComparison extends FieldComparison {
  private static final double SIMILAR = 0.88;

  private String[] domains = {};
  private final Map<String, String> names = new HashMap<>(); // of domains, one of each
  private final Glances locally = new Glances(0);
  private final Glances wholly = new Glances(0);

  EmailComparison(String name, FieldRole role, FieldValues addresses) {
    super(name, role, Levels.EMAIL, addresses);
    deriveAll();
    names.clear();
  }

  @Override
  void reserve(int codes) {
    domains = Arrays.copyOf(domains, codes);
    locally.reserve(codes);
    wholly.reserve(codes);
  }

  @Override
  void derive(int code) {
    String address = values.value(code);
    domains[code] = names.computeIfAbsent(domain(address), domain -> domain);
    locally.set(code, local(address));
    wholly.set(code, address);
  }

  @Override
  boolean apart(int a, int b) {
    return !locally.alike(a, b, SIMILAR) && !locally.within(a, b, 2) && !wholly.within(a, b, 2);
  }

  private static String local(String address) {
    int at = address.lastIndexOf('@');
    return at < 0 ? address : address.substring(0, at);
  }

  private static String domain(String address) {
    int at = address.lastIndexOf('@');
    return at < 0 ? "" : address.substring(at + 1);
  }

  @Override
  int levelOf(int a, int b) {
    String one = values.value(a);
    String other = values.value(b);
    String localA = local(one);
    String localB = local(other);
    boolean sameLocal = localA.equals(localB);
    boolean sameDomain = domains[a].equals(domains[b]);
    int shorter = Math.min(localA.length(), localB.length());
    if ((sameLocal && EditDistance.osa().between(domains[a], domains[b], 2) <= 2)
        || (sameDomain
            && shorter >= 4
            && EditDistance.osa().between(localA, localB, edits(shorter)) <= edits(shorter))
        || (shorter >= 4 && EditDistance.osa().between(one, other, 2) <= 2)) {
      return 4;
    }
    if (sameLocal && shorter >= 4) {
      return 3;
    }
    return shorter >= 4 && Similarity.jaroWinkler().between(localA, localB) >= SIMILAR ? 2 : 1;
  }

  /**
   * Returns whether the likeness of two records' addresses follows from the likeness of their
   * names: namesakes have such addresses too, so it is no evidence of its own. A slip of the pen at
   * the same domain still is.
   *
   * @param name four letters or more that both names have in common
   */
  boolean followsFromName(int a, int b, String name) {
    String one = local(values.value(code(a, 0)));
    String other = local(values.value(code(b, 0)));
    return contains(one, name) || contains(other, name);
  }

  /** Whether a local part holds a name, whatever stands between its letters. */
  private static boolean contains(String local, String name) {
    int at = 0;
    for (int i = 0; i < local.length() && at < name.length(); i++) {
      char c = Character.toLowerCase(local.charAt(i));
      if (c == name.charAt(at)) {
        at++;
      } else if (c >= 'a' && c <= 'z') {
        at = c == name.charAt(0) ? 1 : 0;
      }
    }
    return at == name.length();
  }

  /** Whether two addresses are at one domain and differ in letters only: numbers tell namesakes. */
  boolean sameButForLetters(int a, int b) {
    int one = code(a, 0);
    int other = code(b, 0);
    return domains[one].equals(domains[other])
        && Forms.digits(local(values.value(one))).equals(Forms.digits(local(values.value(other))));
  }

  private static int edits(int length) {
    return length >= 8 ? 2 : 1;
  }

  @Override
  List<BlockKey> blockKeys() {
    return List.of(
        wholeKey(),
        blockKey(name() + ".local", EmailComparison::local, 0.4),
        blockKey(
            name() + ".beginning",
            v -> local(v).length() < 5 ? "" : local(v).substring(0, 5),
            0.5));
  }
}
