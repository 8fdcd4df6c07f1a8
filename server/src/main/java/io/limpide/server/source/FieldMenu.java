package io.limpide.server.source;

import io.limpide.engine.message.Messages;
import io.limpide.server.recipe.BaseField;
import io.limpide.server.recipe.Catalogue;
import io.limpide.server.web.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The fields that a column may go to, by the part of a page where they stand.
 *
 * @param part the word of the part
 * @param fields those of the part
 */
record FieldMenu(String part, List<Choice> fields) {
  /** A field and how people call it. */
  record Choice(String code, String label) {}

  static List<FieldMenu> of(Catalogue catalogue, Locale locale) {
    Map<BaseField.Part, List<Choice>> parts = new EnumMap<>(BaseField.Part.class);
    for (BaseField field : catalogue.fields()) {
      parts
          .computeIfAbsent(field.part(), part -> new ArrayList<>())
          .add(new Choice(field.code(), label(field, locale)));
    }
    List<FieldMenu> menu = new ArrayList<>();
    parts.forEach((part, fields) -> menu.add(new FieldMenu(part.word(), List.copyOf(fields))));
    return menu;
  }

  static String label(Catalogue catalogue, String code, Locale locale) {
    return catalogue.field(code).map(field -> label(field, locale)).orElse(code);
  }

  /** A field of the base's own has no text: its code is what people called it. */
  private static String label(BaseField field, Locale locale) {
    Messages texts = Texts.of(locale);
    if (field.custom()) {
      return field.code();
    }
    if (texts.has("label." + field.code())) {
      return texts.text("label." + field.code());
    }
    String second = field.code().endsWith("_2") ? " 2" : "";
    return texts.text("type." + field.type().word()) + second;
  }
}
