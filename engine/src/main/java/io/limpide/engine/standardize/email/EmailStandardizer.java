package io.limpide.engine.standardize.email;

import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.RulePolicy;
import io.limpide.engine.reference.ContactPlaceholders;
import io.limpide.engine.reference.EmailDomains;
import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings e-mail addresses into standard form: one address, lower case; several as {@code a; b}.
 *
 * <p>Parts: {@code domain}; {@code canonical}, if it differs from the value; {@code others}, the
 * further addresses of the cell; {@code name}, a display name that stood beside the address.
 */
final class EmailStandardizer implements Standardizer {
  private final RulePolicy policy;
  private final DomainGuess guesses;

  EmailStandardizer(RulePolicy policy, DomainGuess guesses) {
    this.policy = policy;
    this.guesses = guesses;
  }

  @Override
  public Standardized standardize(String raw) {
    if (raw.isEmpty()) {
      return Standardized.unchanged(raw);
    }
    PlainAddress plain = PlainAddress.read(raw);
    if (plain != null && plain.at() > 2) { // shorter ones may be placeholders
      Standardized sound = sound(raw, plain);
      if (sound != null) {
        return sound;
      }
    }
    Cleaning cleaning = new Cleaning(raw, policy);
    if (raw.length() > EmailText.LONGEST) {
      cleaning.remark(EmailReasons.of("email.length"), Integer.toString(raw.length()));
      return cleaning.done();
    }
    if (raw.indexOf('@') <= 2 && ContactPlaceholders.isNothing(EmailText.plain(raw))) {
      cleaning.change(EmailRules.PLACEHOLDER, "", 0.98, raw.strip());
      if (!cleaning.value().isEmpty()) {
        cleaning.remark(EmailReasons.DUMMY, raw.strip());
      }
      return cleaning.done();
    }
    List<String> pieces = EmailList.split(raw);
    if (pieces.isEmpty() || !several(pieces, cleaning)) {
      one(raw, cleaning);
    }
    return cleaning.done();
  }

  /**
   * A plain address of somebody, at a domain beyond doubt: all that can be wrong with it are its
   * capitals. Returns null when there is more to be looked at.
   */
  private @Nullable Standardized sound(String raw, PlainAddress plain) {
    String lower = plain.capitals() ? raw.toLowerCase(Locale.ROOT) : raw;
    MailDomain domain = MailDomain.of(lower, plain);
    if (domain.doubtful() || (!domain.personal() && guesses.of(domain.name()).isPresent())) {
      return null;
    }
    String local = lower.substring(0, plain.at());
    List<Reason> reasons = domain.reasons(local, plain);
    if (reasons == null) {
      return null;
    }
    EmailAddress address = new EmailAddress(local, domain.name(), reasons);
    if (plain.capitals()) {
      Cleaning cleaning = new Cleaning(raw, policy);
      cleaning.change(EmailRules.LOWER_CASE, lower, 0.99);
      describe(address, cleaning);
      return cleaning.done();
    }
    Map<String, String> parts =
        address.isCanonical()
            ? domain.parts()
            : Map.of("domain", domain.name(), "canonical", address.canonical());
    return new Standardized(raw, List.of(), domain.remarks(reasons), parts);
  }

  private boolean several(List<String> pieces, Cleaning cleaning) {
    Set<String> addresses = new LinkedHashSet<>();
    for (String piece : pieces) {
      Trial trial = new Trial(piece, policy);
      EmailRepair.repair(trial);
      if (!EmailAddress.parse(trial.value()).isValid()) {
        return false;
      }
      addresses.add(trial.value());
    }
    if (!cleaning.change(EmailRules.LIST, String.join(EmailList.SEPARATOR, addresses), 0.97)) {
      cleaning.remark(EmailReasons.SEVERAL, Integer.toString(addresses.size()));
      return true;
    }
    String first = addresses.iterator().next();
    describe(EmailAddress.parse(first), cleaning);
    addresses.remove(first);
    if (!addresses.isEmpty()) {
      cleaning.remark(EmailReasons.SEVERAL, Integer.toString(addresses.size() + 1));
      cleaning.part("others", String.join(EmailList.SEPARATOR, addresses));
    }
    return true;
  }

  private void one(String raw, Cleaning cleaning) {
    EmailAddress address = EmailAddress.parse(raw);
    if (!isPlain(raw, address)) {
      Trial trial = new Trial(raw, policy);
      String name = EmailRepair.repair(trial);
      address = EmailAddress.parse(trial.value());
      if (!address.domain().isEmpty()) {
        trial.commit(cleaning);
        cleaning.part("name", name);
      } else {
        trial.suggest(cleaning);
        broken(EmailText.plain(raw), cleaning);
        return;
      }
    }
    describe(address, cleaning);
    suggest(address, cleaning);
  }

  /** Nothing to repair, judged at a glance: an address as it should be, of no slip. */
  private static boolean isPlain(String raw, EmailAddress address) {
    return !address.domain().isEmpty()
        && address.local().length() + 1 + address.domain().length() == raw.length()
        && raw.startsWith(address.local())
        && raw.charAt(0) != '\''
        && raw.endsWith(address.domain())
        && !address.domain().startsWith("www.")
        && DomainTypos.meant(address.domain()).equals(address.domain());
  }

