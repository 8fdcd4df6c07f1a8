package io.limpide.connect.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Recognises the encoding of a text. */
final class EncodingDetector {
  private EncodingDetector() {}

  static TextEncoding detect(ByteSurvey survey, Optional<Charset> said) {
    int mark = survey.head().length > 2 && survey.head()[0] == (byte) 0xef ? 3 : 0;
    if (said.isPresent()) {
      return TextEncoding.certain(said.get(), mark);
    }
    return TextEncoding.certain(
        survey.isUtf8() ? StandardCharsets.UTF_8 : Charset.forName("windows-1252"), mark);
  }
}
