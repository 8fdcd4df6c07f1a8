package io.limpide.engine.recognize;

import static io.limpide.engine.field.PartyKind.COMPANY;
import static io.limpide.engine.field.PartyKind.ESTABLISHMENT;
import static io.limpide.engine.field.PartyKind.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartyKindsTest {
  @Test
  void tells_a_contact_from_its_company_and_a_company_from_its_site() {
    Table table =
        Tables.of(
            "nom;societe;siren;siret",
            "Dupont;ACME;;",
            ";ACME;732829320;",
            ";ACME;732829320;73282932000074",
            ";;;");

    assertThat(
            kinds(
                table,
                FieldType.FAMILY_NAME,
                FieldType.COMPANY_NAME,
                FieldType.SIREN,
                FieldType.SIRET))
        .containsExactly(PERSON, COMPANY, ESTABLISHMENT, PERSON);
  }

  @Test
  void believes_a_column_that_says_so() {
    Table table =
        Tables.of(
            "name;RECORD_TYPE",
            "Acme Corp;ORGANIZATION",
            "Smith John;PERSON",
            "Globex;ORGANIZATION");
    Table odoo = Tables.of("name;is_company", "Acme;True", "Azure;True", "Jane Roe;False");

    assertThat(kinds(table, FieldType.FULL_NAME, FieldType.CATEGORY))
        .containsExactly(COMPANY, PERSON, COMPANY);
    assertThat(kinds(odoo, FieldType.FULL_NAME, FieldType.UNKNOWN))
        .containsExactly(COMPANY, COMPANY, PERSON);
  }

  @Test
  void judges_a_lone_name_by_how_it_is_written() {
    Table table = Tables.of("nom", "SARL Dupont", "Jean Dupont", "Garage du Centre", "Kowalczyk");

    assertThat(kinds(table, FieldType.FULL_NAME)).containsExactly(COMPANY, PERSON, COMPANY, PERSON);
  }

  private static List<PartyKind> kinds(Table table, FieldType... types) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      fields.add(new Field(table.columns().get(i).name(), types[i], 1));
    }
    PartyKinds kinds = PartyKinds.of(table, fields);
    List<PartyKind> all = new ArrayList<>();
    for (int row = 0; row < kinds.rows(); row++) {
      all.add(kinds.kind(row));
    }
    return all;
  }
}
