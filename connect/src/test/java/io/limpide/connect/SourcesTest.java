package io.limpide.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limpide.connect.xlsx.XlsxFormat;
import io.limpide.engine.message.Messages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SourcesTest {
  private static final byte[] CSV = utf8("id;nom\n1;Hélène\n");

  @TempDir private Path folder;

  @Test
  void reads_a_file() throws Exception {
    Path file = Files.write(folder.resolve("clients.csv"), CSV);
    SourceRead read = Sources.read(file, ReadOptions.DEFAULT).get(0);
    assertThat(read.table().source()).isEqualTo("clients.csv");
    assertThat(Reading.all(read)).isEqualTo(List.of(List.of("id", "nom"), List.of("1", "Hélène")));
  }

  @Test
  void reads_a_long_stream_and_leaves_no_file_behind() throws Exception {
    byte[] row = utf8("123456;Dupont\n");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(utf8("id;nom\n"));
    int rows = (17 << 20) / row.length; // more than is kept in memory
    for (int i = 0; i < rows; i++) {
      bytes.write(row);
    }
    long before = temporaryFiles();
    SourceRead read = Reading.read(bytes.toByteArray());
    assertThat(read.table().rows()).isEqualTo(rows);
    assertThat(temporaryFiles()).isEqualTo(before);
  }

  private static long temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir", "/tmp")))) {
      return files.filter(f -> f.toString().contains("limpide-")).count();
    }
  }

  @Test
  void unpacks_gzip_whatever_the_name() throws Exception {
    assertThat(Reading.rows(Reading.read(gzip(CSV)))).isEqualTo(List.of(List.of("1", "Hélène")));
  }

  @Test
  void gives_a_source_for_each_file_of_an_archive() throws Exception {
    byte[] zip =
        zip(
            "a.csv",
            CSV,
            "sub/",
            new byte[0],
            "sub/b.csv",
            utf8("x;y\n1;2\n"),
            "__MACOSX/._a.csv",
            CSV);
    List<SourceRead> reads = readAll(zip);
    assertThat(reads)
        .extracting(read -> read.table().source())
        .isEqualTo(List.of("test/a.csv", "test/sub/b.csv"));
    assertThat(Reading.rows(reads.get(1))).isEqualTo(List.of(List.of("1", "2")));
  }

  @Test
  void a_name_that_leaves_the_archive_is_harmless() throws Exception {
    assertThat(Reading.rows(readAll(zip("../../etc/cron.d/x", CSV)).get(0)))
        .isEqualTo(List.of(List.of("1", "Hélène")));
  }

  @Test
  void one_unreadable_file_of_an_archive_does_not_hide_the_others() throws Exception {
    List<SourceRead> reads = readAll(zip("lisez-moi.pdf", utf8("%PDF-1.4 x"), "a.csv", CSV));
    assertThat(reads).hasSize(1);
    assertThat(Reading.remarks(reads.get(0)))
        .isEqualTo(List.of("lisez-moi.pdf in the archive could not be read and was left out."));
  }

  static Stream<Arguments> unreadable() throws IOException {
    byte[] random = new byte[5000];
    new Random(1).nextBytes(random);
    byte[] zip = zip("a.csv", CSV, "b.csv", CSV);
    byte[] twice = replace(zip, "b.csv", "a.csv");
    byte[] encrypted = zip.clone();
    int central = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
    encrypted[central + 8] |= 1;
    byte[] ole2 = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    byte[] zeros = new byte[120 << 20];
    return Stream.of(
        Arguments.of("empty", new byte[0]),
        Arguments.of("empty", utf8("\n \n\t\n")),
        Arguments.of("header_only", utf8("nom;prénom;email\n")),
        Arguments.of("header_only", utf8("Export du 3 mai\n\nnom;prénom;email\n")),
        Arguments.of("all_rejected", utf8("nom;prénom;email\n\na;b\nc;d\n")),
        Arguments.of("all_rejected", utf8("{\"nom\": \"a\"\n{\"nom\" \"b\"\n")),
        Arguments.of("binary", random),
        Arguments.of("binary.image", concat(bytes(0x89), utf8("PNG\r\n\u001a\n"), random)),
        Arguments.of("binary.pdf", utf8("%PDF-1.7\n%x")),
        Arguments.of("binary.program", concat(bytes(0x7f), utf8("ELF"), random)),
        Arguments.of("binary.xls", concat(ole2, random)),
        Arguments.of("binary.packed", concat(utf8("7z"), bytes(0xbc, 0xaf, 0x27, 0x1c), random)),
        Arguments.of("binary.database", utf8("SQLite format 3\0xxxx")),
        Arguments.of(
            "xlsx.encrypted", concat(ole2, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE))),
        Arguments.of("html", utf8("<!DOCTYPE html><html><table><tr><td>nom")),
        Arguments.of("binary.document", zip("mimetype", utf8("application/vnd.oasis"))),
        Arguments.of("archive.nested", zip("a.zip", zip("a.csv", CSV))),
        Arguments.of("archive.nested", gzip(gzip(CSV))),
        Arguments.of("archive.empty", zip("sub/", new byte[0])),
        Arguments.of("archive.damaged", java.util.Arrays.copyOf(zip, 60)),
        Arguments.of("archive.damaged", java.util.Arrays.copyOf(gzip(CSV), 20)),
        Arguments.of("archive.duplicate", twice),
        Arguments.of("archive.encrypted", encrypted),
        Arguments.of("archive.bomb", zip("a.csv", zeros)),
        Arguments.of("archive.bomb", gzip(zeros)),
        Arguments.of("archive.entries", crowd(2_001)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void says_why_a_source_cannot_be_read(String code, byte[] bytes) {
    UnreadableSourceException e =
        catchThrowableOfType(UnreadableSourceException.class, () -> readAll(bytes));
    assertThat(e).isNotNull();
    assertThat(e.code()).isEqualTo(code);
    assertThat(e.arguments()).first().isEqualTo("test");
    assertThat(
            Messages.of(Locale.FRENCH, Sources.class, XlsxFormat.class).has("unreadable." + code))
        .isTrue();
  }

  @Test
  void says_in_words_what_is_wrong_and_the_way_out() {
    Path missing = folder.resolve("export.csv");
    assertThat(worded(missing))
        .isEqualTo(missing + ": there is no such file. Check the path and the name.");
    assertThat(worded(folder)).isEqualTo(folder + " is a folder. Name a file in it.");
  }

  private static String worded(Path file) {
    UnreadableSourceException e =
        catchThrowableOfType(
            UnreadableSourceException.class, () -> Sources.read(file, ReadOptions.DEFAULT));
    return Messages.of(Locale.ENGLISH, Sources.class)
        .text("unreadable." + e.code(), e.arguments().toArray());
  }

  private static List<SourceRead> readAll(byte[] bytes)
      throws UnreadableSourceException, IOException {
    return Sources.read(new ByteArrayInputStream(bytes), "test", ReadOptions.DEFAULT);
  }

  private static byte[] zip(Object... namesAndContents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
        zip.write((byte[]) namesAndContents[i + 1]);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] crowd(int files) throws IOException {
    Object[] entries = new Object[files * 2];
    for (int i = 0; i < files; i++) {
      entries[i * 2] = i + ".csv";
      entries[i * 2 + 1] = CSV;
    }
    return zip(entries);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] replace(byte[] bytes, String what, String by) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .replace(what, by)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
