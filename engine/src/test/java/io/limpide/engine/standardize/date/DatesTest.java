package io.limpide.engine.standardize.date;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Spec;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.standardize.FakeRecord;
import io.limpide.engine.standardize.Family;
import io.limpide.engine.standardize.FamilyContract;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.TableBuilder;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DatesTest extends FamilyContract {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Override
  protected Family family() {
    return new Dates();
  }

  @Override
  protected List<String> typicalValues() {
    return Spec.cases("date/forms.csv", 3).map(line -> (String) line.get()[0]).toList();
  }

  static Stream<Arguments> forms() {
    return Spec.cases("date/forms.csv", 3);
  }

  @ParameterizedTest(name = "{0} -> {1} ({2})")
  @MethodSource("forms")
  void writes_dates_in_iso_form(String text, String expected, String source) {
    Standardized outcome =
        of(FieldType.DATE, "31/12/2020", text, "31/12/2020 14:00").standardize(text);
    assertThat(outcome.value()).isEqualTo(expected);
  }

  static Stream<Arguments> remarks() {
    return Spec.cases("date/remarks.csv", 3);
  }

  @ParameterizedTest(name = "{0}: {1} ({2})")
  @MethodSource("remarks")
  void remarks_on_doubtful_birth_dates(String text, String expected, String source) {
    Standardized outcome = of(FieldType.BIRTH_DATE, "31/12/1980", text).standardize(text);
    assertThat(words(outcome.remarks())).isEqualTo(expected);
  }

  @Test
  void learns_from_the_column_that_the_month_comes_first() {
    Standardizer standardizer = of(FieldType.DATE, "03/04/2021", "12/31/2020");
    assertThat(standardizer.standardize("03/04/2021").value()).isEqualTo("2021-03-04");
    assertThat(standardizer.standardize("03/04/2021").remarks()).isEmpty();
  }

  @Test
  void only_proposes_where_the_column_contradicts_itself() {
    Standardizer standardizer =
        of(FieldType.DATE, "03/04/2021", "12/31/2020", "31/12/2020", "30/12/2020");
    Standardized outcome = standardizer.standardize("03/04/2021");
    assertThat(outcome.value()).isEqualTo("03/04/2021");
    assertThat(outcome.changes())
        .extracting("rule", "after")
        .containsExactly(org.assertj.core.groups.Tuple.tuple("date.order", "2021-04-03"));
    assertThat(words(outcome.remarks())).isEqualTo("date.order.mixed [03/04/2021]");
    assertThat(standardizer.standardize("12/31/2020").value()).isEqualTo("2020-12-31");
  }

  @Test
  void says_once_a_column_that_the_order_was_assumed() {
    Standardizer standardizer = of(FieldType.DATE, "03/04/2021", "05/06/2021");
    assertThat(words(standardizer.standardize("03/04/2021").remarks()))
        .isEqualTo("date.order.assumed [03/04/2021]");
    assertThat(standardizer.standardize("05/06/2021"))
        .extracting(Standardized::value, Standardized::remarks)
        .containsExactly("2021-06-05", List.of());
  }

  @Test
  void assumes_the_order_of_the_country() {
    Settings american = new Settings(Settings.DEFAULT.policy(), "US", Settings.DEFAULT.surnames());
    Column column = column("03/04/2021");
    assertThat(Dates.order(column, american)).isEqualTo(DateOrder.MONTH_FIRST);
    assertThat(Dates.order(column, Settings.DEFAULT)).isEqualTo(DateOrder.DAY_FIRST);
  }

  @Test
  void keeps_the_form_that_nearly_all_dates_of_a_column_have() {
    List<String> values = new ArrayList<>();
    for (int day = 10; day < 30; day++) {
      values.add(day + "/06/2021");
    }
    values.addAll(List.of("2021-06-09", "5 mai 2021"));
    Standardizer standardizer = of(FieldType.CREATED, values.toArray(String[]::new));
    assertThat(standardizer.standardize("17/06/2021")).isEqualTo(dated("17/06/2021", "2021-06-17"));
    assertThat(standardizer.standardize("2021-06-09").value()).isEqualTo("09/06/2021");
    assertThat(standardizer.standardize("5 mai 2021").value()).isEqualTo("05/05/2021");
    assertThat(standardizer.standardize("5.6.2021 14:30").value()).isEqualTo("05/06/2021 14:30:00");
    assertThat(standardizer.standardize("05/06/2021 14:30").value()).isEqualTo("05/06/2021 14:30");
  }

  private static Standardized dated(String value, String date) {
    return new Standardized(value, List.of(), List.of(), Map.of("date", date));
  }

  @Test
  void drops_midnight_when_no_row_has_another_time() {
    Standardizer standardizer = of(FieldType.CREATED, "2021-04-03 00:00:00", "04/04/2021 00:00");
    assertThat(standardizer.standardize("2021-04-03 00:00:00").value()).isEqualTo("2021-04-03");
  }

  @Test
  void keeps_midnight_when_other_rows_have_times() {
    Standardizer standardizer = of(FieldType.CREATED, "2021-04-03 00:00:00", "2021-04-03 10:00:00");
    assertThat(standardizer.standardize("2021-04-03 00:00:00").value())
        .isEqualTo("2021-04-03T00:00:00");
  }

  @Test
  void reads_short_years_of_people_in_the_century_of_their_birth() {
    Standardizer standardizer = of(FieldType.BIRTH_DATE, "31/12/45");
    assertThat(standardizer.standardize("31/12/45").value()).isEqualTo("1945-12-31");
    Standardized young = standardizer.standardize("31/12/05");
    assertThat(young.value()).isEqualTo("31/12/05");
    assertThat(young.changes())
        .extracting("rule", "after")
        .containsExactly(org.assertj.core.groups.Tuple.tuple("date.century", "2005-12-31"));
  }

  @Test
  void names_the_day_as_a_part() {
    Standardized outcome =
        of(FieldType.CREATED, "31/12/2020 14:30").standardize("31/12/2020 14:30");
    assertThat(outcome.parts()).isEqualTo(Map.of("date", "2020-12-31"));
  }

  @Test
  void parses_for_whoever_compares_or_counts() {
    assertThat(Dates.parse("03/04/2021", DateOrder.DAY_FIRST)).contains(LocalDate.of(2021, 4, 3));
    assertThat(Dates.parse("03/04/2021", DateOrder.MONTH_FIRST)).contains(LocalDate.of(2021, 3, 4));
    assertThat(Dates.parse("2021-04-03T23:59:00+02:00", DateOrder.MONTH_FIRST))
        .contains(LocalDate.of(2021, 4, 3));
    assertThat(Dates.parse("janvier 2021", DateOrder.DAY_FIRST)).isEmpty();
    assertThat(Dates.parse("", DateOrder.DAY_FIRST)).isEmpty();
  }

  @Test
  void remarks_on_dates_that_come_in_the_wrong_order() {
    FakeRecord record =
        new FakeRecord(
            Map.of(
                FieldType.CREATED, List.of("2021-04-03"),
                FieldType.UPDATED, List.of("2021-04-02"),
                FieldType.LAST_ACTIVITY, List.of("2020-01-01"),
                FieldType.BIRTH_DATE, List.of("2021-05-01")));
    family().recordRules(Settings.DEFAULT).forEach(rule -> rule.apply(record));
    assertThat(words(record.remarks()))
        .isEqualTo(
            "date.updated.before_created [2021-04-02, 2021-04-03], "
                + "date.activity.before_created [2020-01-01, 2021-04-03], "
                + "date.created.before_birth [2021-04-03, 2021-05-01]");
  }

  @Test
  void checks_dates_against_today() {
    FakeRecord record =
        new FakeRecord(
            Map.of(
                FieldType.BIRTH_DATE,
                    List.of("1905-01-01", "2020-11-22", "2027-01-01", "1980-01-02"),
                FieldType.CREATED, List.of("2026-11-23"),
                FieldType.UPDATED, List.of("2026-11-24"),
                FieldType.LAST_ACTIVITY, List.of("2026-11-22")));
    Dates.checks(TODAY).forEach(rule -> rule.apply(record));
    assertThat(words(record.remarks()))
        .isEqualTo(
            "date.birth.too_old [1905-01-01, 121], date.birth.minor [2020-11-22, 6], "
                + "date.future [2027-01-01], date.future [2026-11-24]");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void reads_back_every_day_in_every_form(long seed) {
    LocalDate start = LocalDate.of(1930, 1, 1);
    long days = ChronoUnit.DAYS.between(start, LocalDate.of(2069, 1, 1));
    LocalDate date = start.plusDays(new SplittableRandom(seed).nextLong(days));
    String dayFirst =
        "%02d/%02d/%d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    String monthFirst =
        "%d/%d/%d".formatted(date.getMonthValue(), date.getDayOfMonth(), date.getYear());
    String basic = date.toString().replace("-", "");
    assertThat(Dates.parse(dayFirst, DateOrder.DAY_FIRST)).contains(date);
    assertThat(Dates.parse(monthFirst, DateOrder.MONTH_FIRST)).contains(date);
    assertThat(Dates.parse(basic, DateOrder.DAY_FIRST)).contains(date);
    assertThat(Dates.parse(date.toString(), DateOrder.MONTH_FIRST)).contains(date);
    assertThat(of(FieldType.DATE, "x").standardize(date.toString()).value())
        .isEqualTo(date.toString());
  }

  private static String words(List<Remark> remarks) {
    return remarks.stream()
        .map(remark -> remark.reason().code() + " " + remark.arguments())
        .collect(java.util.stream.Collectors.joining(", "));
  }

  private static Standardizer of(FieldType type, String... values) {
    return new Dates().standardizer(type, column(values), Settings.DEFAULT).orElseThrow();
  }

  private static Column column(String... values) {
    TableBuilder builder = new TableBuilder("dates", List.of("date"));
    for (int row = 0; row < values.length; row++) {
      builder.cell(0, values[row]);
      builder.endRow(row + 2);
    }
    return builder.build().columns().get(0);
  }
}
