package io.limpide.server.api;

import io.limpide.engine.message.Messages;
import io.limpide.server.web.Texts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A problem as callers read it.
 *
 * @param type by which programs know it
 * @param title what is the matter
 * @param detail the way out
 * @param errors what is wrong where, if there are several things
 */
@Schema(name = "Problem")
public record ProblemJson(
    @Schema(example = "urn:limpide:problem:validation") String type,
    @Schema(example = "Something in it cannot be") String title,
    @Schema(example = "422") int status,
    @Schema(example = "Nothing was changed. Correct what is named and send it again.")
        String detail,
    @Nullable List<FieldJson> errors) {
  /** The beginning of every type. */
  static final String TYPE = "urn:limpide:problem:";

  /** What is wrong with one part of what was sent. */
  @Schema(name = "ProblemError")
  public record FieldJson(
      @Schema(example = "values.emial") String field,
      @Schema(example = "unknown_field") String code,
      @Schema(example = "There is no field of this name.") String detail) {}

  /** What pages say, too, is said by the same text. */
  private static String text(String code, Messages words) {
    String own = "problem.field." + code;
    return words.has(own) ? own : code;
  }

  /** Returns a problem in words. */
  static ProblemJson of(Problem problem, Locale locale) {
    Messages words = Texts.of(locale);
    Object[] arguments = problem.arguments().toArray();
    return new ProblemJson(
        TYPE + problem.code(),
        words.text("problem." + problem.code(), arguments),
        problem.status(),
        words.text("problem." + problem.code() + ".way_out", arguments),
        problem.errors().isEmpty()
            ? null
            : problem.errors().stream()
                .map(
                    error ->
                        new FieldJson(
                            error.field(),
                            error.code(),
                            words.text(text(error.code(), words), error.arguments().toArray())))
                .toList());
  }
}
