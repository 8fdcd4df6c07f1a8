package io.limpide.connect.vcard;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.property.Address;
import ezvcard.property.Anniversary;
import ezvcard.property.Birthday;
import ezvcard.property.Categories;
import ezvcard.property.DateOrTimeProperty;
import ezvcard.property.Email;
import ezvcard.property.FormattedName;
import ezvcard.property.Gender;
import ezvcard.property.Kind;
import ezvcard.property.Label;
import ezvcard.property.Language;
import ezvcard.property.Nickname;
import ezvcard.property.Note;
import ezvcard.property.Organization;
import ezvcard.property.RawProperty;
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
import ezvcard.util.TelUri;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One card as columns and values. What has no column of its own goes into one named "Other". */
final class CardRecord {
  private static final Set<String> SILENT =
      Set.of("internet", "pref", "voice", "msg", "postal", "parcel", "intl", "dom", "x400");

  /** Apple's property that names another one of its group. */
  private static final String LABEL = "X-ABLabel";

  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> others = new ArrayList<>();
  private final Map<String, String> columnOfGroup = new HashMap<>();
  private int binaries;

  CardRecord(VCard card) {
    names(card);
    organizations(card);
    numbered(card, Email.class, "E-mail", email -> withoutScheme(email.getValue(), "mailto:"));
    phones(card);
    addresses(card);
    numbered(card, Url.class, "Web site", TextProperty::getValue);
    joined(card, Language.class, "Language", "; ", TextProperty::getValue);
    joined(card, Categories.class, "Categories", "; ", CardRecord::list);
    joined(card, Note.class, "Note", "\n", TextProperty::getValue);
    joined(card, Uid.class, "UID", "; ", uid -> uid.getValue());
    joined(card, Revision.class, "Updated", "; ", it -> text(it.getValue()));
    rest(card);
  }

  /** Returns the values by column; none is empty. */
  Map<String, String> values() {
    if (!others.isEmpty()) {
      values.put(CardColumns.OTHER, String.join("; ", others));
    }
    return values;
  }

  /** Adds a line of the card that was not understood. */
  void addLine(String line) {
    if (!line.isBlank()) {
      others.add(line.strip());
    }
  }

  /** Returns how many pictures, sounds and keys were left out. */
  int binaries() {
    return binaries;
  }

  private void names(VCard card) {
    joined(card, Kind.class, "Kind", "; ", TextProperty::getValue);
    numbered(card, FormattedName.class, "Full name", TextProperty::getValue);
    int number = 0;
    for (StructuredName name : card.getProperties(StructuredName.class)) {
      number++;
      put("Prefix", number, String.join(" ", name.getPrefixes()));
      put("Given name", number, text(name.getGiven()));
      put("Middle names", number, String.join(" ", name.getAdditionalNames()));
      put("Family name", number, text(name.getFamily()));
      put("Suffix", number, String.join(" ", name.getSuffixes()));
    }
    joined(card, Nickname.class, "Nickname", "; ", CardRecord::list);
    joined(card, Gender.class, "Gender", "; ", CardRecord::gender);
    day(card, Birthday.class, "Birth date");
    day(card, Anniversary.class, "Anniversary");
  }

  private static String gender(Gender gender) {
    return Stream.of(gender.getGender(), gender.getText())
        .filter(it -> it != null && !it.isBlank())
        .collect(Collectors.joining(" "));
  }

  /** The same day may be there twice, as a day and in words: the words go to the others. */
  private <T extends DateOrTimeProperty> void day(VCard card, Class<T> type, String column) {
    List<T> days = new ArrayList<>(card.getProperties(type));
    days.sort(Comparator.comparing(day -> day.getDate() == null && day.getPartialDate() == null));
    for (T day : days) {
      String value = day(day);
      if (values.containsKey(column)) {
        other(column, value);
      } else {
        put(column, 1, value);
      }
    }
  }

  private static String day(DateOrTimeProperty day) {
    if (day.getDate() != null) {
      return text(day.getDate());
    }
    return day.getPartialDate() == null
        ? text(day.getText())
        : day.getPartialDate().toISO8601(true);
  }

  private void organizations(VCard card) {
    int number = 0;
    for (Organization organization : preferred(card, Organization.class)) {
      number++;
      List<String> units = organization.getValues();
      put("Organization", number, units.isEmpty() ? "" : text(units.get(0)));
      put("Department", number, joinFilled(units.stream().skip(1), "; "));
    }
    numbered(card, Title.class, "Job title", TextProperty::getValue);
    numbered(card, Role.class, "Role", TextProperty::getValue);
  }

  private void phones(VCard card) {
    Map<String, Integer> numbers = new HashMap<>();
    for (Telephone phone : preferred(card, Telephone.class)) {
      String base = phoneColumn(types(phone));
      String value = phone(phone);
      if (!value.isBlank()) {
        String column = CardColumns.name(base, numbers.merge(base, 1, Integer::sum));
        values.put(column, value);
        rememberGroup(phone, column);
      }
    }
  }

  private static String phoneColumn(Set<String> types) {
    if (types.contains("pager")) {
      return "Pager";
    }
    if (types.contains("cell") && !types.contains("fax")) {
      return "Mobile";
    }
    String place = types.contains("work") ? " (work)" : types.contains("home") ? " (home)" : "";
    return (types.contains("fax") ? "Fax" : "Phone") + place;
  }

  private static String phone(Telephone phone) {
    TelUri uri = phone.getUri();
    if (uri == null) {
      return withoutScheme(phone.getText(), "tel:");
    }
    String extension = uri.getExtension();
    return uri.getNumber() + (extension == null ? "" : " ext. " + extension);
  }

