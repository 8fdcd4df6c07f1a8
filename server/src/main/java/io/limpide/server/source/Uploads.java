package io.limpide.server.source;

import io.limpide.server.account.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files as people sent them, kept in the database under ids of ours: whichever server carries out
 * an import finds them, and no name of theirs is ever a path.
 */
@Repository
public class Uploads {
  private static final int CHUNK = 1 << 20;
  private static final int LONGEST_NAME = 200;

  private final JdbcClient database;

  Uploads(JdbcClient database) {
    this.database = database;
  }

  /** A file that was sent. */
  public record Upload(UUID id, String name, long size) {}

  /**
   * Keeps a file, whole or not at all.
   *
   * @param by who sent it; null when it was found in the inbox
   */
  @Transactional(timeout = 600)
  public Upload keep(@Nullable String name, InputStream content, @Nullable Caller by)
      throws IOException {
    String shown = shown(name);
    UUID id =
        database
            .sql("insert into upload (name, account_id) values (?, ?) returning id")
            .params(java.util.Arrays.asList(shown, by == null ? null : by.id()))
            .query(UUID.class)
            .single();
    MessageDigest digest = sha256();
    long size = 0;
    try (DigestInputStream in = new DigestInputStream(content, digest)) {
      int number = 0;
      for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
        database
            .sql("insert into upload_chunk (upload_id, number, bytes) values (?, ?, ?)")
            .params(id, number++, chunk)
            .update();
        size += chunk.length;
      }
    }
    database
        .sql("update upload set size = ?, sha256 = ? where id = ?")
        .params(size, digest.digest(), id)
        .update();
    return new Upload(id, shown, size);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** The last part of a name, without what cannot be shown; some browsers send whole paths. */
  static String shown(@Nullable String name) {
    String given = name == null ? "" : name;
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("[\\p{Cntrl}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069]", "").strip();
    String cut = clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) : clean;
    return cut.isEmpty() ? "file" : cut;
  }

  /** Returns a file of that id. */
  public Optional<Upload> find(UUID id) {
    return database
        .sql("select id, name, size from upload where id = ?")
        .param(id)
        .query(Upload.class)
        .optional();
  }

  /** Opens a file; the caller closes. */
  public InputStream open(UUID id) {
    return new Chunks(id);
  }

  private final class Chunks extends InputStream {
    private final UUID id;
    private byte[] chunk = new byte[0];
    private int at;
    private int next;

    Chunks(UUID id) {
      this.id = id;
    }

    private boolean fill() {
      while (at == chunk.length) {
        Optional<byte[]> more =
            database
                .sql("select bytes from upload_chunk where upload_id = ? and number = ?")
                .params(id, next)
                .query(byte[].class)
                .optional();
        if (more.isEmpty()) {
          return false;
        }
        chunk = more.get();
        at = 0;
        next++;
      }
      return true;
    }

    @Override
    public int read() {
      return fill() ? chunk[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) {
      if (most == 0) {
        return 0;
      }
      if (!fill()) {
        return -1;
      }
      int length = Math.min(most, chunk.length - at);
      System.arraycopy(chunk, at, into, from, length);
      at += length;
      return length;
    }
  }
}
