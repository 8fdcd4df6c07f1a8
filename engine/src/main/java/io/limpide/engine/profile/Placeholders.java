package io.limpide.engine.profile;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.recognize.FoldedText;
import io.limpide.engine.recognize.KeyFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells values that stand for none: listed ones ({@code placeholders.txt}), one letter over and
 * over, and nothing but signs. Whether "x" or "0" is one depends on the type of the column.
 */
public final class Placeholders {
  private static final int LONGEST = 40;
  private static final Map<String, Set<String>> LISTS = load();
  private static final Set<FieldType> ANYTHING_GOES =
      Set.of(FieldType.RECORD_ID, FieldType.FREE_TEXT, FieldType.TAGS, FieldType.GENDER);

  private static final Map<FieldType, KeyFilter> FILTERS = filters();

  private Placeholders() {}

  /** Returns whether a value of a column of a type stands for none; the empty value does not. */
  public static boolean contains(FieldType type, String value) {
    if (value.isEmpty() || value.length() > LONGEST || ANYTHING_GOES.contains(type)) {
      return false;
    }
    KeyFilter filter = FILTERS.get(type);
    if (filter != null && !filter.mayPass(value)) {
      return false;
    }
    String key = FoldedText.key(FoldedText.fold(value));
    if (key.isEmpty()) {
      return !value.isBlank(); // "-", "?", "..."
    }
    String group = group(type);
    boolean digits = Character.isDigit(key.charAt(key.length() - 1));
    if (isListed(group, group.equals("email") ? hyphened(value) : key)
        || (digits && isListed(group, key.replace("-", "").replace("+", "")))) {
      return true;
    }
    if (digits) {
      return false;
    }
    if (isListed("any", key)) {
      return !isMeant(type, key);
    }
    return key.length() >= 3 && isOneLetter(key);
  }

  private static Map<FieldType, KeyFilter> filters() {
    Map<FieldType, KeyFilter> filters = new EnumMap<>(FieldType.class);
    for (FieldType type : FieldType.values()) {
      List<String> keys = new ArrayList<>(LISTS.getOrDefault("any", Set.of()));
      keys.addAll(LISTS.getOrDefault(group(type), Set.of()));
      filters.put(type, KeyFilter.of(keys));
    }
    return filters;
  }

  private static String hyphened(String value) {
    return FoldedText.key(FoldedText.fold(value).replace('.', ' '));
  }

  /** Some listed words are ordinary values of some types. */
  private static boolean isMeant(FieldType type, String key) {
    return switch (type) {
      case COUNTRY, REGION -> key.length() == 2; // NA is Namibia, NC New Caledonia
      case CIVILITY, OPT_IN, OPT_OUT, BOUNCED, STATUS, SOURCE, OWNER, CATEGORY ->
          !(key.startsWith("n-") || key.startsWith("non-") || key.startsWith("inconnu"))
              && !key.equals("null")
              && !key.equals("na");
      case UNKNOWN, NUMBER, AMOUNT, NATIONAL_ID -> key.length() < 2;
      default -> false;
    };
  }

  private static boolean isOneLetter(String key) {
    for (int i = 1; i < key.length(); i++) {
      if (key.charAt(i) != key.charAt(0)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isListed(String group, String key) {
    Set<String> list = LISTS.get(group);
    return list != null && list.contains(key);
  }

  private static String group(FieldType type) {
    return switch (type) {
      case GIVEN_NAME, FAMILY_NAME, BIRTH_NAME, FULL_NAME -> "name";
      case COMPANY_NAME, TRADE_NAME -> "company";
      case CITY, BIRTH_PLACE -> "city";
      case EMAIL -> "email";
      case ADDRESS, ADDRESS_LINE -> "address";
      case BIRTH_DATE, CREATED, UPDATED, LAST_ACTIVITY, DATE -> "date";
      case PHONE, MOBILE, FAX -> "phone";
      case POSTCODE -> "postcode";
      case SIREN, SIRET, VAT, NATIONAL_ID -> "identifier";
      default -> "";
    };
  }

  private static Map<String, Set<String>> load() {
    try (InputStream in = Placeholders.class.getResourceAsStream("placeholders.txt")) {
      if (in == null) {
        throw new IllegalStateException("missing resource placeholders.txt");
      }
      Map<String, Set<String>> lists = new HashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line -> {
                int colon = line.indexOf(':');
                lists.put(
                    line.substring(0, colon),
                    new HashSet<>(List.of(line.substring(colon + 1).strip().split("\\s+", -1))));
              });
      return Map.copyOf(lists);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
