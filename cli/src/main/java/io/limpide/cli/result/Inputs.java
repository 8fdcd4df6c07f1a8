package io.limpide.cli.result;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What a run read, so that it can be read again.
 *
 * @param files the paths as they were given, absolute; {@code -} for standard input
 * @param digests SHA-256 of each, in hexadecimal; empty for standard input
 * @param said what was said about reading them, by option
 */
public record Inputs(List<String> files, List<String> digests, Map<String, String> said) {
  public Inputs {
    files = List.copyOf(files);
    digests = List.copyOf(digests);
    said = Map.copyOf(said);
  }

  /** Notes the inputs of a run. */
  public static Inputs of(List<String> inputs, Map<String, String> said) throws IOException {
    List<String> files = new ArrayList<>();
    List<String> digests = new ArrayList<>();
    for (String input : inputs) {
      boolean file = !input.equals("-") && Files.isRegularFile(Path.of(input));
      files.add(input.equals("-") ? input : Path.of(input).toAbsolutePath().normalize().toString());
      digests.add(file ? digest(Path.of(input)) : "");
    }
    return new Inputs(files, digests, said);
  }

  /** Returns the inputs that are files. */
  public static List<Path> files(List<String> inputs) {
    return inputs.stream().filter(input -> !input.equals("-")).map(Path::of).toList();
  }

  /** Returns the SHA-256 of a file, in hexadecimal. */
  public static String digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
