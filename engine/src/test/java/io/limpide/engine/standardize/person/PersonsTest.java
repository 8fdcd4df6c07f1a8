package io.limpide.engine.standardize.person;

import io.limpide.engine.standardize.Family;
import io.limpide.engine.standardize.FamilyContract;
import java.util.List;

class PersonsTest extends FamilyContract {
  @Override
  protected Family family() {
    return new Persons();
  }

  @Override
  protected List<String> typicalValues() {
    return List.of(
        "DUPONT",
        "Jean-Pierre",
        "jean pierre",
        "DE LA ROCHEFOUCAULD",
        "d'ormesson",
        "O'CONNOR",
        "MCDONALD",
        "Mme DUPONT née MARTIN",
        "M. et Mme LE GALL",
        "MARTIN épouse DURAND",
        "Dr. Sophie BERNARD",
        "DUPONT, Jean",
        "JP",
        "J.-P.",
        "dUPONT",
        "DUPONT--MARTIN",
        "van den berghe",
        "Jean et Marie",
        "SARL DUPONT",
        "inconnu",
        "xxx",
        "toto",
        "Mlle",
        "Ms",
        "Homme",
        "H",
        "2",
        "DIRECTEUR COMMERCIAL FRANCE/BENELUX",
        "pdg",
        "jean.dupont@example.fr",
        "'t Hart",
        "LAFLEUR DIT MARTIN",
        "D",
        "N'DIAYE");
  }
}
