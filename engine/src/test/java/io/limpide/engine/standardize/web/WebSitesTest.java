package io.limpide.engine.standardize.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Spec;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.standardize.FakeRecord;
import io.limpide.engine.standardize.Family;
import io.limpide.engine.standardize.FamilyContract;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.table.TableBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WebSitesTest extends FamilyContract {
  @Override
  protected Family family() {
    return new WebSites();
  }

  @Override
  protected List<String> typicalValues() {
    return sites().map(test -> (String) test.get()[0]).toList();
  }

  static Stream<Arguments> sites() {
    return Spec.cases("web/sites.csv", 6);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("sites")
  void writes_sites_in_standard_form(
      String raw, String form, String domain, String rules, String reasons, String source) {
    Standardized outcome =
        new WebSites()
            .standardizer(
                FieldType.WEB_SITE,
                new TableBuilder("test", List.of("web")).build().columns().get(0),
                Settings.DEFAULT)
            .orElseThrow()
            .standardize(raw);
    assertThat(outcome.value()).isEqualTo(form);
    assertThat(outcome.parts().getOrDefault("domain", "")).isEqualTo(domain);
    assertThat(joined(outcome.changes().stream().map(c -> c.rule().substring(4)))).isEqualTo(rules);
    assertThat(joined(outcome.remarks().stream().map(r -> r.reason().code()))).isEqualTo(reasons);
  }

  @Test
  void moves_an_address_to_an_empty_email_column() {
    FakeRecord record =
        new FakeRecord(
            Map.of(
                FieldType.WEB_SITE, List.of("contact@menuiserie-martin.fr"),
                FieldType.EMAIL, List.of("")));
    new EmailAmongSites().apply(record);
    assertThat(record.get(FieldType.EMAIL)).isEqualTo("contact@menuiserie-martin.fr");
    assertThat(record.get(FieldType.WEB_SITE)).isEmpty();
  }

  @Test
  void leaves_an_address_where_it_is_when_there_is_no_room() {
    FakeRecord record =
        new FakeRecord(
            Map.of(
                FieldType.WEB_SITE, List.of("contact@menuiserie-martin.fr"),
                FieldType.EMAIL, List.of("paul.roux@free.fr")));
    new EmailAmongSites().apply(record);
    assertThat(record.changes()).isEmpty();
  }

  private static String joined(Stream<String> codes) {
    return codes.reduce((a, b) -> a + " " + b).orElse("");
  }
}
