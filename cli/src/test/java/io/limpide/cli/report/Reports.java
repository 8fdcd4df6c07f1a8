package io.limpide.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.cli.Limpide;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Makes reports as a user does, and takes them apart. */
final class Reports {
  /** A small base with something for every section: typing errors, duplicates, notes, old dates. */
  static final String BASE =
      """
      Id;Civilité;Nom;Prénom;Société;SIREN;E-mail;Téléphone;Code postal;Ville;Créé le;Dernier contact;Désabonné;Commentaire
      1;M.;DUPONT;Jean;Boulangerie Dupont SARL;732829320;jean.dupont@gmial.com;01 23 45 67 89;75011;PARIS;12/01/2019;03/02/2019;Non;Client en arrêt maladie
      2;Mr;Dupont;Jean;Boulangerie Dupont;732 829 320;jean.dupont@gmail.com;0123456789;75011;Paris;12/01/2019;03/02/2026;Non;
      3;Mme;martin;CLAIRE;;;claire.martin@orange.fr;0612345678;69003;lyon;05/06/2025;01/11/2026;Non;Préfère le mail
      4;Mme;Martin;Claire;;;claire.martin@orange.fr;+33 6 12 34 56 78;69003;Lyon;05/06/2025;;Oui;
      5;;TEST;test;xxx;123456789;test@test.fr;0600000000;00000;;;;;
      6;M.;Le Goff;Yann;Pêcheries du Ponant;552100554;yann.legoff@exemple,fr;298001122;29200;Brest;32/13/2024;;Non;
      7;Mme;LefÃ¨vre;Zoé;Atelier Zoé;;zoe@@free.fr;06 98 76 54 32;31000;Toulose;01/03/2026;02/10/2026;Non;Carte 4970 1000 0000 0014
      8;M.;Petit;Paul;Garage Petit;;paul.petit@wanadoo.fr;05 61 00 00 00;31000;Toulouse;01/03/2021;;Non;
      """;

  private Reports() {}

  /** Cleans a file and returns its report. */
  static Path of(Path folder, String fileName, String content, String language) {
    Path input = folder.resolve(fileName);
    Path out = folder.resolve("results-" + language);
    try {
      Files.writeString(input, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int code =
        Limpide.run(
            "clean",
            input.toString(),
            "--quiet",
            "--lang",
            language,
            "--today",
            "2026-11-20",
            "--out",
            out.toString());
    assertThat(code).isZero();
    return out.resolve("report.html");
  }

  /** Explains a pair, or the group of a record, of the run that made a report. */
  static Path explained(Path report, String language, String... ids) {
    Path page = report.resolveSibling("explained-" + ids.length + ".html");
    List<String> command = new ArrayList<>(List.of("explain"));
    command.addAll(List.of(ids));
    command.addAll(
        List.of(
            "--quiet",
            "--lang",
            language,
            "--run",
            String.valueOf(report.getParent()),
            "--html",
            page.toString()));
    assertThat(Limpide.run(command.toArray(new String[0]))).isZero();
    return page;
  }

  /** Reads a page as XML: but for its void elements and doctype it must be just that. */
  static Document parse(String html) {
    String xml =
        html.replaceFirst("^<!DOCTYPE html>", "")
            .replaceAll("<(meta|br|hr|img)\\b([^>]*)>", "<$1$2/>");
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError("the page is not well-formed: " + e.getMessage(), e);
    }
  }

  /** Returns the elements of a name, in the order of the page. */
  static List<Element> all(Document page, String name) {
    NodeList nodes = page.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int at = 0; at < nodes.getLength(); at++) {
      elements.add((Element) nodes.item(at));
    }
    return elements;
  }
}
