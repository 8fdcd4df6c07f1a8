package io.limpide.engine.standardize.email;

import io.limpide.engine.reference.EmailDomains;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Guesses which domain was meant by one that few have: a frequent provider, or a domain that is
 * frequent in the same column, one slip away (two for long ones).
 *
 * <p>A domain is not doubted when it is known to exist, or when the column holds it often enough
 * for a company's own, measured against the one it resembles.
 */
final class DomainGuess {
  /** What was guessed. */
  record Guess(String domain, double confidence) {}

  private record Candidate(String domain, long mask, int rows) {}

  private static final int OFTEN = 3;
  private static final int FREQUENT_IN_COLUMN = 20;
  private static final int MOST_CANDIDATES_OF_COLUMN = 200;

  /** A slip is at most this share as frequent as what was meant. */
  private static final int RARER = 500;

  private final List<Candidate> candidates = new ArrayList<>();
  private final Dictionary domains = new Dictionary();
  private int[] rows = new int[64];
  private final Map<String, Optional<Guess>> known = new ConcurrentHashMap<>();

  DomainGuess(Column column) {
    count(column);
    Set<String> taken = new HashSet<>();
    for (String provider : EmailDomains.frequentProviders()) {
      candidates.add(candidate(provider));
      taken.add(provider);
    }
    List<Candidate> frequent = new ArrayList<>();
    for (int code = 1; code < domains.size(); code++) {
      if (rows[code] >= FREQUENT_IN_COLUMN) {
        String domain = domains.value(code);
        if (domain.length() >= 8 && taken.add(domain)) {
          frequent.add(candidate(domain));
        }
      }
    }
    frequent.sort(
        (a, b) ->
            a.rows != b.rows ? Integer.compare(b.rows, a.rows) : a.domain.compareTo(b.domain));
    candidates.addAll(frequent.subList(0, Math.min(frequent.size(), MOST_CANDIDATES_OF_COLUMN)));
  }

  private Candidate candidate(String domain) {
    return new Candidate(domain, KeyboardDistance.mask(domain), rows(domain));
  }

  /** Counts the rows of each domain, by bytes: no text is made for a million addresses. */
  private void count(Column column) {
    int[] counts = column.counts();
    Dictionary values = column.dictionary();
    byte[] bytes = new byte[256];
    for (int code = 1; code < values.size(); code++) {
      int length = values.length(code);
      if (length > 254) {
        continue;
      }
      values.copy(code, bytes, 0);
      int at = length - 1;
      while (at >= 0 && bytes[at] != '@') {
        if (bytes[at] >= 'A' && bytes[at] <= 'Z') {
          bytes[at] = (byte) (bytes[at] + ('a' - 'A'));
        }
        at--;
      }
      if (at < 0 || at == length - 1) {
        continue;
      }
      int domain = domains.encode(bytes, at + 1, length);
      if (domain >= rows.length) {
        rows = java.util.Arrays.copyOf(rows, rows.length * 2);
      }
      rows[domain] += counts[code];
    }
  }

  private int rows(String domain) {
    int code = domains.find(domain);
    return code < 0 ? 0 : rows[code];
  }

  /** Returns what may have been meant by a domain that is lower case and ASCII. */
  Optional<Guess> of(String domain) {
    Optional<Guess> guess = known.get(domain);
    if (guess == null) {
      guess = guess(domain);
      known.put(domain, guess);
    }
    return guess;
  }

  private Optional<Guess> guess(String domain) {
    if (domain.length() < 5
        || domain.length() > 63
        || EmailDomains.isPersonal(domain)
        || EmailDomains.isLookalike(domain)
        || EmailDomains.isDisposable(domain)) {
      return Optional.empty();
    }
    long mask = KeyboardDistance.mask(domain);
    int own = rows(domain);
    Guess best = null;
    for (Candidate candidate : candidates) {
      int most = candidate.domain.length() >= 9 ? 2 : 1;
      if (Math.abs(candidate.domain.length() - domain.length()) > most
          || Long.bitCount(mask ^ candidate.mask) > 2 * most
          || candidate.domain.equals(domain)
          || own >= Math.max(OFTEN, candidate.rows / RARER)) {
        continue;
      }
      int cost = KeyboardDistance.cost(domain, candidate.domain, most);
      double confidence = confidence(domain, candidate.domain, cost);
      if (confidence >= 0.6 && (best == null || confidence > best.confidence)) {
        best = new Guess(candidate.domain, confidence);
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * Returns how sure a guess is. A long name leaves fewer other words that near, so it is surer; a
   * difference in the top-level domain alone usually is another company ({@code sky.com}, {@code
   * sky.fr}).
   */
  private static double confidence(String typed, String meant, int cost) {
    if (cost > 2 * KeyboardDistance.UNLIKELY) {
      return 0;
    }
    int dot = meant.lastIndexOf('.');
    int name = meant.indexOf('.');
    int typedDot = typed.lastIndexOf('.');
    boolean sameName = typed.substring(0, Math.max(0, typedDot)).equals(meant.substring(0, dot));
    String topLevel = typed.substring(typedDot + 1);
    boolean exists = typedDot > 0 && EmailDomains.isTopLevel(topLevel);
    if (sameName && exists) {
      return 0;
    }
    if (exists && !topLevel.equals(meant.substring(dot + 1))) {
      return 0;
    }
    double base = name >= 8 ? 0.95 : name >= 6 ? 0.9 : name >= 5 ? 0.8 : name >= 4 ? 0.65 : 0.5;
    double perCost =
        cost <= KeyboardDistance.LIKELY ? 0 : cost == 3 ? 0.1 : cost == 4 ? 0.15 : 0.25;
    return exists ? base - perCost : Math.min(0.97, base + 0.05 - perCost / 2);
  }
}
