package io.limpide.server.api;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Versions as tags of answers, so that no change goes on top of one that was not seen. */
public final class Versions {
  private static final Pattern TAG = Pattern.compile("\"([0-9]{1,9})\"");

  /** Stands for whatever version there is, for a page that names none. */
  public static final int ANY = 0;

  private Versions() {}

  /** Returns the tag of a version. */
  public static String tag(int version) {
    return "\"" + version + "\"";
  }

  /** Returns an answer with its version. */
  public static <T> ResponseEntity<T> answer(T body, int version) {
    return ResponseEntity.ok().eTag(tag(version)).body(body);
  }

  /** Returns an answer with what was made, where it is and its version. */
  public static <T> ResponseEntity<T> created(String path, T body, int version) {
    return ResponseEntity.created(URI.create(path)).eTag(tag(version)).body(body);
  }

  /**
   * Returns the version that a change was made on.
   *
   * @param ifMatch the header; without it the change is refused
   */
  public static int seen(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Problem.of(428, "if_match_missing");
    }
    Matcher tag = TAG.matcher(ifMatch.strip());
    if (!tag.matches()) {
      throw Problem.changed(); // a tag that we never gave is of no version
    }
    return Integer.parseInt(tag.group(1));
  }

  /** Refuses a change that was not made on the present version. */
  public static void check(@Nullable String ifMatch, int version) {
    if (seen(ifMatch) != version) {
      throw Problem.changed();
    }
  }
}
