package io.limpide.bench.quality;

import io.limpide.bench.Arguments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares names of which nothing else is known with the comparisons of the engine, and prints how
 * well each level of agreement tells pairs of one party from pairs of two: {@code NamesAlone
 * [--datasets DIR] [--show 0]}.
 */
public final class NamesAlone {
  private static final Set<String> COMPANIES = Set.of("Company", "Organization", "LegalEntity");

  private NamesAlone() {}

  /** Runs and prints. */
  public static void main(String[] arguments) {
    Arguments given = Arguments.parse(arguments);
    Path datasets = Path.of(given.text("datasets", "../shared/datasets"));
    int shown = (int) given.number("show", 0);
    Path labelled = datasets.resolve("opensanctions_name_pairs").resolve("labelled_pairs.csv");
    if (Files.exists(labelled)) {
      List<Map<String, String>> lines = TruthSet.rows(labelled);
      labelled("persons", lines, Set.of("Person"), false).report(shown);
      labelled("companies", lines, COMPANIES, true).report(shown);
    }
    Path linked = datasets.resolve("dnb_company_names");
    if (Files.exists(linked)) {
      linked(linked).report(shown);
    }
  }

  private static NameSet labelled(
      String kind, List<Map<String, String>> lines, Set<String> schemas, boolean companies) {
    List<String> names = new ArrayList<>();
    List<NamePair> pairs = new ArrayList<>();
    for (Map<String, String> line : lines) {
      if (schemas.contains(line.getOrDefault("schema", ""))) {
        names.add(line.getOrDefault("name1", ""));
        names.add(line.getOrDefault("name2", ""));
        boolean same = line.getOrDefault("is_match", "").equals("true");
        pairs.add(new NamePair(names.size() - 2, names.size() - 1, same));
      }
    }
    return new NameSet("opensanctions_name_pairs, " + kind, companies, names, pairs);
  }

  /** Each name of one side with each of the other. */
  private static NameSet linked(Path folder) {
    List<Map<String, String>> first = TruthSet.rows(folder.resolve("a.csv"));
    List<Map<String, String>> second = TruthSet.rows(folder.resolve("b.csv"));
    Map<String, String> counterparts = new HashMap<>();
    for (Map<String, String> line : TruthSet.rows(folder.resolve("truth_pairs.csv"))) {
      counterparts.put(line.getOrDefault("id_a", ""), line.getOrDefault("id_b", ""));
    }
    List<String> names = new ArrayList<>();
    first.forEach(line -> names.add(line.getOrDefault("company_name", "")));
    second.forEach(line -> names.add(line.getOrDefault("company_name", "")));
    List<NamePair> pairs = new ArrayList<>();
    for (int a = 0; a < first.size(); a++) {
      String counterpart = counterparts.getOrDefault(first.get(a).getOrDefault("id", ""), "");
      for (int b = 0; b < second.size(); b++) {
        boolean same = second.get(b).getOrDefault("id", "").equals(counterpart);
        pairs.add(new NamePair(a, first.size() + b, same));
      }
    }
    return new NameSet("dnb_company_names", true, names, pairs);
  }
}
