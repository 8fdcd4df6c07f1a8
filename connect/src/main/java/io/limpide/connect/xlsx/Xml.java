package io.limpide.connect.xlsx;

import io.limpide.connect.UnreadableSourceException;
import io.limpide.engine.table.TableTooLargeException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the parts of a workbook as a stream of XML events. A document type is refused: that rules
 * out entities, hence entity bombs and references to files and addresses elsewhere.
 */
final class Xml {
  private static final String DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  private Xml() {}

  /** Says that the rest of a part is not wanted. */
  static final class Enough extends SAXException {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  /** Carries a refusal out of the parser. */
  static final class Refusal extends SAXException {
    private static final long serialVersionUID = 1L;

    private final UnreadableSourceException why;

    Refusal(UnreadableSourceException why) {
      super(why);
      this.why = why;
    }
  }

  /** Reads a part from beginning to end, unless the handler has had {@link Enough}. */
  static void read(Archive archive, String part, DefaultHandler handler)
      throws UnreadableSourceException, IOException {
    try (InputStream in = archive.part(part)) {
      if (in == null) {
        throw new UnreadableSourceException("xlsx.damaged", archive.name());
      }
      try {
        reader(handler).parse(new InputSource(new KeptOpen(in)));
        in.transferTo(OutputStream.nullOutputStream()); // up to the check sum
      } catch (Enough e) {
        return;
      }
    } catch (Refusal e) {
      throw e.why;
    } catch (TableTooLargeException e) {
      throw new UnreadableSourceException("xlsx.large", archive.name());
    } catch (SAXException | IOException | RuntimeException e) {
      // RuntimeException: Xerces throws some on bytes that are no XML at all.
      UnreadableSourceException refusal = new UnreadableSourceException(code(e), archive.name());
      refusal.initCause(e);
      throw refusal;
    }
  }

  /** The parser closes what it has read, but the check sum stands behind it. */
  private static final class KeptOpen extends FilterInputStream {
    private KeptOpen(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // Closed by whoever opened it.
    }
  }

  private static String code(Exception e) {
    String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (said.contains("doctype")) {
      return "xlsx.doctype";
    }
    return said.contains("zip bomb") ? "xlsx.bomb" : "xlsx.damaged";
  }

  private static XMLReader reader(DefaultHandler handler) throws SAXException {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setXIncludeAware(false);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(DOCTYPE, true);
      XMLReader reader = factory.newSAXParser().getXMLReader();
      reader.setContentHandler(handler);
      reader.setErrorHandler(handler);
      reader.setEntityResolver(
          (publicId, systemId) -> new InputSource(InputStream.nullInputStream()));
      return reader;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns an attribute by its name without prefix; null when it is absent. */
  static @Nullable String attribute(Attributes attributes, String name) {
    String value = attributes.getValue("", name);
    for (int i = 0; value == null && i < attributes.getLength(); i++) {
      if (attributes.getLocalName(i).equals(name)) {
        value = attributes.getValue(i);
      }
    }
    return value;
  }

  /** Returns whether an attribute says yes. */
  static boolean isTrue(@Nullable String value) {
    return "1".equals(value) || "true".equals(value);
  }

  /** Returns an attribute's whole number, or the other one when it is absent or none. */
  static int number(@Nullable String value, int otherwise) {
    if (value == null || value.isEmpty() || value.length() > 9) {
      return otherwise;
    }
    int number = 0;
    for (int i = 0; i < value.length(); i++) {
      int digit = value.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return otherwise;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
