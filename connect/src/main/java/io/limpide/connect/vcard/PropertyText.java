package io.limpide.connect.vcard;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.scribe.ScribeIndex;
import ezvcard.io.scribe.VCardPropertyScribe;
import ezvcard.io.text.WriteContext;
import ezvcard.property.Address;
import ezvcard.property.Agent;
import ezvcard.property.Anniversary;
import ezvcard.property.BinaryProperty;
import ezvcard.property.Birthday;
import ezvcard.property.Categories;
import ezvcard.property.Email;
import ezvcard.property.FormattedName;
import ezvcard.property.Gender;
import ezvcard.property.Kind;
import ezvcard.property.Label;
import ezvcard.property.Language;
import ezvcard.property.Nickname;
import ezvcard.property.Note;
import ezvcard.property.Organization;
import ezvcard.property.Revision;
import ezvcard.property.Role;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.TextListProperty;
import ezvcard.property.TextProperty;
import ezvcard.property.Title;
import ezvcard.property.Uid;
import ezvcard.property.Url;
import ezvcard.property.VCardProperty;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The properties of a card that have no column of their own, as name and text. */
final class PropertyText {
  private static final Set<Class<? extends VCardProperty>> COLUMNS =
      Set.of(
          Address.class,
          Anniversary.class,
          Birthday.class,
          Categories.class,
          Email.class,
          FormattedName.class,
          Gender.class,
          Kind.class,
          Label.class,
          Language.class,
          Nickname.class,
          Note.class,
          Organization.class,
          Revision.class,
          Role.class,
          StructuredName.class,
          Telephone.class,
          Title.class,
          Uid.class,
          Url.class);

  private static final ScribeIndex SCRIBES = new ScribeIndex();

  private PropertyText() {}

  static boolean hasColumn(VCardProperty property) {
    return COLUMNS.contains(property.getClass());
  }

  static boolean isBinary(VCardProperty property) {
    return property instanceof BinaryProperty<?> binary && binary.getData() != null;
  }

  static String name(VCardProperty property) {
    VCardPropertyScribe<? extends VCardProperty> scribe = SCRIBES.getPropertyScribe(property);
    return scribe == null ? property.getClass().getSimpleName() : scribe.getPropertyName();
  }

  /** Returns the property's value; of a picture, sound or key only what kind and size it is. */
  static String of(VCardProperty property, VCardVersion version) {
    if (property instanceof BinaryProperty<?> binary && binary.getData() != null) {
      Object type = binary.getContentType();
      return (type == null ? "" : type + ", ") + binary.getData().length + " bytes";
    }
    if (property instanceof Agent agent && agent.getVCard() != null) {
      return agent(agent.getVCard());
    }
    if (property instanceof TextProperty text) {
      return text.getValue() == null ? "" : text.getValue();
    }
    if (property instanceof TextListProperty list) {
      return String.join("; ", list.getValues());
    }
    return written(property, version);
  }

  private static String agent(VCard card) {
    Map<String, String> values = new CardRecord(card).values();
    return values.entrySet().stream()
        .map(value -> value.getKey() + ": " + value.getValue())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  @SuppressWarnings("unchecked") // the index gives a property the scribe of its own class
  private static String written(VCardProperty property, VCardVersion version) {
    VCardPropertyScribe<VCardProperty> scribe =
        (VCardPropertyScribe<VCardProperty>) SCRIBES.getPropertyScribe(property);
    try {
      return scribe == null
          ? property.toString()
          : scribe.writeText(property, new WriteContext(version, null, false));
    } catch (RuntimeException e) {
      return property.toString(); // a value that this version of cards cannot write
    }
  }
}
