package io.limpide.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * A page of a list.
 *
 * @param next where the next page is; not there on the last
 */
public record Paged<T>(List<T> items, @Nullable String next) {
  /** The most items of a page. */
  public static final int MOST = 200;

  private static final int USUAL = 50;

  public Paged {
    items = List.copyOf(items);
  }

  /** Returns how many items a page is to have. */
  public static int limit(@Nullable Integer limit) {
    if (limit == null) {
      return USUAL;
    }
    if (limit < 1 || limit > MOST) {
      throw Problem.parameter("limit", "range", 1, MOST);
    }
    return limit;
  }

  /** Returns a number after which a page begins; 0 for the first. */
  public static long after(@Nullable String after) {
    if (after == null || after.isEmpty()) {
      return 0;
    }
    try {
      return Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw Problem.parameter("after", "cursor");
    }
  }

  /** Returns a whole list as a page. */
  public static <T> Paged<T> whole(List<T> items) {
    return new Paged<>(items, null);
  }

  /**
   * Returns a page of what was found, which was one more than a page has where there is a next.
   *
   * @param most how many a page has
   * @param key by which the next page begins after an item
   * @param json an item as callers read it
   */
  public static <F, T> ResponseEntity<Paged<T>> of(
      List<F> found,
      int most,
      Function<F, ?> key,
      Function<F, T> json,
      HttpServletRequest request) {
    boolean more = found.size() > most;
    return of(
        found.stream().limit(most).map(json).toList(),
        more ? Optional.of(String.valueOf(key.apply(found.get(most - 1)))) : Optional.empty(),
        request);
  }

  /**
   * Returns a page as an answer, with the address of the next in it and beside it.
   *
   * @param after what the next page begins after; empty on the last
   */
  public static <T> ResponseEntity<Paged<T>> of(
      List<T> items, Optional<String> after, HttpServletRequest request) {
    if (after.isEmpty()) {
      return ResponseEntity.ok(new Paged<>(items, null));
    }
    StringBuilder next = new StringBuilder(request.getRequestURI());
    char before = '?';
    for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
      if (!parameter.getKey().equals("after")) {
        for (String value : parameter.getValue()) {
          next.append(before).append(encoded(parameter.getKey()));
          next.append('=').append(encoded(value));
          before = '&';
        }
      }
    }
    next.append(before).append("after=").append(encoded(after.get()));
    return ResponseEntity.ok()
        .header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"")
        .body(new Paged<>(items, next.toString()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
