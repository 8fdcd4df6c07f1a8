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

  private record Candidate(String domain, String topLevel, long mask, int rows) {
    /** A slip is at most this share as frequent as what was meant. */
    private static final int RARER = 500;

    int most() {
      return domain.length() >= 9 ? 2 : 1;
    }

    boolean isFarMoreFrequentThan(int others) {
      return others < Math.max(OFTEN, rows / RARER);
    }
  }

  private static final int OFTEN = 3;
  private static final int FREQUENT_IN_COLUMN = 20;
  private static final int MOST_CANDIDATES_OF_COLUMN = 200;

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
    return new Candidate(domain, topLevel(domain), KeyboardDistance.mask(domain), rows(domain));
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
    String topLevel = topLevel(domain);
    boolean exists = EmailDomains.isTopLevel(topLevel);
    long mask = KeyboardDistance.mask(domain);
    int own = rows(domain);
    Guess best = null;
    for (Candidate candidate : candidates) {
      int most = candidate.most();
      if (Math.abs(candidate.domain.length() - domain.length()) > most
          || Long.bitCount(mask ^ candidate.mask) > 2 * most
          // Another top-level domain that exists usually is another company: sky.com, sky.fr.
          || (exists && !topLevel.equals(candidate.topLevel))
          || candidate.domain.equals(domain)
          || !candidate.isFarMoreFrequentThan(own)) {
        continue;
      }
      int cost = KeyboardDistance.cost(domain, candidate.domain, most);
      double confidence = confidence(candidate.domain, exists, cost);
      if (confidence >= 0.6 && (best == null || confidence > best.confidence)) {
        best = new Guess(candidate.domain, confidence);
      }
    }
    return Optional.ofNullable(best);
  }

  /** Returns what follows the last dot; empty when there is none, or nothing before it. */
  private static String topLevel(String domain) {
    int dot = domain.lastIndexOf('.');
    return dot > 0 ? domain.substring(dot + 1) : "";
  }

  /**
   * Returns how sure a guess is. A long name leaves fewer other words that near, so it is surer.
   */
  private static double confidence(String meant, boolean exists, int cost) {
    if (cost > 2 * KeyboardDistance.UNLIKELY) {
      return 0;
    }
    int name = meant.indexOf('.');
    double base = name >= 8 ? 0.95 : name >= 6 ? 0.9 : name >= 5 ? 0.8 : name >= 4 ? 0.65 : 0.5;
    double perCost =
        cost <= KeyboardDistance.LIKELY ? 0 : cost == 3 ? 0.1 : cost == 4 ? 0.15 : 0.25;
    return exists ? base - perCost : Math.min(0.97, base + 0.05 - perCost / 2);
  }
}
