package io.limpide.server.account;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codes that stand in for a second factor that was lost, each once. */
@Repository
class RecoveryCodes {
  static final int COUNT = 10;

  private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"; // none that looks alike
  private static final int LENGTH = 16; // 31^16, some 79 bits: digests need no salt of their own
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient database;

  RecoveryCodes(JdbcClient database) {
    this.database = database;
  }

  /** Makes new codes, in place of those there were; only their digests are kept. */
  List<String> renew(long account) {
    forget(account);
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      String code = random();
      codes.add(code);
      database
          .sql("insert into recovery_code (account_id, digest) values (?, ?)")
          .params(account, digest(code))
          .update();
    }
    return codes;
  }

  /** Uses a code up; returns whether it held. */
  boolean use(long account, String code) {
    return database
            .sql(
                """
                update recovery_code set used_at = now()
                where account_id = ? and digest = ? and used_at is null
                """)
            .params(account, digest(code))
            .update()
        == 1;
  }

  /** Returns how many codes are left. */
  int left(long account) {
    return database
        .sql("select count(*) from recovery_code where account_id = ? and used_at is null")
        .param(account)
        .query(Integer.class)
        .single();
  }

  void forget(long account) {
    database.sql("delete from recovery_code where account_id = ?").param(account).update();
  }

  private static String random() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(i > 0 && i % GROUP == 0 ? "-" : "")
          .append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return code.toString();
  }

  /** However it was typed: with or without dashes, spaces and capitals. */
  private static byte[] digest(String code) {
    return Secrets.digest("recovery:" + code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
  }
}