  private void addresses(VCard card) {
    int number = 0;
    for (Address address : preferred(card, Address.class)) {
      number++;
      put("PO box", number, joinFilled(address.getPoBoxes().stream(), ", "));
      String complement = joinFilled(address.getExtendedAddresses().stream(), ", ");
      String street = joinFilled(address.getStreetAddresses().stream(), ", ");
      String postcode = joinFilled(address.getPostalCodes().stream(), ", ");
      String city = joinFilled(address.getLocalities().stream(), ", ");
      boolean unstructured = (street + postcode + city).isBlank(); // Gmail has all in one place
      put("Address complement", number, unstructured ? "" : complement);
      put("Street", number, unstructured ? complement : street);
      put("Postcode", number, postcode);
      put("City", number, city);
      put("Region", number, joinFilled(address.getRegions().stream(), ", "));
      put("Country", number, joinFilled(address.getCountries().stream(), ", "));
      put("Address label", number, text(address.getLabel()));
      remark(address, CardColumns.name("Address", number));
    }
    int free = 1;
    for (Label label : card.getOrphanedLabels()) {
      while (values.containsKey(CardColumns.name("Address label", free))) {
        free++;
      }
      put("Address label", free, text(label.getValue()));
    }
  }

  private <T extends VCardProperty> void numbered(
      VCard card, Class<T> type, String base, Function<T, @Nullable String> value) {
    int number = 0;
    for (T property : preferred(card, type)) {
      String text = text(value.apply(property));
      if (!text.isBlank()) {
        put(base, ++number, text);
        remark(property, CardColumns.name(base, number));
      }
    }
  }

  private <T extends VCardProperty> void joined(
      VCard card,
      Class<T> type,
      String column,
      String between,
      Function<T, @Nullable String> value) {
    put(column, 1, joinFilled(preferred(card, type).stream().map(value), between));
  }

  /** Keeps what kind of address or mail box it is, where that says something. */
  private void remark(VCardProperty property, String column) {
    rememberGroup(property, column);
    String types =
        types(property).stream()
            .filter(type -> !SILENT.contains(type))
            .collect(Collectors.joining(", "));
    other(column + " type", types);
  }

  private void rememberGroup(VCardProperty property, String column) {
    if (property.getGroup() != null) {
      columnOfGroup.put(property.getGroup(), column);
    }
  }

  private static Set<String> types(VCardProperty property) {
    return property.getParameters().getTypes().stream()
        .flatMap(type -> Stream.of(type.split(",")))
        .map(type -> type.strip().toLowerCase(Locale.ROOT))
        .filter(type -> !type.isEmpty())
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }

  /** Returns the properties of a kind, the preferred ones first. */
  private static <T extends VCardProperty> List<T> preferred(VCard card, Class<T> type) {
    List<T> properties = new ArrayList<>(card.getProperties(type));
    properties.sort(Comparator.comparing(CardRecord::preference));
    return properties;
  }

  private static int preference(VCardProperty property) {
    String stated = property.getParameter("PREF");
    if (stated != null && stated.matches("[0-9]{1,3}")) {
      return Integer.parseInt(stated);
    }
    return types(property).contains("pref") || stated != null ? 1 : 1_000;
  }

  private void rest(VCard card) {
    Map<String, String> labels = new HashMap<>();
    for (RawProperty property : card.getExtendedProperties(LABEL)) {
      labels.put(text(property.getGroup()), unwrapped(property, card));
    }
    Set<String> named = new HashSet<>();
    for (VCardProperty property : card.getProperties()) {
      if (property instanceof RawProperty raw && !raw.getPropertyName().equalsIgnoreCase(LABEL)) {
        String label = labels.get(text(raw.getGroup()));
        named.add(text(raw.getGroup()));
        String name = raw.getPropertyName() + (label == null ? "" : " (" + label + ")");
        other(name, unwrapped(raw, card));
      } else if (!(property instanceof RawProperty) && !PropertyText.hasColumn(property)) {
        binaries += PropertyText.isBinary(property) ? 1 : 0;
        other(PropertyText.name(property), PropertyText.of(property, card.getVersion()));
      }
    }
    for (RawProperty property : card.getExtendedProperties(LABEL)) {
      String group = text(property.getGroup());
      String column = columnOfGroup.get(group);
      if (column != null || !named.contains(group)) {
        other(column == null ? LABEL : column + " label", unwrapped(property, card));
      }
    }
  }

  /** Returns the value of a property that no standard knows, without Apple's own brackets. */
  private static String unwrapped(RawProperty property, VCard card) {
    String value = text(property.getValue());
    if (card.getVersion() != VCardVersion.V2_1) {
      value = VObjectPropertyValues.unescape(value);
    }
    return value.startsWith("_$!<") && value.endsWith(">!$_")
        ? value.substring(4, value.length() - 4)
        : value;
  }

  private void other(String name, String value) {
    if (!value.isBlank()) {
      others.add(name + "=" + value);
    }
  }

  private void put(String base, int number, String value) {
    if (!value.isBlank()) {
      values.put(CardColumns.name(base, number), value);
    }
  }

  private static String list(TextListProperty property) {
    return joinFilled(property.getValues().stream(), "; ");
  }

  private static String joinFilled(Stream<? extends @Nullable String> texts, String between) {
    return texts
        .map(CardRecord::text)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(between));
  }

  private static String withoutScheme(@Nullable String value, String scheme) {
    String text = text(value);
    return text.regionMatches(true, 0, scheme, 0, scheme.length())
        ? text.substring(scheme.length())
        : text;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
