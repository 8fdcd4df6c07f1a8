package io.limpide.server.job;

import io.limpide.engine.message.Messages;
import io.limpide.server.web.Texts;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says why a run failed; templates call it {@code @failures}. */
@Component("failures")
public class Failures {
  /** Returns the words in the reader's language; empty when it did not fail. */
  public String of(Run run) {
    return of(run, LocaleContextHolder.getLocale());
  }

  /** Returns the words in a language. Of a file that cannot be read they are the connector's. */
  public String of(Run run, Locale locale) {
    String code = run.failure();
    if (code == null) {
      return "";
    }
    Messages texts = Texts.of(locale);
    String known =
        texts.has(code) ? code : code.substring(Math.max(0, code.indexOf("unreadable.")));
    return texts.has(known)
        ? texts.text(known, run.failureArguments().toArray())
        : texts.text("run.failure.fault");
  }
}
