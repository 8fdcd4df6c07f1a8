package io.limpide.connect.text;

import io.limpide.connect.ReadOptions;
import io.limpide.connect.SourceInput;
import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.finding.Severity;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A source that is text: its encoding is recognised from all of its bytes, and it is read as UTF-8.
 *
 * <p>Gone from the text are the byte order mark, NUL bytes and the Ctrl-Z with which DOS ended
 * files; what of this was there is remarked.
 */
public final class TextSource {
  private static final Reason DOUBTFUL =
      new Reason("encoding.doubtful", Severity.WARNING, Dimension.VALIDITY);
  private static final Reason MIXED =
      new Reason("encoding.mixed", Severity.WARNING, Dimension.VALIDITY);
  private static final Reason DAMAGED =
      new Reason("encoding.damaged", Severity.WARNING, Dimension.VALIDITY);
  private static final Reason NUL = new Reason("text.nul", Severity.INFO, Dimension.VALIDITY);

  /** More than one control character in so many is more than text has. */
  private static final int MOST_CONTROLS = 40;

  private static final int MOST_NULS = 10;

  private final SourceInput input;
  private final ReadOptions options;
  private final ByteSurvey survey;
  private final TextEncoding encoding;
  private final Decoding decoding = new Decoding();

  private TextSource(
      SourceInput input, ReadOptions options, ByteSurvey survey, TextEncoding encoding) {
    this.input = input;
    this.options = options;
    this.survey = survey;
    this.encoding = encoding;
  }

  /** Returns whether the source is text at all, from its beginning. */
  public static boolean isText(SourceInput input) throws IOException {
    byte[] head = input.head();
    if (WideText.of(head).isPresent() || WideText.isMarked(head)) {
      return true;
    }
    int end = head.length;
    while (end > 0 && head[end - 1] == 0) {
      end--;
    }
    int controls = 0;
    int nuls = 0;
    for (int at = 0; at < end; at++) {
      byte b = head[at];
      // Separators of odd dialects, tabs, line ends, form feeds, escapes and the Ctrl-Z of DOS.
      boolean usual = b >= ' ' || b < 0 || (b >= 7 && b <= 13) || b >= 0x1a || b == 1 || b == 2;
      nuls += b == 0 ? 1 : 0;
      controls += usual || b == 0 ? 0 : 1;
    }
    return controls <= 1 + end / MOST_CONTROLS && nuls <= 1 + end / MOST_NULS;
  }

  /** Recognises the encoding, unless a person said it. Reads the source once. */
  public static TextSource of(SourceInput input, ReadOptions options) throws IOException {
    ByteSurvey survey = ByteSurvey.of(input);
    return new TextSource(
        input, options, survey, EncodingDetector.detect(survey, options.charset()));
  }

  /** Returns how the bytes are read. */
  public TextEncoding encoding() {
    return encoding;
  }

  /** Opens the text from its beginning, as UTF-8; the caller closes. */
  public InputStream open() throws IOException {
    decoding.reset();
    InputStream bytes =
        new TrimmedInputStream(input.open(), encoding.markLength(), end(), options.progress());
    if (encoding.oddLines().isPresent()) {
      bytes = new MixedInputStream(bytes, encoding.oddLines().get(), decoding);
    } else if (encoding.charset().equals(StandardCharsets.UTF_8)) {
      bytes = survey.isUtf8() ? bytes : new CharsetInputStream(bytes, encoding.charset(), decoding);
    } else if (SingleByteInputStream.reads(encoding.charset())) {
      bytes = new SingleByteInputStream(bytes, encoding.charset(), decoding);
    } else {
      bytes = new CharsetInputStream(bytes, encoding.charset(), decoding);
    }
    return survey.hasNul()
        ? new NulFreeInputStream(new BufferedInputStream(bytes), decoding)
        : bytes;
  }

  private long end() {
    return WideText.isWide(encoding.charset()) ? survey.size() : survey.textEnd();
  }

  /** Returns what is doubtful; complete once an opened text was read to its end. */
  public List<Remark> remarks() {
    List<Remark> remarks = new ArrayList<>();
    if (encoding.isDoubtful()) {
      String others =
          encoding.alternatives().stream().map(c -> c.name()).collect(Collectors.joining(", "));
      remarks.add(Remark.of(DOUBTFUL, encoding.charset().name(), others));
    }
    if (decoding.oddLines() > 0) {
      String odd = encoding.oddLines().map(c -> c.name()).orElse("");
      remarks.add(
          Remark.of(
              MIXED,
              encoding.charset().name(),
              odd,
              String.valueOf(decoding.oddLines()),
              decoding.firstOddLines()));
    }
    if (decoding.unreadable() > 0) {
      remarks.add(
          Remark.of(DAMAGED, encoding.charset().name(), String.valueOf(decoding.unreadable())));
    }
    if (decoding.nuls() > 0) {
      remarks.add(Remark.of(NUL, String.valueOf(decoding.nuls())));
    }
    return remarks;
  }
}
