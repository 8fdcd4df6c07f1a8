package io.limpide.connect;

import io.limpide.engine.finding.Remark;
import java.util.List;
import java.util.Optional;

/**
 * A source cannot be read at all: empty, binary, encrypted, a bomb ... The wording is in the
 * message bundle of this package under {@code unreadable.<code>}: it names place, value and way
 * out.
 */
public final class UnreadableSourceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final List<String> arguments;
  private final transient Optional<Remark> why;

  /**
   * @param code the end of the message's key
   * @param arguments for the wording, the source's name first; never personal data
   */
  public UnreadableSourceException(String code, String... arguments) {
    this(code, Optional.empty(), List.of(arguments));
  }

  private UnreadableSourceException(String code, Optional<Remark> why, List<String> arguments) {
    super(code + " " + arguments);
    this.code = code;
    this.why = why;
    this.arguments = arguments;
  }

  /** Every record of a source was rejected; the first stands for all. */
  static UnreadableSourceException allRejected(String name, List<Rejection> rejections) {
    Rejection first = rejections.get(0);
    return new UnreadableSourceException(
        "all_rejected",
        Optional.of(first.why()),
        List.of(name, String.valueOf(rejections.size()), String.valueOf(first.row())));
  }

  /** Returns the end of the message's key. */
  public String code() {
    return code;
  }

  /** Returns what the wording is filled with, before the words of {@link #why()}. */
  public List<String> arguments() {
    return arguments;
  }

  /** Returns why the record that stands for all was rejected. */
  public Optional<Remark> why() {
    return why;
  }
}
