package io.limpide.engine.compare;

import io.limpide.engine.block.Atom;
import io.limpide.engine.text.EditDistance;
import io.limpide.engine.text.Similarity;
import java.util.List;

/**
 * Compares e-mail addresses: misspelt (close), same local part at another provider (local), local
 * parts alike (similar).
 */
final class EmailComparison extends FieldComparison {
  private static final double SIMILAR = 0.88;

  private final String[] locals;
  private final String[] domains;

  EmailComparison(String name, FieldRole role, FieldValues addresses) {
    super(name, role, Levels.EMAIL, addresses);
    locals = new String[addresses.size()];
    domains = new String[addresses.size()];
    for (int code = 0; code < locals.length; code++) {
      String address = addresses.value(code);
      locals[code] = local(address).intern();
      domains[code] = domain(address).intern();
    }
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
    boolean sameLocal = locals[a].equals(locals[b]);
    boolean sameDomain = domains[a].equals(domains[b]);
    int shorter = Math.min(locals[a].length(), locals[b].length());
    if ((sameLocal && EditDistance.osa().between(domains[a], domains[b], 2) <= 2)
        || (sameDomain
            && shorter >= 4
            && EditDistance.osa().between(locals[a], locals[b], edits(shorter)) <= edits(shorter))
        || (shorter >= 4
            && EditDistance.osa().between(values.value(a), values.value(b), 2) <= 2)) {
      return 4;
    }
    if (sameLocal && shorter >= 4) {
      return 3;
    }
    return shorter >= 4 && Similarity.jaroWinkler().between(locals[a], locals[b]) >= SIMILAR
        ? 2
        : 1;
  }

  private static int edits(int length) {
    return length >= 8 ? 2 : 1;
  }

  @Override
  List<Atom> atoms(int field) {
    return List.of(
        new Atom(name(), field, values.keys(v -> v), 0, false),
        new Atom(name() + ".local", field, values.keys(EmailComparison::local), 0.4, false),
        new Atom(
            name() + ".beginning",
            field,
            values.keys(v -> local(v).length() < 5 ? "" : local(v).substring(0, 5)),
            0.5,
            false));
  }
}
