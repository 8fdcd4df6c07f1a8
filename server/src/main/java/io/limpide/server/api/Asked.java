package io.limpide.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parameters of an address: one that a call does not have would seem to do something. */
public final class Asked {
  private Asked() {}

  /** Refuses parameters that the call does not have. */
  public static void only(HttpServletRequest request, Set<String> known) {
    for (String name : request.getParameterMap().keySet()) {
      if (!known.contains(name)) {
        throw Problem.parameter(
            name.length() > 100 ? name.substring(0, 100) : name,
            "unknown_parameter",
            String.join(", ", known.stream().sorted().toList()));
      }
    }
  }

  /** Returns one of several words. */
  public static String word(String name, @Nullable String value, String otherwise, Set<String> of) {
    if (value == null || value.isEmpty()) {
      return otherwise;
    }
    if (!of.contains(value)) {
      throw Problem.parameter(name, "one_of", String.join(", ", of.stream().sorted().toList()));
    }
    return value;
  }
}
