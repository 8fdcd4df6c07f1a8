package io.limpide.server.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a call is refused (RFC 9457). Its code names two texts: {@code problem.<code>} says what is
 * the matter, {@code problem.<code>.way_out} what to do about it.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final transient List<Object> arguments;
  private final transient List<FieldError> errors;
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  /**
   * What is wrong with one part of what was sent.
   *
   * @param field where, such as {@code values.email}
   * @param code of the text {@code problem.field.<code>}, or of one that pages use as well
   * @param arguments for the text; never values that were sent
   */
  public record FieldError(String field, String code, List<Object> arguments) {
    public FieldError {
      arguments = List.copyOf(arguments);
    }

    /** Returns what is wrong with a field. */
    public static FieldError of(String field, String code, Object... arguments) {
      return new FieldError(field, code, List.of(arguments));
    }
  }

  private Problem(int status, String code, List<Object> arguments, List<FieldError> errors) {
    super(code, null, false, false); // an answer, not a fault: nobody reads its trace
    this.status = status;
    this.code = code;
    this.arguments = List.copyOf(arguments);
    this.errors = List.copyOf(errors);
  }

  /** Returns a problem. */
  public static Problem of(int status, String code, Object... arguments) {
    return new Problem(status, code, List.of(arguments), List.of());
  }

  /** Returns the problem of whatever is not there, or not the caller's to see: the same answer. */
  public static Problem notFound() {
    return of(404, "not_found");
  }

  /** Returns the problem of a change on top of one that was not seen. */
  public static Problem changed() {
    return of(412, "changed");
  }

  /** Returns the problem of content that can be read, but not be. */
  public static Problem invalid(List<FieldError> errors) {
    return new Problem(422, "validation", List.of(), errors);
  }

  /** Returns the problem of content that cannot be, for reasons of what it is about. */
  public static Problem invalid(String problem, List<FieldError> errors) {
    return new Problem(422, problem, List.of(), errors);
  }

  /** Returns the problem of one field that cannot be as it was sent. */
  public static Problem invalid(String field, String code, Object... arguments) {
    return invalid(List.of(FieldError.of(field, code, arguments)));
  }

  /** Returns the problem of a parameter of the address. */
  public static Problem parameter(String name, String code, Object... arguments) {
    return new Problem(
        400, "invalid_parameter", List.of(), List.of(FieldError.of(name, code, arguments)));
  }

  /** Returns the problem of a body that is not made as described. */
  static Problem body(String code, List<FieldError> errors) {
    return new Problem(400, code, List.of(), errors);
  }

  /** Returns the same problem with a header of the answer. */
  Problem with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  /** Returns the same problem with its fields under a place, such as {@code items[3]}. */
  Problem under(String place) {
    List<FieldError> moved = new ArrayList<>();
    for (FieldError error : errors) {
      moved.add(
          new FieldError(
              error.field().isEmpty() ? place : place + "." + error.field(),
              error.code(),
              error.arguments()));
    }
    return new Problem(status, code, arguments, moved);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  List<Object> arguments() {
    return arguments;
  }

  List<FieldError> errors() {
    return errors;
  }

  Map<String, String> headers() {
    return headers;
  }
}
