package io.limpide.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Third-party data beside the project's folder, in {@code ../shared}: not part of the product.
 * Tests that need it are skipped, and say so, where it is absent.
 */
public final class Shared {
  private Shared() {}

  /** Returns a file or folder below {@code ../shared}; skips the test when it is not there. */
  public static Path path(String relative) {
    // Maven runs the tests of a module in the module's folder.
    Path path = Path.of("..", "..", "shared").resolve(relative);
    assumeTrue(Files.exists(path), () -> "skipped: no ../shared/" + relative + " here");
    return path;
  }
}
