package io.limpide.server.party;

import io.limpide.engine.text.Fold;
import io.limpide.server.account.Caller;
import io.limpide.server.account.Mask;
import io.limpide.server.account.Visibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which parties are meant: what the chips above a list show, what a figure opens, what a bulk
 * action is about. It reads from and writes to the query of an address, so it can be kept and sent.
 *
 * @param text parts of names, e-mails, numbers; all must be there
 * @param kind {@code person}, {@code company} or {@code establishment}; all when empty
 * @param mark the number of something said of them; 0 for any
 * @param source the source of the leading record; 0 for any
 * @param run the run that brought or changed them; 0 for any
 * @param owner the account that owns them; 0 for any, -1 for none
 * @param stage the step of qualification; any when empty
 * @param siren the company
 * @param below only those that score below, 0 to 101; 101 for any
 * @param field with {@code filled}: a field that is filled, or not
 * @param filled {@code yes} or {@code no}; empty without {@code field}
 * @param cameIn how their values came in
 * @param segment only those in this segment; 0 for all
 */
public record PartyFilter(
    String text,
    String kind,
    int mark,
    long source,
    long run,
    long owner,
    String stage,
    String siren,
    int below,
    String field,
    String filled,
    CameIn cameIn,
    long segment) {
  /** Every party. */
  public static final PartyFilter ALL = of(Map.of());

  private static final int LONGEST_TEXT = 200;

  /** Reads a filter from the parameters of a request; what is not understood is left out. */
  public static PartyFilter of(Map<String, String> parameters) {
    String text = parameters.getOrDefault("q", "").strip();
    return new PartyFilter(
        text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text,
        oneOf(parameters.getOrDefault("kind", ""), "person", "company", "establishment"),
        (int) number(parameters.get("mark"), 0),
        number(parameters.get("source"), 0),
        number(parameters.get("run"), 0),
        number(parameters.get("owner"), 0),
        parameters.getOrDefault("stage", ""),
        parameters.getOrDefault("siren", "").replaceAll("\\D", ""),
        (int) Math.max(0, Math.min(101, number(parameters.get("below"), 101))),
        parameters.getOrDefault("field", ""),
        oneOf(parameters.getOrDefault("filled", ""), "yes", "no"),
        CameIn.of(parameters),
        number(parameters.get("segment"), 0));
  }

  /**
   * Reads the query of a list's address, such as {@code ?kind=person}.
   *
   * @throws ResponseStatusException 400 for what is none: it must not come to mean everybody
   */
  public static PartyFilter ofQuery(String query) {
    if (!query.isEmpty() && !query.startsWith("?")) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    Map<String, String> parameters =
        UriComponentsBuilder.fromUriString("/" + query).build().getQueryParams().toSingleValueMap();
    parameters.replaceAll(
        (name, value) ->
            value == null
                ? ""
                : java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8));
    return of(parameters);
  }

  private static String oneOf(String value, String... possible) {
    return List.of(possible).contains(value) ? value : "";
  }

  static long number(@org.jspecify.annotations.Nullable String text, long otherwise) {
    try {
      return text == null || text.isEmpty() ? otherwise : Long.parseLong(text);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** Returns the filter as parameters, those that say something only. */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    put(parameters, "q", text, "");
    put(parameters, "kind", kind, "");
    put(parameters, "mark", String.valueOf(mark), "0");
    put(parameters, "source", String.valueOf(source), "0");
    put(parameters, "run", String.valueOf(run), "0");
    put(parameters, "owner", String.valueOf(owner), "0");
    put(parameters, "stage", stage, "");
    put(parameters, "siren", siren, "");
    put(parameters, "below", String.valueOf(below), "101");
    put(parameters, "field", field, "");
    put(parameters, "filled", filled, "");
    parameters.putAll(cameIn.parameters());
    put(parameters, "segment", String.valueOf(segment), "0");
    return parameters;
  }

  /** Returns the same filter of another segment; of none for 0. */
  PartyFilter segment(long other) {
    Map<String, String> parameters = parameters();
    parameters.remove("segment");
    put(parameters, "segment", String.valueOf(other), "0");
    return of(parameters);
  }

  /**
   * Returns the one filter that means whoever this one and another mean; empty where they ask
   * different things of the same part, which no one filter says.
   */
  Optional<PartyFilter> and(PartyFilter other) {
    Map<String, String> both = parameters();
    for (Map.Entry<String, String> one : other.parameters().entrySet()) {
      String same = both.putIfAbsent(one.getKey(), one.getValue());
      if (same != null && !same.equals(one.getValue())) {
        return Optional.empty();
      }
    }
    boolean mixed = // of two such parts each is one question
        !cameIn.isAnyhow() && !other.cameIn.isAnyhow() && !cameIn.equals(other.cameIn);
    boolean crossed = !field.isEmpty() && !other.field.isEmpty() && !filled.equals(other.filled);
    return mixed || crossed ? Optional.empty() : Optional.of(of(both));
  }

  static void put(Map<String, String> parameters, String name, String value, String nothing) {
    if (!value.equals(nothing)) {
      parameters.put(name, value);
    }
  }

  /** Returns whether every party is meant. */
  public boolean isEmpty() {
    return parameters().isEmpty();
  }

  /** A condition in SQL over {@code party p}, and its values by name. */
  public record Sql(String condition, Map<String, Object> values) {
    private static final Pattern NAME = Pattern.compile("(?<!:):([a-z]\\w*)");

    /** Returns the same with other names, to stand beside another one. */
    public Sql named(String prefix) {
      Map<String, Object> renamed = new LinkedHashMap<>();
      values.forEach((name, value) -> renamed.put(prefix + name, value));
      return new Sql(NAME.matcher(condition).replaceAll(":" + prefix + "$1"), renamed);
    }
  }

  /**
   * Returns the filter as SQL, narrowed to what somebody may see.
   *
   * @param by whose view it is; everything for the server itself
   * @param mask what is seen only in part: nobody is found by it
   * @param database where the segment stands, and what the ways in are numbered by
   */
  Sql sql(Optional<Caller> by, Mask mask, JdbcClient database) {
    List<String> parts = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    by.ifPresent(caller -> Visibility.narrow(caller, parts, values));
    words(parts, values, mask);
    add(parts, values, !kind.isEmpty(), "p.kind = :kind", "kind", kind);
    add(parts, values, mark != 0, "p.marks @> array[:mark]::integer[]", "mark", mark);
    add(parts, values, source != 0, "p.source_id = :source", "source", source);
    add(parts, values, owner > 0, "p.owner_id = :owner", "owner", owner);
    if (owner < 0) {
      parts.add("p.owner_id is null");
    }
    add(parts, values, !stage.isEmpty(), "p.stage = :stage", "stage", stage);
    add(parts, values, !siren.isEmpty(), "p.siren = :siren and p.siren <> ''", "siren", siren);
    add(parts, values, below < 101, "p.score < :below", "below", below);
    add(
        parts,
        values,
        run != 0,
        """
        (p.id in (select r.party_id from record_version v join record r on r.id = v.record_id
            where v.run_id = :run)
          or p.id in (select c.party_id from change c where c.run_id = :run))
        """,
        "run",
        run);
    if (!field.isEmpty() && !filled.isEmpty()) {
      add(
          parts,
          values,
          true,
          filled.equals("yes")
              ? "jsonb_exists(p.golden, :field)"
              : "not jsonb_exists(p.golden, :field)",
          "field",
          field);
    }
    if (!cameIn.isAnyhow()) {
      Integer[] faults = cameIn.faults(mark, database);
      add(parts, values, true, "p.faults && :faults::integer[]", "faults", faults);
    }
    if (segment != 0) {
      Sql whole =
          Segments.find(segment, database)
              .map(known -> known.filter().whole(database).named("segment_"))
              .orElse(new Sql("false", Map.of())); // it was deleted: nobody is in it
      parts.add("(" + whole.condition() + ")");
      values.putAll(whole.values());
    }
    return new Sql(parts.isEmpty() ? "true" : String.join(" and ", parts), values);
  }

  /** Returns the filter as SQL for the server itself, who sees everything. */
  public Sql whole(JdbcClient database) {
    return sql(Optional.empty(), Mask.NONE, database);
  }

  /** Returns whether few may be meant of whom no index that a list is sorted by knows. */
  boolean isPicked() {
    return !text.isEmpty() || !cameIn.isAnyhow() || segment != 0;
  }

  static void add(
      List<String> parts,
      Map<String, Object> values,
      boolean says,
      String condition,
      String name,
      Object value) {
    if (says) {
      parts.add(condition);
      values.put(name, value);
    }
  }

  /** Returns whether there is text that the trigram index cannot help with: one or two letters. */
  private static boolean isShort(List<String> words) {
    return words.stream().allMatch(word -> word.length() < 3);
  }

  private void words(List<String> parts, Map<String, Object> values, Mask mask) {
    List<String> found = found(values, mask);
    if (!found.isEmpty()) {
      parts.add(SearchText.found(String.join(" and ", found)));
    } else if (!text.isEmpty()) {
      parts.add("false"); // nothing but signs: nobody is called so
    }
  }

  /** Returns the conditions over {@code party_text t} that the words make. */
  private List<String> found(Map<String, Object> values, Mask mask) {
    List<String> words = searched();
    List<String> found = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      String name = "word" + at;
      if (at == 0 && isShort(words)) {
        found.add("t.sort_key like :" + name); // an index of its own: the beginning of the name
        values.put(name, SearchText.beginning(words.get(at)));
      } else {
        found.add(SearchText.contains(name, mask));
        values.put(name, SearchText.part(words.get(at)));
      }
    }
    return found;
  }

  /**
   * Returns the filter as SQL over {@code party_text t} alone, where it asks for nothing but text
   * and whoever asks sees everybody: such a search needs no look at the parties it leaves out.
   */
  Optional<Sql> textAlone(Caller by, Mask mask) {
    List<String> narrowed = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    Visibility.narrow(by, narrowed, values);
    List<String> found = found(values, mask);
    return found.isEmpty() || !narrowed.isEmpty() || parameters().size() > 1
        ? Optional.empty()
        : Optional.of(new Sql(String.join(" and ", found), values));
  }

  /** A number is looked for without its spaces and signs, a French one without its country. */
  private List<String> searched() {
    if (text.isEmpty()) {
      return List.of();
    }
    if (text.matches("[+0-9 .()/\\u00a0\\u202f-]{3,}")) {
      String digits = text.replaceAll("\\D", "");
      if (digits.startsWith("0033")) {
        digits = digits.substring(4);
      } else if (text.startsWith("+33")) {
        digits = digits.substring(2);
      }
      return digits.isEmpty() ? List.of() : List.of(digits);
    }
    List<String> words = new ArrayList<>();
    for (String word : text.split("\\s+", 8)) {
      String folded =
          word.indexOf('@') >= 0 || word.indexOf('.') >= 0
              ? Fold.accents(word).toLowerCase(java.util.Locale.ROOT)
              : Fold.words(word);
      for (String part : folded.split(" ", -1)) {
        if (!part.isEmpty()) {
          words.add(part);
        }
      }
    }
    return words.stream().distinct().limit(8).toList();
  }
}
