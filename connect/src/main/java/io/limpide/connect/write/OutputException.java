package io.limpide.connect.write;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Results cannot be written. The wording is in the message bundle of this package under {@code
 * output.<code>}: it names place and way out.
 */
public final class OutputException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final List<String> arguments;

  /**
   * @param code the end of the message's key
   * @param cause what the system said, if it did
   * @param arguments for the wording, the path first
   */
  public OutputException(String code, @Nullable IOException cause, String... arguments) {
    super(code + " " + List.of(arguments), cause);
    this.code = code;
    this.arguments = List.of(arguments);
  }

  /** Returns what the system said of a file in our words. */
  public static OutputException of(Path path, IOException cause) {
    if (cause instanceof OutputException known) {
      return known;
    }
    String place = path.toString();
    String said = said(cause);
    String lower = said.toLowerCase(Locale.ROOT);
    if (lower.contains("no space left") || lower.contains("not enough space")) {
      return new OutputException("full", cause, place);
    }
    if (lower.contains("quota")) {
      return new OutputException("quota", cause, place);
    }
    if (lower.contains("too large")) {
      return new OutputException("large", cause, place);
    }
    if (lower.contains("being used by another process")) {
      return new OutputException("busy", cause, place);
    }
    if (cause instanceof AccessDeniedException
        || lower.contains("read-only")
        || lower.contains("permission denied")
        || lower.contains("not permitted")) {
      return new OutputException("denied", cause, place);
    }
    return new OutputException("failed", cause, place, said);
  }

  private static String said(IOException cause) {
    String message =
        cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  /** Returns the end of the message's key. */
  public String code() {
    return code;
  }

  /** Returns what the wording is filled with. */
  public List<String> arguments() {
    return arguments;
  }
}
