package io.limpide.server.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords. Source: RFC 6238, with SHA-1, six digits and steps of 30 s. */
final class Totp {
  private static final int STEP_SECONDS = 30;
  private static final int DIGITS = 1_000_000;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"; // RFC 4648, section 6

  private Totp() {}

  /**
   * Returns the time step whose code was given: the current one or a neighbour, for clocks differ;
   * nothing if it is none of them or was used before.
   *
   * @param used the last time step whose code was taken
   */
  static OptionalLong step(byte[] secret, String code, Instant now, long used) {
    long current = now.getEpochSecond() / STEP_SECONDS;
    for (long step = current - 1; step <= current + 1; step++) {
      boolean same =
          MessageDigest.isEqual(
              code(secret, step).getBytes(StandardCharsets.US_ASCII),
              code.strip().getBytes(StandardCharsets.UTF_8));
      if (same && step > used) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  /** Returns the code of a time step. */
  static String code(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
      return String.format(Locale.ROOT, "%06d", number % DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** Returns the secret as people copy it into their application. */
  static String base32(byte[] secret) {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte each : secret) {
      bits = bits << 8 | (each & 0xff);
      for (held += 8; held >= 5; held -= 5) {
        text.append(BASE32.charAt(bits >> (held - 5) & 31));
      }
      bits &= (1 << held) - 1;
    }
    if (held > 0) {
      text.append(BASE32.charAt(bits << (5 - held) & 31));
    }
    return text.toString();
  }
}
