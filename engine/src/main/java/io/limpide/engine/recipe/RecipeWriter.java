package io.limpide.engine.recipe;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.merge.Strategy;
import io.limpide.engine.message.Messages;
import io.limpide.engine.validate.Check;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a recipe as a document that a person can read and correct: every part says what it is. */
public final class RecipeWriter {
  private static final int WIDTH = 110;

  private final StringBuilder text = new StringBuilder();
  private final Messages messages;

  private RecipeWriter(Messages messages) {
    this.messages = messages;
  }

  /**
   * What one source's columns mean, and why it is believed.
   *
   * @param source the source's name
   * @param fields one for each column
   * @param why by column, in words; may lack any of them
   */
  public record SourceFields(String source, List<Field> fields, Map<String, String> why) {}

  /**
   * Writes a recipe.
   *
   * @param recipe what was decided
   * @param sources the fields of each source, which take the place of the recipe's own
   * @param rules every correction rule there is, listed for reference
   * @param messages the texts of this package and of those whose rules are listed
   */
  public static String write(
      Recipe recipe, List<SourceFields> sources, List<Rule> rules, Messages messages) {
    RecipeWriter writer = new RecipeWriter(messages);
    writer.head(recipe);
    writer.fields(sources);
    writer.rules(recipe, rules);
    writer.checks(recipe);
    writer.matching(recipe.matching());
    writer.survivorship(recipe);
    writer.retention(recipe.retention());
    writer.parties(recipe.parties());
    return writer.text.toString();
  }

  private void head(Recipe recipe) {
    comment("recipe.head");
    line("version: 1");
    line("country: " + recipe.country());
    comment("recipe.surnames");
    line("surnames: " + recipe.surnames().word());
  }

  private void fields(List<SourceFields> sources) {
    section("recipe.fields");
    comment(
        "recipe.types",
        java.util.Arrays.stream(FieldType.values())
            .map(FieldType::word)
            .collect(Collectors.joining(", ")));
    line("fields:");
    Map<String, FieldType> common = new LinkedHashMap<>();
    Map<String, List<String>> special = new LinkedHashMap<>();
    for (SourceFields source : sources) {
      if (sources.size() > 1) {
        line("  # " + oneLine(source.source()));
      }
      for (Field field : source.fields()) {
        FieldType before = common.putIfAbsent(field.column(), field.type());
        String entry = entry(field, source.why().getOrDefault(field.column(), ""));
        if (before == null) {
          line("  " + entry);
        } else if (before != field.type()) {
          special.computeIfAbsent(source.source(), key -> new ArrayList<>()).add(entry);
        }
      }
    }
    if (!special.isEmpty()) {
      section("recipe.sources");
      line("sources:");
      special.forEach(
          (source, entries) -> {
            line("  " + quoted(source) + ":");
            entries.forEach(entry -> line("    " + entry));
          });
    }
  }

  private String entry(Field field, String why) {
    String entry = quoted(field.column()) + ": " + field.type().word();
    String comment = messages.text("recipe.sure", Math.round(field.confidence() * 100));
    return "%-44s # %s%s".formatted(entry, comment, why.isEmpty() ? "" : ", " + oneLine(why));
  }

  private void rules(Recipe recipe, List<Rule> rules) {
    section("recipe.rules");
    line("rules:");
    for (Rule rule : rules) {
      Level level = recipe.rules().get(rule.code());
      String setting = rule.code() + ": " + word(level == null ? rule.level() : level);
      line((level == null ? "  # " : "  ") + setting);
    }
  }

  private void checks(Recipe recipe) {
    section("recipe.checks");
    line("checks:" + (recipe.checks().isEmpty() ? " []" : ""));
    for (Check check : recipe.checks()) {
      line("  - " + check.kind().word() + ": " + subject(check));
      check
          .when()
          .ifPresent(
              when ->
                  line(
                      "    when: {column: %s, is: %s}"
                          .formatted(quoted(when.column()), list(when.values()))));
      line("    severity: " + check.severity().name().toLowerCase(Locale.ROOT));
    }
  }

