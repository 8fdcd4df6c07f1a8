package io.limpide.connect.text;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises the encoding of a text from its bytes.
 *
 * <p>A byte order mark decides, then well-formed UTF-8, then the zeros of UTF-16 and UTF-32. What
 * is left is read in each encoding that is or was in use, and the likeliest text wins; when another
 * text is nearly as likely, the choice is marked as doubtful. "Latin-1" means Windows-1252, as
 * everywhere on the web.
 *
 * <p>Source of that: WHATWG, Encoding Standard, section 4.2.
 */
final class EncodingDetector {
  /** An encoding and the logarithm of how readily it is believed. */
  private record Candidate(Charset charset, double prior) {}

  private record Reading(Charset charset, String text, double score) {}

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final List<Candidate> CANDIDATES =
      candidates(
          "windows-1252", 0,
          "ISO-8859-15", -1,
          "x-MacRoman", -2,
          "IBM850", -2,
          "IBM858", -2.5,
          "IBM437", -3,
          "windows-1250", -2,
          "ISO-8859-2", -3,
          "windows-1251", -2,
          "windows-1253", -2,
          "windows-1254", -2,
          "windows-1255", -3,
          "windows-1256", -3,
          "windows-1257", -3,
          "ISO-8859-5", -4,
          "ISO-8859-7", -3,
          "ISO-8859-9", -3,
          "KOI8-R", -3,
          "IBM852", -4,
          "IBM866", -4,
          "x-MacCentralEurope", -4,
          "x-MacCyrillic", -5,
          "windows-31j", -3,
          "EUC-JP", -4,
          "GB18030", -3,
          "Big5", -4,
          "EUC-KR", -4);

  /** A hundred to one, as far as such chances can be believed: below, a person is asked. */
  private static final double CLEAR = 4.6;

  /** Worse than this for each character that is not ASCII, and it is no text we know. */
  private static final double ODD = -11;

  private static final int WORDS = 6_000; // more do not change the verdict

  private EncodingDetector() {}

  static TextEncoding detect(ByteSurvey survey, Optional<Charset> said) {
    byte[] head = survey.head();
    Optional<TextEncoding> marked = mark(head, survey.isUtf8());
    if (said.isPresent()) {
      int length =
          marked
              .filter(m -> m.charset().equals(said.get()))
              .map(TextEncoding::markLength)
              .orElse(0);
      return TextEncoding.certain(said.get(), length);
    }
    if (marked.isPresent()) {
      boolean mixed = marked.get().charset().equals(StandardCharsets.UTF_8) && !survey.isUtf8();
      return mixed ? mixed(survey, 3) : marked.get();
    }
    Optional<Charset> wide = WideText.of(head);
    if (wide.isPresent()) {
      return TextEncoding.certain(wide.get(), 0);
    }
    if (survey.isUtf8()) {
      return escapes(head)
          ? TextEncoding.certain(Charset.forName("ISO-2022-JP"), 0)
          : TextEncoding.certain(StandardCharsets.UTF_8, 0);
    }
    return guess(survey);
  }

  private static Optional<TextEncoding> mark(byte[] head, boolean utf8) {
    if (begins(head, 0xef, 0xbb, 0xbf)) {
      return Optional.of(TextEncoding.certain(StandardCharsets.UTF_8, 3));
    }
    if (begins(head, 0xff, 0xfe, 0, 0)) {
      return Optional.of(TextEncoding.certain(Charset.forName("UTF-32LE"), 4));
    }
    if (begins(head, 0, 0, 0xfe, 0xff)) {
      return Optional.of(TextEncoding.certain(Charset.forName("UTF-32BE"), 4));
    }
    if (begins(head, 0xff, 0xfe) && !utf8) {
      return Optional.of(TextEncoding.certain(StandardCharsets.UTF_16LE, 2));
    }
    if (begins(head, 0xfe, 0xff) && !utf8) {
      return Optional.of(TextEncoding.certain(StandardCharsets.UTF_16BE, 2));
    }
    if (begins(head, 0x84, 0x31, 0x95, 0x33)) {
      return Optional.of(TextEncoding.certain(Charset.forName("GB18030"), 4));
    }
    return Optional.empty();
  }

  private static boolean begins(byte[] head, int... mark) {
    for (int at = 0; at < mark.length; at++) {
      if (at >= head.length || (head[at] & 0xff) != mark[at]) {
        return false;
      }
    }
    return true;
  }

  /** ISO-2022-JP is ASCII that switches to Japanese and back. */
  private static boolean escapes(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return text.contains("\u001b$B") && text.contains("\u001b(");
  }

