package io.limpide.server.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of one's own account, with what went wrong in one of its parts if something did. */
@Component
class OwnPage {
  static final String PATH = "/account";

  /** The kind of secret that the page shows once. */
  static final String TOKEN = "token";

  private final Passwords passwords;
  private final Callers callers;
  private final SecondFactors factors;
  private final Tokens tokens;

  OwnPage(Passwords passwords, Callers callers, SecondFactors factors, Tokens tokens) {
    this.passwords = passwords;
    this.callers = callers;
    this.factors = factors;
    this.tokens = tokens;
  }

  String show(Caller caller, HttpServletRequest request, Model model) {
    model.addAttribute("hasPassword", passwords.has(caller.id()));
    model.addAttribute("sessions", callers.sessions(caller.id(), session(request)));
    model.addAttribute("factor", factors.state(caller));
    model.addAttribute("tokens", tokens.of(caller.id()));
    model.addAttribute("scopes", Tokens.offered(caller));
    model.addAttribute("days", Tokens.DAYS);
    model.addAttribute("languages", List.of("fr", "en"));
    model.addAttribute("themes", List.of("auto", "light", "dark"));
    return "account/own";
  }

  /**
   * Shows what went wrong.
   *
   * @param part of the page in which it did
   */
  String refused(
      String part,
      Accounts.Refused refused,
      Caller caller,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    model.addAttribute("part", part);
    model.addAttribute("problem", refused.code());
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(caller, request, model);
  }

  /** Returns the secret of the session that asks. */
  static String session(HttpServletRequest request) {
    return Cookies.read(request, Cookies.SESSION).orElse("");
  }

  /** Gives the session that asks a new secret: it is worth more, or less, than before. */
  void renew(HttpServletRequest request, HttpServletResponse response) {
    Cookies.write(response, Cookies.SESSION, callers.renew(session(request)), callers.life());
  }

  static String said(String code) {
    return "redirect:" + PATH + "?said=said." + code;
  }
}
