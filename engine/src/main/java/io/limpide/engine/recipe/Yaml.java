package io.limpide.engine.recipe;

import io.limpide.engine.text.Similarity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A YAML document seen as maps, lists and texts that know their line, and the mistakes found so
 * far. Nothing is ever made of the document but text: no types, no tags.
 */
final class Yaml {
  private static final double NEAR = 0.75;

  private final List<RecipeProblem> problems = new ArrayList<>();

  /**
   * A place in the document.
   *
   * @param path such as {@code match.merge_at} or {@code checks[2]}
   */
  record Entry(String path, Node node) {
    int line() {
      return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
  }

  List<RecipeProblem> problems() {
    return problems;
  }

  void problem(Entry entry, String code, String... arguments) {
    suggest(entry, "", code, arguments);
  }

  /** Notes a mistake and the word that was probably meant. */
  void suggest(Entry entry, String hint, String code, String... arguments) {
    problems.add(new RecipeProblem(entry.line(), entry.path, code, List.of(arguments), hint));
  }

  Map<String, Entry> document(String text, List<String> keys) {
    LoadSettings settings =
        LoadSettings.builder().setMaxAliasesForCollections(20).setAllowDuplicateKeys(true).build();
    try {
      Optional<Node> node = new Compose(settings).composeString(text);
      return node.isEmpty() ? Map.of() : map(new Entry("", node.get()), keys);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      boolean tab = e.getProblem().contains("\\t(TAB)");
      problems.add(
          new RecipeProblem(line, "", tab ? "yaml.tab" : "yaml", List.of(e.getProblem()), ""));
    } catch (YamlEngineException | StackOverflowError e) {
      problems.add(new RecipeProblem(0, "", "yaml", List.of(String.valueOf(e.getMessage())), ""));
    }
    return Map.of();
  }

  /** Returns the entries of a map; a key that is not among {@code keys} is a mistake. */
  Map<String, Entry> map(Entry entry, List<String> keys) {
    Map<String, Entry> map = map(entry);
    map.forEach(
        (key, value) -> {
          if (!keys.contains(key)) {
            suggest(value, nearest(key, keys), "unknown", key);
          }
        });
    return map;
  }

  Map<String, Entry> map(Entry entry) {
    Map<String, Entry> map = new LinkedHashMap<>();
    if (empty(entry)) {
      return map;
    }
    if (!(entry.node instanceof MappingNode mapping)) {
      problem(entry, "map");
      return map;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problem(new Entry(entry.path, tuple.getKeyNode()), "key");
        continue;
      }
      String name = key.getValue();
      String path = entry.path.isEmpty() ? name : entry.path + "." + name;
      if (map.put(name, new Entry(path, tuple.getValueNode())) != null) {
        problem(new Entry(path, tuple.getKeyNode()), "twice", name);
      }
    }
    return map;
  }

  /** Returns the items of a list; anything else is a list of one. */
  List<Entry> list(Entry entry) {
    if (empty(entry)) {
      return List.of();
    }
    if (!(entry.node instanceof SequenceNode sequence)) {
      return List.of(entry);
    }
    List<Entry> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new Entry(entry.path + "[" + (items.size() + 1) + "]", item));
    }
    return items;
  }

  List<String> texts(@Nullable Entry entry) {
    return entry == null ? List.of() : list(entry).stream().map(this::text).toList();
  }

  String text(Entry entry) {
    if (entry.node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    problem(entry, "text");
    return "";
  }

  /** Returns which of the values the entry names; empty after noting the mistake if none. */
  <T> Optional<T> oneOf(Entry entry, List<T> values, Function<T, String> name) {
    String word = text(entry);
    for (T value : values) {
      if (name.apply(value).equals(word)) {
        return Optional.of(value);
      }
    }
    List<String> words = values.stream().map(name).toList();
    suggest(entry, nearest(word, words), "word", word, String.join(", ", words));
    return Optional.empty();
  }

  /** Returns the word that was probably meant; empty when none is near. */
  String nearest(String word, Collection<String> words) {
    return words.stream()
        .max(
            java.util.Comparator.comparingDouble(
                (String other) -> Similarity.jaroWinkler().between(word, other)))
        .filter(other -> Similarity.jaroWinkler().between(word, other) >= NEAR)
        .orElse("");
  }

  private static boolean empty(Entry entry) {
    return entry.node instanceof ScalarNode scalar
        && (scalar.getValue().isEmpty() || scalar.getValue().equals("null"));
  }
}
