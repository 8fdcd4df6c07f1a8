package io.limpide.server.recipe;

import io.limpide.server.account.MaskedBy;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What masks a field follows from what it means, so that fields of one's own are masked, too. */
@Component
class MaskedFields implements MaskedBy {
  private final Recipes recipes;

  MaskedFields(Recipes recipes) {
    this.recipes = recipes;
  }

  @Override
  public Map<String, String> kinds() {
    Map<String, String> kinds = new HashMap<>();
    recipes.active().catalogue().fields().forEach(field -> kinds.put(field.code(), kind(field)));
    return kinds;
  }

  private static String kind(BaseField field) {
    return switch (field.type()) {
      case EMAIL -> "email";
      case PHONE -> "phone";
      case MOBILE -> "mobile";
      case FAX -> "fax";
      case BIRTH_DATE, BIRTH_YEAR, BIRTH_MONTH, BIRTH_DAY -> "birth_date";
      case ADDRESS, ADDRESS_LINE, HOUSE_NUMBER -> "address_line";
      default -> "";
    };
  }
}
