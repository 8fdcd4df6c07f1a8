package io.limpide.server.recipe;

import io.limpide.engine.message.Messages;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.api.Paged;
import io.limpide.server.web.Texts;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The fields of the base, by the API. */
@RestController
@RequestMapping(path = "/api/v1/fields", produces = MediaType.APPLICATION_JSON_VALUE)
class FieldApi {
  private final Recipes recipes;

  FieldApi(Recipes recipes) {
    this.recipes = recipes;
  }

  /** A field as callers read it. */
  record FieldJson(
      String code, String label, String type, List<String> kinds, String part, boolean custom) {}

  @Requires(Right.READ_PARTIES)
  @GetMapping
  Paged<FieldJson> fields(Locale locale) {
    Messages words = Texts.of(locale);
    return Paged.whole(
        recipes.active().catalogue().fields().stream()
            .map(
                field -> {
                  String type = field.type().name().toLowerCase(Locale.ROOT);
                  return new FieldJson(
                      field.code(),
                      label(field, type, words),
                      type,
                      field.kinds().stream()
                          .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                          .sorted()
                          .toList(),
                      field.part().word(),
                      field.custom());
                })
            .toList());
  }

  /** One of the base's own is its own label; a second address has the label of the first. */
  private static String label(BaseField field, String type, Messages words) {
    if (field.custom() || !words.has("type." + type)) {
      return field.code();
    }
    String label = words.text("type." + type);
    return field.code().endsWith("_2") ? label + " 2" : label;
  }
}