  private static TextEncoding mixed(ByteSurvey survey, int markLength) {
    List<Reading> odd = readings(words(survey.sample().malformedLines()));
    Charset other =
        odd.stream()
            .map(Reading::charset)
            .filter(SingleByteInputStream::reads)
            .findFirst()
            .orElse(WINDOWS);
    return new TextEncoding(StandardCharsets.UTF_8, markLength, Optional.of(other), List.of());
  }

  private static TextEncoding guess(ByteSurvey survey) {
    byte[] words = words(survey.sample().bytes());
    Plausibility plausibility = new Plausibility(Language.all());
    List<Reading> readings = readings(words, plausibility);
    Reading best = readings.get(0);
    if (survey.sample().hasWellFormedLines()) {
      TextEncoding mixed = mixed(survey, 0);
      String text = decodeMixed(words, mixed);
      double score = plausibility.of(text) - 3;
      if (score > best.score()) {
        return mixed;
      }
    }
    Set<Charset> others = new LinkedHashSet<>();
    Set<String> texts = new LinkedHashSet<>(List.of(best.text()));
    for (Reading reading : readings) {
      if (best.score() - reading.score() < CLEAR && texts.add(reading.text())) {
        others.add(reading.charset());
      }
    }
    long high = best.text().chars().filter(c -> c > 0x7f).count();
    if (others.isEmpty() && best.score() < ODD * Math.max(1, high)) {
      readings.stream()
          .filter(reading -> texts.add(reading.text()))
          .limit(2)
          .forEach(reading -> others.add(reading.charset()));
    }
    return new TextEncoding(best.charset(), 0, Optional.empty(), List.copyOf(others));
  }

  private static String decodeMixed(byte[] lines, TextEncoding mixed) {
    try (MixedInputStream in =
        new MixedInputStream(
            new java.io.ByteArrayInputStream(lines),
            mixed.oddLines().orElse(WINDOWS),
            new Decoding())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e); // bytes in memory do not fail
    }
  }

  private static List<Reading> readings(byte[] words) {
    return readings(words, new Plausibility(Language.all()));
  }

  /** Returns how each encoding reads the lines, the likeliest first. */
  private static List<Reading> readings(byte[] words, Plausibility plausibility) {
    Map<String, Double> scores = new LinkedHashMap<>();
    List<Reading> readings = new ArrayList<>();
    for (Candidate candidate : CANDIDATES) {
      String text = decode(words, candidate.charset());
      double score = scores.computeIfAbsent(text, plausibility::of);
      readings.add(new Reading(candidate.charset(), text, score + candidate.prior()));
    }
    readings.sort(Comparator.comparingDouble(Reading::score).reversed());
    return readings;
  }

  static String decode(byte[] lines, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    try {
      return decoder.decode(ByteBuffer.wrap(lines)).toString();
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new IllegalStateException(e); // everything is replaced
    }
  }

  /**
   * Returns the words that are not ASCII, each once, with the characters around them, a line each.
   * They are found among the bytes, so that every encoding reads the same ones.
   */
  static byte[] words(byte[] lines) {
    Set<String> words = new LinkedHashSet<>();
    String bytes = new String(lines, StandardCharsets.ISO_8859_1);
    int end = bytes.length();
    int at = 0;
    while (at < end && words.size() < WORDS) {
      if (bytes.charAt(at) < 0x80) {
        at++;
        continue;
      }
      int from = at;
      while (from > 0 && isLetter(bytes.charAt(from - 1)) && at - from < 40) {
        from--;
      }
      int to = at;
      while (to < end
          && to - at < 400
          && isNear(bytes.charAt(to - (to > at ? 1 : 0)), bytes.charAt(to))) {
        to++;
      }
      words.add(bytes.substring(Math.max(0, from - 1), Math.min(end, to + 1)));
      at = to;
    }
    return String.join("\n", words).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static boolean isLetter(char b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  /** The second byte of a character of East Asia may be a digit, a letter or much else. */
  private static boolean isNear(char before, char b) {
    return b >= 0x80
        || isLetter(b)
        || (before >= 0x80 && (b >= 0x40 || (b >= '0' && b <= '9')) && b != 0x7f);
  }

  private static List<Candidate> candidates(Object... namesAndPriors) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < namesAndPriors.length; i += 2) {
      String name = namesAndPriors[i].toString();
      if (Charset.isSupported(name)) { // a JDK may come without its module of charsets
        double prior = ((Number) namesAndPriors[i + 1]).doubleValue();
        candidates.add(new Candidate(Charset.forName(name), prior));
      }
    }
    return List.copyOf(candidates);
  }

  static List<Charset> charsets() {
    return CANDIDATES.stream().map(Candidate::charset).toList();
  }

  static byte[] withoutMark(byte[] bytes, TextEncoding encoding) {
    return Arrays.copyOfRange(bytes, Math.min(bytes.length, encoding.markLength()), bytes.length);
  }
}
