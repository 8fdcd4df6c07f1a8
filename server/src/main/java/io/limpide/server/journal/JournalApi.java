package io.limpide.server.journal;

import io.limpide.engine.message.Messages;
import io.limpide.server.account.Caller;
import io.limpide.server.account.FieldMasks;
import io.limpide.server.account.Mask;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.api.Asked;
import io.limpide.server.api.Paged;
import io.limpide.server.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The journal by the API. */
@RestController
@RequestMapping(path = "/api/v1/journal", produces = MediaType.APPLICATION_JSON_VALUE)
class JournalApi {
  private static final Set<String> KNOWN = Set.of("subject", "actor", "run", "after", "limit");

  private final Entries entries;
  private final FieldMasks masks;

  JournalApi(Entries entries, FieldMasks masks) {
    this.entries = entries;
    this.masks = masks;
  }

  @Requires(Right.READ_JOURNAL)
  @GetMapping
  ResponseEntity<Paged<EntryJson>> list(
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String actor,
      @RequestParam(defaultValue = "0") long run,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit,
      @AuthenticationPrincipal Caller caller,
      HttpServletRequest request,
      Locale locale) {
    Asked.only(request, KNOWN);
    int most = Paged.limit(limit);
    Messages messages = Texts.of(locale);
    Mask mask = masks.of(caller);
    return Paged.of(
        entries.list(subject, actor, run, Paged.after(after), most + 1),
        most,
        Entries.Entry::id,
        entry -> EntryJson.of(entry, caller, mask, messages),
        request);
  }
}