  private void describe(EmailAddress address, Cleaning cleaning) {
    for (Reason reason : address.reasons()) {
      cleaning.remark(reason, address.domain());
    }
    cleaning.part("domain", address.domain());
    String canonical = address.canonical();
    if (!canonical.equals(cleaning.value())) {
      cleaning.part("canonical", canonical);
    }
  }

  private void suggest(EmailAddress address, Cleaning cleaning) {
    String domain = address.domain();
    if (address.isDummy()) {
      cleaning.change(EmailRules.DUMMY, "", 0.8, address.toString());
      return;
    }
    if (address.reasons().contains(EmailReasons.ACCENTS)) {
      cleaning.change(
          EmailRules.LOCAL_ACCENTS, EmailText.fold(address.local()) + "@" + domain, 0.8);
    }
    if (EmailDomains.isPersonal(domain)) {
      return;
    }
    Optional<String> lookalike = EmailDomains.behindLookalike(domain);
    if (lookalike.isPresent()) {
      // laposte.fr and the like are real, but few have an address there
      cleaning.change(
          EmailRules.DOMAIN_LOOKALIKE, address.local() + "@" + lookalike.get(), 0.5, domain);
      return;
    }
    Optional<DomainGuess.Guess> guess = guesses.of(domain);
    if (guess.isPresent()) {
      String meant = guess.get().domain();
      cleaning.remark(EmailReasons.DOUBTFUL_DOMAIN, domain, meant);
      cleaning.change(
          EmailRules.DOMAIN_GUESS,
          address.local() + "@" + meant,
          guess.get().confidence(),
          domain,
          meant);
      return;
    }
    int dot = domain.lastIndexOf('.');
    EmailDomains.behindTopLevelSlip(domain.substring(dot + 1))
        .ifPresent(
            topLevel ->
                cleaning.change(
                    EmailRules.TOP_LEVEL,
                    address.local() + "@" + domain.substring(0, dot + 1) + topLevel,
                    0.9,
                    domain));
  }

  /**
   * What no safe repair makes an address of: trimmed, explained, and with what it may have been.
   */
  private void broken(String plain, Cleaning cleaning) {
    cleaning.change(EmailRules.SPACES, plain, 0.99);
    EmailAddress address = EmailAddress.parse(plain);
    for (Reason reason : address.reasons()) {
      cleaning.remark(reason, plain);
    }
    String lower = plain.toLowerCase(Locale.ROOT);
    if (propose(cleaning, EmailRules.MISSING_AT, MissingAt.insert(lower), 0.85)
        || propose(cleaning, EmailRules.LOCAL_DOTS, withoutStrayDots(lower), 0.8)
        || propose(cleaning, EmailRules.INNER_SPACE, withoutInnerSpace(plain), 0.6)) {
      return;
    }
    propose(cleaning, EmailRules.EXTRACT, EmailText.within(lower), 0.8);
  }

  private static boolean propose(
      Cleaning cleaning, io.limpide.engine.finding.Rule rule, String text, double confidence) {
    if (text.isEmpty()) {
      return false;
    }
    Trial trial = new Trial(text, RulePolicy.DEFAULT);
    EmailRepair.repair(trial);
    if (!EmailAddress.parse(trial.value()).isValid()) {
      return false;
    }
    cleaning.change(rule, trial.value(), confidence);
    return true;
  }

  private static String withoutStrayDots(String text) {
    int at = text.indexOf('@');
    if (at <= 0 || text.indexOf(' ') >= 0) {
      return "";
    }
    StringBuilder local = new StringBuilder();
    for (int i = 0; i < at; i++) {
      char c = text.charAt(i);
      boolean stray =
          c == '.'
              && (local.length() == 0 || i == at - 1 || local.charAt(local.length() - 1) == '.');
      if (!stray) {
        local.append(c == ',' || c == ';' ? '.' : c);
      }
    }
    while (local.length() > 0 && local.charAt(local.length() - 1) == '.') {
      local.setLength(local.length() - 1);
    }
    String cleaned = local + text.substring(at);
    return cleaned.equals(text) ? "" : cleaned;
  }

  /** {@code jean dupont@free.fr}: one space, where a dot may have been meant. */
  private static String withoutInnerSpace(String text) {
    int space = text.indexOf(' ');
    int at = text.indexOf('@');
    boolean one =
        space > 0 && text.indexOf(' ', space + 1) < 0 && at > space && at == text.lastIndexOf('@');
    if (!one) {
      return "";
    }
    String word = text.substring(0, space);
    boolean mark = word.length() > 2 && word.equals(word.toUpperCase(Locale.ROOT));
    boolean shouted = text.equals(text.toUpperCase(Locale.ROOT));
    return mark && !shouted ? "" : word + "." + text.substring(space + 1); // NPAI jean@free.fr
  }
}
