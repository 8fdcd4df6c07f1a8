package io.limpide.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.Visitor;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecondFactorTest {
  private static final Pattern PENDING = Pattern.compile(">([A-Z2-7]{32})</code>");
  private static final Pattern CODE =
      Pattern.compile("<code>([a-z2-9]{4}(?:-[a-z2-9]{4}){3})</code>");
  private static final String PATH = "/account/second-factor";

  private final Running server = Running.server();

  @AfterEach
  void needs_none() {
    server.owner().sql("delete from setting where name = 'second_factor'").update();
  }

  private static byte[] decoded(String base32) {
    List<Byte> bytes = new ArrayList<>();
    int held = 0;
    int bits = 0;
    for (int at = 0; at < base32.length(); at++) {
      char c = base32.charAt(at);
      bits = bits << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c);
      held += 5;
      if (held >= 8) {
        held -= 8;
        bytes.add((byte) (bits >> held));
      }
    }
    byte[] decoded = new byte[bytes.size()];
    for (int i = 0; i < decoded.length; i++) {
      decoded[i] = bytes.get(i);
    }
    return decoded;
  }

  private static String code(byte[] secret, int later) {
    return Totp.code(secret, Instant.now().getEpochSecond() / 30 + later);
  }

  private static byte[] begun(Visitor visitor) {
    visitor.post(PATH + "/begin", Map.of());
    String page = visitor.get(PATH).body();
    assertThat(page).contains("<svg class=\"qr\"", "otpauth://totp/Limpide:").doesNotContain("??");
    Matcher pending = PENDING.matcher(page);
    assertThat(pending.find()).isTrue();
    return decoded(pending.group(1));
  }

  private static List<String> codes(String page) {
    List<String> codes = new ArrayList<>();
    Matcher code = CODE.matcher(page);
    while (code.find()) {
      codes.add(code.group(1));
    }
    return codes;
  }

  @Test
  void counts_from_the_first_right_code_on_and_gives_recovery_codes_once() {
    long account = People.withPassword(server, Role.STEWARD);
    Visitor visitor = server.signedIn(account);
    Visitor other = server.signedIn(account);
    byte[] secret = begun(visitor);
    String before = visitor.cookies().get("__Host-limpide");

    assertThat(visitor.post(PATH + "/confirm", Map.of("code", "000000")).statusCode())
        .isEqualTo(422);
    assertThat(other.get("/help").statusCode()).isEqualTo(200);
    visitor.get(PATH);
    HttpResponse<String> confirmed =
        visitor.post(PATH + "/confirm", Map.of("code", code(secret, 0)));

    assertThat(visitor.leadsTo(confirmed)).isEqualTo(PATH);
    assertThat(visitor.cookies().get("__Host-limpide")).isNotEqualTo(before);
    assertThat(other.get("/help").statusCode()).isEqualTo(302);
    List<String> codes = codes(visitor.get(PATH).body());
    assertThat(codes).hasSize(RecoveryCodes.COUNT).doesNotHaveDuplicates();
    assertThat(codes(visitor.get(PATH).body())).isEmpty();
    assertThat(kept(account)).doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
    assertThat(People.deeds(server, "account.second_factor_on", account)).isEqualTo(1);

    signsInWith(account, code(secret, 1), true);
    signsInWith(account, code(secret, 1), false); // a code counts once
    signsInWith(account, codes.get(0).replace("-", " ").toUpperCase(java.util.Locale.ROOT), true);
    signsInWith(account, codes.get(0), false);
    assertThat(People.deeds(server, "account.recovery_code", account)).isEqualTo(1);
    assertThat(visitor.get("/account").body()).contains("9 recovery codes are left");
  }

  private String kept(long account) {
    byte[] sealed =
        server
            .owner()
            .sql("select totp_secret from account where id = ?")
            .param(account)
            .query(byte[].class)
            .single();
    return new String(sealed, StandardCharsets.ISO_8859_1);
  }

  private void signsInWith(long account, String code, boolean in) {
    Visitor visitor = People.atTheDoor(server, "192.0.2.1");
    HttpResponse<String> first =
        visitor.post(
            "/sign-in",
            Map.of("login", People.login(server, account), "password", People.PASSWORD));
    assertThat(visitor.leadsTo(first)).isEqualTo("/sign-in/code?to=%2F");
    assertThat(visitor.get("/help").statusCode()).isEqualTo(302); // not yet
    String waiting = visitor.cookies().get("__Host-limpide");
    visitor.get("/sign-in/code");

    HttpResponse<String> second = visitor.post("/sign-in/code", Map.of("code", code));

    assertThat(second.statusCode()).isEqualTo(in ? 302 : 401);
    assertThat(visitor.get("/help").statusCode()).isEqualTo(in ? 200 : 302);
    assertThat(java.util.Objects.equals(visitor.cookies().get("__Host-limpide"), waiting))
        .isEqualTo(!in);
  }

  @Test
  void is_switched_off_by_the_password_alone() {
    long account = People.withPassword(server, Role.STEWARD);
    Visitor visitor = server.signedIn(account);
    byte[] secret = begun(visitor);
    visitor.post(PATH + "/confirm", Map.of("code", code(secret, 0)));
    visitor.get(PATH);

    assertThat(visitor.post(PATH + "/end", Map.of("proof", code(secret, 1))).statusCode())
        .isEqualTo(422);
    HttpResponse<String> renewed = visitor.post(PATH + "/codes", Map.of("proof", People.PASSWORD));
    assertThat(renewed.statusCode()).isEqualTo(302);
    assertThat(codes(visitor.get(PATH).body())).hasSize(RecoveryCodes.COUNT);
    HttpResponse<String> ended = visitor.post(PATH + "/end", Map.of("proof", People.PASSWORD));

    assertThat(visitor.leadsTo(ended)).isEqualTo("/account?said=said.second_factor_off");
    assertThat(visitor.get(PATH).body()).contains("Set up the second factor");
    assertThat(
            server
                .owner()
                .sql("select count(*) from recovery_code where account_id = ?")
                .param(account)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void comes_before_everything_else_where_the_role_needs_it() {
    Visitor administrator = server.as(Role.ADMINISTRATOR);
    administrator.get("/settings");
    assertThat(
            administrator
                .post("/settings/second-factor", Map.of("role", "contributor"))
                .statusCode())
        .isEqualTo(302);
    long account = People.withPassword(server, Role.CONTRIBUTOR);
    Visitor visitor = server.signedIn(account);

    assertThat(visitor.leadsTo(visitor.get("/help"))).isEqualTo(PATH);
    assertThat(visitor.leadsTo(visitor.get("/account"))).isEqualTo(PATH);
    assertThat(visitor.get(PATH).body()).contains("Your role needs a second factor");
    assertThat(visitor.post("/account/sessions/end", Map.of()).statusCode()).isEqualTo(403);
    byte[] secret = begun(visitor);
    visitor.post(PATH + "/confirm", Map.of("code", code(secret, 0)));

    assertThat(visitor.get("/help").statusCode()).isEqualTo(200);
    visitor.get(PATH);
    assertThat(visitor.post(PATH + "/end", Map.of("proof", People.PASSWORD)).statusCode())
        .isEqualTo(422);
    assertThat(server.as(Role.READER).get("/help").statusCode()).isEqualTo(200);
  }

  @Test
  void is_not_lost_with_the_secret_of_the_server_thanks_to_the_recovery_codes() {
    long account = People.withPassword(server, Role.STEWARD);
    Visitor visitor = server.signedIn(account);
    byte[] secret = begun(visitor);
    visitor.post(PATH + "/confirm", Map.of("code", code(secret, 0)));
    List<String> codes = codes(visitor.get(PATH).body());
    server
        .owner()
        .sql("update account set totp_secret = decode('00', 'hex') where id = ?")
        .param(account)
        .update();

    signsInWith(account, code(secret, 1), false);
    signsInWith(account, codes.get(9), true);
  }
}
