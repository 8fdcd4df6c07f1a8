package io.limpide.engine.standardize.company;

import io.limpide.engine.standardize.Family;
import io.limpide.engine.standardize.FamilyContract;
import java.util.List;

class CompaniesTest extends FamilyContract {
  @Override
  protected Family family() {
    return new Companies();
  }

  @Override
  protected List<String> typicalValues() {
    return List.of(
        "732829320",
        "732 829 320",
        "SIREN 732.829.320",
        "RCS Paris B 732 829 320",
        "7.32829E+13",
        "73282932000074",
        "732 829 320 00074",
        "35600000009075",
        "MONACOCONFO001",
        "000000000",
        "5580113",
        "05580113",
        "FR44732829320",
        "FR 44 732 829 320",
        "44732829320",
        "FRK7399859412",
        "BE0428759497",
        "DE136695976",
        "62.01Z",
        "6201Z",
        "111Z",
        "741J",
        "70.10Y",
        "62.01Z - Programmation informatique",
        "W751234567",
        "SARL",
        "S.A.R.L.",
        "5710",
        "Société par actions simplifiée",
        "SAS, société par actions simplifiée",
        "Sas Institute",
        "L'Oréal",
        "LA POSTE",
        "Crédit Agricole SA (siège)",
        "Cie Gle des Eaux",
        "Dupont (ex Martin)",
        "S.A.R.L. DUPONT & FILS",
        "ETS MARTIN - Agence de Lyon",
        "SCI LES LILAS",
        "Union des consommateurs (UFC)",
        "Dupont SARL en liquidation judiciaire",
        "SARL DUPONT \"LE BON PAIN\"",
        "Müller GmbH & Co. KG",
        "Kowalski Sp. z o.o.",
        "DUPONT au capital de 10 000 euros RCS Lyon 732 829 320",
        "[NON-DIFFUSIBLE]",
        "inconnu",
        "Actif",
        "Radiée le 12/03/2019",
        "Client");
  }
}
