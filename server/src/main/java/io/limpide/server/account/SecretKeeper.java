package io.limpide.server.account;

import io.limpide.server.database.DatabaseException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Keeps the secret of the server: the one that the environment names, which is how two servers on
 * one database share it, or else one in the data folder, for its owner alone, made at first use.
 */
@Component
@Lazy(false) // a secret that will not do is told at the start
class SecretKeeper {
  /** The variable that names the secret. */
  static final String VARIABLE = "LIMPIDE_SECRET_KEY";

  /** The setting that names the data folder. */
  static final String DATA = "limpide.data";

  private static final int SHORTEST = 32;
  private static final String FILE = "secret.key";
  private static final Logger LOG = LoggerFactory.getLogger(SecretKeeper.class);

  private final @Nullable String named;
  private final @Nullable String data;
  private @Nullable Sealer sealer;

  SecretKeeper(Environment environment) {
    String text = environment.getProperty(VARIABLE, "").strip();
    if (!text.isEmpty() && text.length() < SHORTEST) {
      throw new DatabaseException("secret_key.short", String.valueOf(SHORTEST));
    }
    this.named = text.isEmpty() ? null : text;
    this.data = environment.getProperty(DATA);
  }

  byte[] seal(byte[] plain, String purpose) {
    return sealer().seal(plain, purpose);
  }

  Optional<byte[]> open(byte[] sealed, String purpose) {
    Optional<byte[]> plain = sealer().open(sealed, purpose);
    if (plain.isEmpty()) {
      LOG.warn(
          "sealed for \"{}\" under another secret, or altered: is {} or {} still the one it was?",
          purpose,
          VARIABLE,
          FILE);
    }
    return plain;
  }

  private synchronized Sealer sealer() {
    if (sealer == null) {
      sealer = new Sealer(named != null ? named : inFolder());
    }
    return sealer;
  }

  private String inFolder() {
    if (data == null) {
      throw new IllegalStateException(DATA + " is not set");
    }
    Path file = Path.of(data).resolve(FILE);
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      String text = Files.readString(file).strip();
      if (text.length() < SHORTEST) {
        throw new DatabaseException("secret_key.file", file.toString());
      }
      return text;
    } catch (IOException e) {
      throw new DatabaseException("secret_key.file", file.toString());
    }
  }

  /** Whole or not at all: a secret cut short by a crash would lock everybody out. */
  private static void make(Path file) throws IOException {
    Path made = file.resolveSibling(FILE + ".new");
    Files.deleteIfExists(made);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          made, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(made, Secrets.random() + "\n");
    try {
      Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException e) {
      Files.deleteIfExists(made);
    }
  }
}
