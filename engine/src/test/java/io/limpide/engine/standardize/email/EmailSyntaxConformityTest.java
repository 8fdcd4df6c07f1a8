package io.limpide.engine.standardize.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Shared;
import io.limpide.engine.Spec;
import io.limpide.engine.standardize.email.EmailSyntax.Category;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Agreement with the tests of isemail (Dominic Sayers), category by category. */
class EmailSyntaxConformityTest {
  private static final Map<String, Category> CATEGORIES =
      Map.of(
          "ISEMAIL_VALID_CATEGORY", Category.VALID,
          "ISEMAIL_DNSWARN", Category.VALID, // nobody asks the network here
          "ISEMAIL_RFC5321", Category.UNUSUAL,
          "ISEMAIL_CFWS", Category.COMMENTED,
          "ISEMAIL_DEPREC", Category.DEPRECATED,
          "ISEMAIL_RFC5322", Category.HEADER_ONLY,
          "ISEMAIL_ERR", Category.INVALID);

  @Test
  void agrees_on_all_164_addresses_save_those_that_need_the_network() throws Exception {
    Map<String, String> argued = new TreeMap<>();
    Spec.cases("email/isemail-exceptions.csv", 4)
        .forEach(
            test -> {
              Object[] cells = test.get();
              argued.put((String) cells[0], cells[1] + " -> " + cells[2]);
            });
    Map<String, String> disagreements = new TreeMap<>();
    List<Element> tests = tests(Shared.path("hostile/isemail/tests.xml"));
    for (Element test : tests) {
      Category expected = CATEGORIES.get(text(test, "category"));
      Category actual = EmailSyntax.diagnose(withControls(text(test, "address"))).category();
      if (actual != expected) {
        disagreements.put(test.getAttribute("id"), expected + " -> " + actual);
      }
    }
    assertThat(tests).hasSize(164);
    assertThat(disagreements).isEqualTo(argued);
  }

  /** The tests write control characters as their pictures, from U+2400. */
  private static String withControls(String address) {
    StringBuilder raw = new StringBuilder();
    address.chars().forEach(c -> raw.append((char) (c >= 0x2400 && c < 0x2420 ? c - 0x2400 : c)));
    return raw.toString();
  }

  private static List<Element> tests(Path file) throws Exception {
    NodeList nodes =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(file.toFile())
            .getElementsByTagName("test");
    List<Element> tests = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      tests.add((Element) nodes.item(i));
    }
    return tests;
  }

  private static String text(Element test, String name) {
    return test.getElementsByTagName(name).item(0).getTextContent();
  }
}