  private static String subject(Check check) {
    return switch (check.kind()) {
      case REQUIRED, UNIQUE -> quoted(check.columns().get(0));
      case ANY_OF, NOT_BEFORE, SAME_AS -> list(check.columns());
      default ->
          "{column: %s, is: %s}".formatted(quoted(check.columns().get(0)), list(check.arguments()));
    };
  }

  private void matching(Recipe.Matching matching) {
    section("recipe.match");
    line("match:");
    line("  enabled: " + matching.enabled());
    line(matching.mergeAt().map(at -> "  merge_at: " + plain(at)).orElse("  # merge_at: 0.95"));
    line(matching.reviewAt().map(at -> "  review_at: " + plain(at)).orElse("  # review_at: 0.2"));
    line("  ignore: " + list(matching.ignored()));
    if (!matching.blocking().isEmpty()) {
      line("  blocking: " + list(matching.blocking()));
    }
  }

  private void survivorship(Recipe recipe) {
    section("recipe.survivorship");
    comment(
        "recipe.strategies",
        java.util.Arrays.stream(Strategy.values())
            .map(Strategy::word)
            .collect(Collectors.joining(", ")));
    line("survivorship:");
    line("  trust: " + list(recipe.survivorship().trust()));
    for (FieldType type : FieldType.values()) {
      List<Strategy> chosen = recipe.survivorship().byType().get(type);
      if (chosen != null) {
        line("  " + type.word() + ": " + words(chosen));
      }
    }
    line("  # email: " + words(recipe.survivorship().strategies("", FieldType.EMAIL)));
    if (!recipe.survivorship().byColumn().isEmpty()) {
      line("  columns:");
      recipe.survivorship().byColumn().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(entry -> line("    " + quoted(entry.getKey()) + ": " + words(entry.getValue())));
    }
  }

  private void retention(Recipe.Retention retention) {
    section("recipe.retention");
    line("retention:");
    line(retention.asOf().map(day -> "  as_of: " + day).orElse("  # as_of: 2026-12-31"));
    line("  inactive_months: " + retention.inactiveMonths());
    line("  retention_years: " + retention.retentionYears());
    line("  contact_columns: " + list(retention.contactColumns()));
  }

  private void parties(Recipe.Parties parties) {
    section("recipe.custom");
    line("custom:" + (parties.custom().isEmpty() ? " {}" : ""));
    parties
        .custom()
        .forEach(
            (kind, fields) -> {
              line("  " + kind.name().toLowerCase(Locale.ROOT) + ":");
              fields.forEach((name, type) -> line("    " + quoted(name) + ": " + type.word()));
            });
    section("recipe.stages");
    line("stages:" + (parties.stages().isEmpty() ? " {}" : ""));
    parties.stages().forEach((stage, fields) -> line("  " + quoted(stage) + ": " + list(fields)));
  }

  private void section(String key) {
    line("");
    comment(key);
  }

  private void comment(String key, Object... arguments) {
    for (String part : messages.text(key, arguments).split("\n", -1)) {
      while (part.length() > WIDTH) {
        int at = part.lastIndexOf(' ', WIDTH);
        if (at <= 0) {
          break;
        }
        line("# " + part.substring(0, at));
        part = part.substring(at + 1);
      }
      line("# " + part);
    }
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  private static String words(List<Strategy> strategies) {
    return strategies.stream().map(Strategy::word).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String word(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  private static String plain(double number) {
    return new BigDecimal(String.valueOf(number)).toPlainString();
  }

  private static String list(List<String> texts) {
    return texts.stream().map(RecipeWriter::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085]+", " ");
  }

  /** In double quotes, as YAML 1.2 section 7.3.1 has it: whatever the text holds, it comes back. */
  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' '
          || c == 0x7f
          || (c >= 0x80 && c < 0xa0)
          || c == '\u2028'
          || c == '\u2029'
          || c == '\ufeff'
          || c >= 0xfffe) {
        quoted.append("\\u%04X".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
