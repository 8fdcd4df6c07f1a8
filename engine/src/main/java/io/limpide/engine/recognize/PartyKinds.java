package io.limpide.engine.recognize;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import io.limpide.engine.table.Table;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each row of a table is about: a person, a company or an establishment.
 *
 * <p>A column that says so outright (such as {@code PERSON / ORGANIZATION}, or a flag headed {@code
 * is_company}) decides where it is filled. Else a row with the name of a person is a person, even
 * beside the name of a company: it is a contact there. A row without is an establishment if it has
 * a SIRET, and a company if it has the name or a number of one. A lone name that may be either is a
 * company if it is written like one.
 */
public final class PartyKinds {
  private static final double NEARLY_ALL = 0.8;
  private static final @Nullable PartyKind[] NOTHING = new PartyKind[0];
  private static final Set<FieldType> PERSONAL =
      EnumSet.of(FieldType.GIVEN_NAME, FieldType.FAMILY_NAME, FieldType.BIRTH_NAME);
  private static final Set<FieldType> COMPANY =
      EnumSet.of(
          FieldType.COMPANY_NAME,
          FieldType.TRADE_NAME,
          FieldType.SIREN,
          FieldType.VAT,
          FieldType.RNA,
          FieldType.LEGAL_FORM);
  private static final Set<String> PERSON_WORDS =
      Set.of(
          "person",
          "personne",
          "personne-physique",
          "physique",
          "individual",
          "individu",
          "b2c",
          "particulier",
          "particuliers",
          "consumer",
          "consommateur",
          "privat",
          "privatperson",
          "persona-fisica",
          "particular",
          "privato");
  private static final Set<String> SITE_WORDS =
      Set.of("etablissement", "establishment", "site", "agence", "succursale");

  private final PartyKind[] kinds;
  private final List<Field> telling;

  private PartyKinds(PartyKind[] kinds, List<Field> telling) {
    this.kinds = kinds;
    this.telling = List.copyOf(telling);
  }

  /** Tells the kind of every row. */
  public static PartyKinds of(Table table, List<Field> fields) {
    List<@Nullable PartyKind[]> explicit = new ArrayList<>();
    List<Column> explicitColumns = new ArrayList<>();
    List<Column> personal = new ArrayList<>();
    List<Column> full = new ArrayList<>();
    List<Column> company = new ArrayList<>();
    List<Column> establishment = new ArrayList<>();
    List<Column> human = new ArrayList<>();
    List<Field> telling = new ArrayList<>();
    for (Field field : fields) {
      Column column = table.column(field.column()).orElse(null);
      if (column == null) {
        continue;
      }
      telling.add(field);
      if (PERSONAL.contains(field.type())) {
        personal.add(column);
      } else if (field.type() == FieldType.FULL_NAME) {
        full.add(column);
      } else if (field.type() == FieldType.SIRET) {
        establishment.add(column);
      } else if (COMPANY.contains(field.type())) {
        company.add(column);
      } else if (field.type() == FieldType.CIVILITY
          || field.type() == FieldType.BIRTH_DATE
          || field.type() == FieldType.BIRTH_YEAR
          || field.type() == FieldType.GENDER) {
        human.add(column);
      } else {
        @Nullable PartyKind[] told = explicit(column);
        if (told.length > 0) {
          explicit.add(told);
          explicitColumns.add(column);
        } else {
          telling.remove(field);
        }
      }
    }
    List<boolean[]> firms = full.stream().map(PartyKinds::writtenLikeCompany).toList();
    PartyKind[] kinds = new PartyKind[table.rows()];
    for (int row = 0; row < kinds.length; row++) {
      PartyKind said = told(explicit, explicitColumns, row);
      if (said != null) {
        kinds[row] = said;
        continue;
      }
      boolean firm = false;
      boolean named = false;
      for (int i = 0; i < full.size(); i++) {
        int code = full.get(i).code(row);
        firm |= firms.get(i)[code];
        named |= code != Dictionary.EMPTY && !firms.get(i)[code];
      }
      kinds[row] = kind(row, named, firm, personal, company, establishment, human);
    }
    return new PartyKinds(kinds, telling);
  }

