package io.limpide.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.connect.json.JsonFormat;
import io.limpide.connect.vcard.VcardFormat;
import io.limpide.connect.write.OutputFolder;
import io.limpide.connect.xlsx.XlsxFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatMessagesTest {
  @ParameterizedTest
  @ValueSource(
      classes = {XlsxFormat.class, VcardFormat.class, JsonFormat.class, OutputFolder.class})
  void say_the_same_things_in_both_languages(Class<?> home) throws IOException {
    Properties english = load(home, "messages.properties");
    Properties french = load(home, "messages_fr.properties");
    assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames()).isNotEmpty();
    for (String key : english.stringPropertyNames()) {
      assertThat(arguments(french.getProperty(key)))
          .as(key)
          .isEqualTo(arguments(english.getProperty(key)));
    }
  }

  private static int arguments(String pattern) {
    assertThat(pattern.replace("''", "")).as("a lone apostrophe").doesNotContain("'");
    return new MessageFormat(pattern).getFormatsByArgumentIndex().length;
  }

  private static Properties load(Class<?> home, String name) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Objects.requireNonNull(home.getResourceAsStream(name))) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return properties;
  }
}
