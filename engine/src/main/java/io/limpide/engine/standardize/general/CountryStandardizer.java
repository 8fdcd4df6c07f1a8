package io.limpide.engine.standardize.general;

import io.limpide.engine.finding.RulePolicy;
import io.limpide.engine.reference.Countries;
import io.limpide.engine.reference.Country;
import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.table.Column;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Writes countries as most of the column does: as French names, alpha-2 or alpha-3 codes. */
final class CountryStandardizer implements Standardizer {
  private enum Style {
    NAME,
    ALPHA_2,
    ALPHA_3;

    String of(Country country) {
      return switch (this) {
        case NAME -> country.name();
        case ALPHA_2 -> country.code();
        case ALPHA_3 -> country.alpha3();
      };
    }
  }

  private final Style style;
  private final RulePolicy policy;

  CountryStandardizer(Column column, RulePolicy policy) {
    this.style = style(column);
    this.policy = policy;
  }

  private static Style style(Column column) {
    Map<Style, Long> rows = new EnumMap<>(Style.class);
    int[] counts = column.counts();
    for (int code = 1; code < counts.length; code++) {
      if (column.dictionary().length(code) <= 100) {
        String text = column.dictionary().value(code).strip();
        Optional<Country> country = Countries.table().find(text);
        if (country.isPresent()) {
          Style written =
              text.equalsIgnoreCase(country.get().code())
                  ? Style.ALPHA_2
                  : text.equalsIgnoreCase(country.get().alpha3()) ? Style.ALPHA_3 : Style.NAME;
          rows.merge(written, (long) counts[code], Long::sum);
        }
      }
    }
    Style most = Style.NAME;
    for (Style style : Style.values()) {
      most = rows.getOrDefault(style, 0L) > rows.getOrDefault(most, 0L) ? style : most;
    }
    return most;
  }

  @Override
  public Standardized standardize(String raw) {
    if (raw.isEmpty()) {
      return Standardized.unchanged(raw);
    }
    Cleaning cleaning = new Cleaning(raw, policy);
    cleaning.change(GeneralRules.SPACES, Spaces.single(raw), 1);
    Optional<Country> country = Countries.table().find(cleaning.value());
    if (country.isPresent()) {
      cleaning.change(GeneralRules.COUNTRY, style.of(country.get()), 1, country.get().code());
      cleaning.part("iso", country.get().code());
    } else if (!cleaning.value().isEmpty()) {
      cleaning.remark(GeneralRules.UNKNOWN_COUNTRY, GeneralRules.shown(cleaning.value()));
    }
    return cleaning.done();
  }
}
