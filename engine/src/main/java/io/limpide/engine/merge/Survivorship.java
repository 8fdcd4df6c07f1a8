package io.limpide.engine.merge;

import io.limpide.engine.field.FieldType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which value survives when records become one party: for each field type strategies in order, the
 * next deciding what the one before leaves open.
 *
 * @param byType the strategies of a type; {@link #strategies} fills in the rest
 * @param byColumn the strategies of single columns, which win over their type's
 * @param trust names of sources, the most trusted first
 */
public record Survivorship(
    Map<FieldType, List<Strategy>> byType,
    Map<String, List<Strategy>> byColumn,
    List<String> trust) {
  /** What the recipe begins with. */
  public static final Survivorship DEFAULT = new Survivorship(Map.of(), Map.of(), List.of());

  private static final List<Strategy> GENERAL =
      List.of(
          Strategy.VERIFIED_FIRST,
          Strategy.MOST_TRUSTED,
          Strategy.MOST_RECENT,
          Strategy.MOST_COMPLETE);
  private static final List<Strategy> NAMES =
      List.of(
          Strategy.VERIFIED_FIRST,
          Strategy.MOST_TRUSTED,
          Strategy.MOST_FREQUENT,
          Strategy.MOST_COMPLETE,
          Strategy.MOST_RECENT);

  public Survivorship {
    byType = Map.copyOf(byType);
    byColumn = Map.copyOf(byColumn);
    trust = List.copyOf(trust);
  }

  /** Returns the strategies for a column, in order. */
  public List<Strategy> strategies(String column, FieldType type) {
    List<Strategy> chosen = byColumn.get(column);
    if (chosen == null) {
      chosen = byType.get(type);
    }
    return chosen == null ? defaults(type) : chosen;
  }

  /** Returns what holds for every type unless the recipe says otherwise. */
  public static Map<FieldType, List<Strategy>> defaults() {
    Map<FieldType, List<Strategy>> defaults = new EnumMap<>(FieldType.class);
    for (FieldType type : FieldType.values()) {
      defaults.put(type, defaults(type));
    }
    return defaults;
  }

  private static List<Strategy> defaults(FieldType type) {
    return switch (type) {
      case RECORD_ID, OWNER, SOURCE, STATUS -> List.of(Strategy.LEADING);
      case CREATED -> List.of(Strategy.EARLIEST);
      case UPDATED, LAST_ACTIVITY -> List.of(Strategy.LATEST);
      case OPT_OUT -> List.of(Strategy.ANY_TRUE);
      case OPT_IN -> List.of(Strategy.ALL_TRUE);
      case TAGS, FREE_TEXT -> List.of(Strategy.UNION);
      case CIVILITY,
          GENDER,
          GIVEN_NAME,
          FAMILY_NAME,
          BIRTH_NAME,
          FULL_NAME,
          BIRTH_DATE,
          BIRTH_YEAR,
          BIRTH_MONTH,
          BIRTH_DAY,
          BIRTH_PLACE,
          COMPANY_NAME,
          TRADE_NAME,
          LEGAL_FORM,
          SIREN,
          SIRET,
          VAT,
          NAF,
          RNA,
          NATIONAL_ID ->
          NAMES;
      default -> GENERAL;
    };
  }
}
