package io.limpide.engine.recipe;

import io.limpide.engine.finding.Severity;
import io.limpide.engine.recipe.Yaml.Entry;
import io.limpide.engine.validate.Check;
import io.limpide.engine.validate.Check.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the checks of a recipe. Each item names its kind as a key: {@code - required: E-mail}, or
 * {@code - max_length: {column: Nom, is: 40}}; beside it may stand {@code when} and {@code
 * severity}.
 */
final class CheckReader {
  private static final List<String> KINDS = Arrays.stream(Kind.values()).map(Kind::word).toList();

  private final Yaml yaml;

  CheckReader(Yaml yaml) {
    this.yaml = yaml;
  }

  List<Check> checks(@Nullable Entry entry) {
    List<Check> checks = new ArrayList<>();
    if (entry != null) {
      yaml.list(entry).forEach(item -> check(item).ifPresent(checks::add));
    }
    return checks;
  }

  private Optional<Check> check(Entry item) {
    Map<String, Entry> map = yaml.map(item);
    Optional<Check.Condition> when = when(map.remove("when"));
    Severity severity = severity(map.remove("severity"));
    if (map.size() != 1) {
      yaml.problem(item, "check", String.join(", ", KINDS));
      return Optional.empty();
    }
    Map.Entry<String, Entry> only = map.entrySet().iterator().next();
    for (Kind kind : Kind.values()) {
      if (kind.word().equals(only.getKey())) {
        return check(kind, only.getValue(), when, severity);
      }
    }
    yaml.suggest(only.getValue(), yaml.nearest(only.getKey(), KINDS), "unknown", only.getKey());
    return Optional.empty();
  }

  private Optional<Check> check(
      Kind kind, Entry entry, Optional<Check.Condition> when, Severity severity) {
    List<String> columns;
    List<String> arguments = List.of();
    switch (kind) {
      case REQUIRED, UNIQUE -> columns = List.of(yaml.text(entry));
      case ANY_OF -> columns = yaml.texts(entry);
      case NOT_BEFORE, SAME_AS -> {
        columns = yaml.texts(entry);
        if (columns.size() != 2) {
          yaml.problem(entry, "check.two");
          return Optional.empty();
        }
      }
      default -> {
        Map<String, Entry> map = yaml.map(entry, List.of("column", "is"));
        Entry column = map.get("column");
        Entry is = map.get("is");
        if (column == null || is == null) {
          yaml.problem(entry, "check.column");
          return Optional.empty();
        }
        columns = List.of(yaml.text(column));
        arguments = yaml.texts(is);
        if (!sound(kind, is, arguments)) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new Check(kind, columns, arguments, when, severity));
  }

  private boolean sound(Kind kind, Entry is, List<String> arguments) {
    try {
      switch (kind) {
        case MATCHES -> Pattern.compile(arguments.get(0));
        case MIN, MAX -> new BigDecimal(arguments.get(0));
        case MIN_LENGTH, MAX_LENGTH -> Integer.parseInt(arguments.get(0));
        default -> {}
      }
      return true;
    } catch (PatternSyntaxException e) {
      yaml.problem(is, "check.pattern", arguments.get(0), e.getDescription());
    } catch (NumberFormatException e) {
      yaml.problem(is, "check.number", arguments.get(0));
    } catch (IndexOutOfBoundsException e) {
      yaml.problem(is, "check.column");
    }
    return false;
  }

  private Optional<Check.Condition> when(@Nullable Entry entry) {
    if (entry == null) {
      return Optional.empty();
    }
    Map<String, Entry> map = yaml.map(entry, List.of("column", "is"));
    Entry column = map.get("column");
    if (column == null) {
      yaml.problem(entry, "check.when");
      return Optional.empty();
    }
    return Optional.of(new Check.Condition(yaml.text(column), yaml.texts(map.get("is"))));
  }

  private Severity severity(@Nullable Entry entry) {
    if (entry == null) {
      return Severity.ERROR;
    }
    return yaml.oneOf(
            entry, List.of(Severity.values()), severity -> severity.name().toLowerCase(Locale.ROOT))
        .orElse(Severity.ERROR);
  }
}