  private static PartyKind kind(
      int row,
      boolean named,
      boolean firm,
      List<Column> personal,
      List<Column> company,
      List<Column> establishment,
      List<Column> human) {
    boolean corporate = filled(company, row);
    boolean site = filled(establishment, row);
    if (filled(personal, row)) {
      return PartyKind.PERSON;
    }
    if (named && !(corporate || site)) {
      return PartyKind.PERSON;
    }
    if (named && filled(human, row)) {
      return PartyKind.PERSON;
    }
    if (site) {
      return named && company.isEmpty() ? PartyKind.PERSON : PartyKind.ESTABLISHMENT;
    }
    if (corporate && named) {
      return PartyKind.PERSON;
    }
    return corporate || firm ? PartyKind.COMPANY : PartyKind.PERSON;
  }

  /** Returns the kind of a row. */
  public PartyKind kind(int row) {
    return kinds[row];
  }

  /** Returns the fields that had a say, by which the kind of a further row is told. */
  public List<Field> telling() {
    return telling;
  }

  /** Returns the number of rows. */
  public int rows() {
    return kinds.length;
  }

  /** Returns how many rows are of a kind. */
  public int count(PartyKind kind) {
    int count = 0;
    for (PartyKind each : kinds) {
      count += each == kind ? 1 : 0;
    }
    return count;
  }

  private static boolean filled(List<Column> columns, int row) {
    for (Column column : columns) {
      if (column.code(row) != Dictionary.EMPTY) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable PartyKind told(
      List<@Nullable PartyKind[]> explicit, List<Column> columns, int row) {
    for (int i = 0; i < explicit.size(); i++) {
      PartyKind kind = explicit.get(i)[columns.get(i).code(row)];
      if (kind != null) {
        return kind;
      }
    }
    return null;
  }

  /** Returns the kind that each value of a column states, if it does; empty if it is no such. */
  private static @Nullable PartyKind[] explicit(Column column) {
    int[] used = column.filledCodes();
    int distinct = used.length;
    if (distinct < 1 || distinct > 20) {
      return NOTHING;
    }
    HeaderReader.Reading header = HeaderReader.read(column.header());
    boolean flag = HeaderTokens.of(column.header()).contains("is");
    Set<String> words = WordSets.of("partykind");
    Set<String> flags = WordSets.of("flag");
    @Nullable PartyKind[] kinds = new PartyKind[column.dictionary().size()];
    int stated = 0;
    int flagged = 0;
    for (int code : used) {
      String key = FoldedText.key(FoldedText.fold(column.dictionary().value(code)));
      boolean site = SITE_WORDS.contains(key);
      boolean person = PERSON_WORDS.contains(key);
      if (words.contains(key)) {
        stated++;
        kinds[code] =
            person ? PartyKind.PERSON : site ? PartyKind.ESTABLISHMENT : PartyKind.COMPANY;
      } else if (flag && flags.contains(key)) {
        flagged++;
      }
    }
    if (stated >= NEARLY_ALL * distinct) {
      return kinds;
    }
    if (flagged == distinct && HeaderReader.means(header, "company")) {
      for (int code : used) {
        String key = FoldedText.key(FoldedText.fold(column.dictionary().value(code)));
        boolean yes =
            Set.of("true", "1", "oui", "yes", "vrai", "o", "y", "x", "si", "ja").contains(key);
        kinds[code] = yes ? PartyKind.COMPANY : PartyKind.PERSON;
      }
      return kinds;
    }
    return NOTHING;
  }

  private static boolean[] writtenLikeCompany(Column column) {
    boolean[] firms = new boolean[column.dictionary().size()];
    for (int code = 1; code < firms.length; code++) {
      if (column.dictionary().length(code) <= 200) {
        long signs = ValueSigns.of(column.dictionary().value(code));
        firms[code] = ValueSigns.has(signs, Sign.COMPANY) && !ValueSigns.has(signs, Sign.FULL_NAME);
      }
    }
    return firms;
  }
}
