package io.limpide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.finding.Severity;
import io.limpide.engine.match.Verdict;
import io.limpide.engine.message.Messages;
import io.limpide.engine.run.Families;
import io.limpide.engine.run.Progress;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that is said has a text, in both languages. */
final class MessagesTest {
  private static final List<Path> MODULES =
      List.of(Path.of("../engine"), Path.of("../connect"), Path.of("../cli"));
  private static final Pattern ARGUMENT = Pattern.compile("(?<!\\])\\{([0-9])");

  static Stream<Path> bundles() throws IOException {
    return files("src/main/resources", "(messages|help)\\.properties").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundles")
  void says_the_same_in_both_languages(Path english) throws IOException {
    Path french =
        english.resolveSibling(
            String.valueOf(english.getFileName()).replace(".properties", "_fr.properties"));
    Properties one = read(english);
    Properties other = read(french);
    assertThat(other.stringPropertyNames()).isEqualTo(one.stringPropertyNames());
    for (String key : one.stringPropertyNames()) {
      assertThat(one.getProperty(key)).as(key).isNotBlank();
      assertThat(other.getProperty(key)).as(key).isNotBlank();
      assertThat(arguments(other.getProperty(key)))
          .as("arguments of " + key)
          .isEqualTo(arguments(one.getProperty(key)));
      for (Properties language : List.of(one, other)) {
        if (!arguments(language.getProperty(key)).isEmpty()) {
          assertThat(new MessageFormat(language.getProperty(key), Locale.FRANCE)).isNotNull();
        }
      }
    }
  }

  @Test
  void has_a_text_for_every_rule_and_reason_of_the_families() {
    Set<String> wanted = new TreeSet<>();
    for (Rule rule : Families.rules()) {
      wanted.add("rule." + rule.code());
    }
    Families.all()
        .forEach(
            family -> family.reasons().forEach(reason -> wanted.add("reason." + reason.code())));
    assertThat(wanted).hasSizeGreaterThan(100);
    assertKnown(wanted);
  }

  /** Codes that only appear in the code are looked up there. */
  @Test
  void has_a_text_for_every_code_that_the_code_names() throws IOException {
    Set<String> wanted = new TreeSet<>();
    collect("new Reason\\(\\s*\"([a-z0-9_.]*[a-z0-9_])\"", "reason.", wanted);
    collect("new UnreadableSourceException\\(\\s*\"([a-z0-9_.]+)\"", "unreadable.", wanted);
    collect("new OutputException\\(\\s*\"([a-z0-9_.]+)\"", "output.", wanted);
    collect("warnings\\.add\\(\"([a-z0-9_.]+)\"", "warning.", wanted);
    collect("messages\\.text\\(\\s*\"([a-z0-9_.]*[a-z0-9_])\"", "", wanted);
    assertThat(wanted).hasSizeGreaterThan(150);
    assertKnown(wanted);
  }

  @Test
  void has_a_text_for_every_word_of_every_list() {
    Set<String> wanted = new TreeSet<>();
    Arrays.stream(FieldType.values()).forEach(type -> wanted.add("type." + type.word()));
    Arrays.stream(Verdict.values()).forEach(verdict -> wanted.add("verdict." + verdict.word()));
    Arrays.stream(Progress.Stage.values()).forEach(stage -> wanted.add("progress." + stage.word()));
    Arrays.stream(Severity.values())
        .forEach(severity -> wanted.add("severity." + severity.name().toLowerCase(Locale.ROOT)));
    Arrays.stream(Dimension.values())
        .forEach(dimension -> wanted.add("dimension." + dimension.name().toLowerCase(Locale.ROOT)));
    assertKnown(wanted);
  }

  @Test
  void gives_a_sample_of_reasons_in_words() {
    Reason reason = Families.all().get(0).reasons().get(0);
    assertThat(Language.messages(Locale.FRANCE).text("reason." + reason.code()))
        .isNotEqualTo("reason." + reason.code());
  }

  private static void assertKnown(Set<String> wanted) {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.FRANCE)) {
      Messages messages = Language.messages(locale);
      assertThat(wanted.stream().filter(code -> !messages.has(code)))
          .as(locale.toString())
          .isEmpty();
    }
  }

  private static void collect(String pattern, String prefix, Set<String> codes) throws IOException {
    Pattern compiled = Pattern.compile(pattern);
    for (Path file : files("src/main/java", ".*\\.java")) {
      Matcher found = compiled.matcher(Files.readString(file));
      while (found.find()) {
        codes.add(prefix + found.group(1));
      }
    }
  }

  private static List<Path> files(String folder, String name) throws IOException {
    List<Path> all = new java.util.ArrayList<>();
    for (Path module : MODULES) {
      try (Stream<Path> files = Files.walk(module.resolve(folder))) {
        files
            .filter(file -> String.valueOf(file.getFileName()).matches(name))
            .sorted()
            .forEach(all::add);
      }
    }
    return all;
  }

  private static Properties read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }

  private static Set<String> arguments(String pattern) {
    Set<String> arguments = new TreeSet<>();
    Matcher found = ARGUMENT.matcher(pattern);
    while (found.find()) {
      arguments.add(found.group(1));
    }
    return arguments;
  }
}
