package io.limpide.server.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest by which damage is known. */
final class Digests {
  private Digests() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
