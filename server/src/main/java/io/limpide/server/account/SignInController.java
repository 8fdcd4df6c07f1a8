package io.limpide.server.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The doors: the first run, signing in and out. */
@Controller
class SignInController {
  private final Accounts accounts;
  private final SignIns signIns;
  private final Callers callers;

  SignInController(Accounts accounts, SignIns signIns, Callers callers) {
    this.accounts = accounts;
    this.signIns = signIns;
    this.callers = callers;
  }

  @Open
  @GetMapping("/sign-in")
  String form(@RequestParam(defaultValue = "") String to, Model model) {
    if (accounts.none()) {
      return "redirect:/first-run";
    }
    model.addAttribute("to", local(to));
    return "account/sign-in";
  }

  @Open
  @PostMapping("/sign-in")
  String signIn(
      @RequestParam String login,
      @RequestParam String password,
      @RequestParam(defaultValue = "") String to,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    SignIns.Outcome outcome = signIns.attempt(login, password);
    if (outcome.session().isEmpty()) {
      model.addAttribute("to", local(to));
      model.addAttribute("login", login);
      model.addAttribute("problem", "sign_in.refused");
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      return "account/sign-in";
    }
    Cookies.read(request, Cookies.SESSION).ifPresent(callers::end); // never one taken over
    Cookies.write(response, Cookies.SESSION, outcome.session().get(), Callers.LIFE);
    Cookies.delete(response, Cookies.VISITOR);
    if (outcome.secondFactor()) {
      return "redirect:/sign-in/code?to=" + encoded(local(to));
    }
    return "redirect:" + local(to);
  }

  @Open
  @GetMapping("/sign-in/code")
  String codeForm(@RequestParam(defaultValue = "") String to, Model model) {
    model.addAttribute("to", local(to));
    return "account/code";
  }

  @Open
  @PostMapping("/sign-in/code")
  String code(
      @RequestParam String code,
      @RequestParam(defaultValue = "") String to,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<String> session =
        Cookies.read(request, Cookies.SESSION).flatMap(waiting -> signIns.second(waiting, code));
    if (session.isEmpty()) {
      model.addAttribute("to", local(to));
      model.addAttribute("problem", "sign_in.code_refused");
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      return "account/code";
    }
    Cookies.write(response, Cookies.SESSION, session.get(), Callers.LIFE);
    return "redirect:" + local(to);
  }

  @Requires
  @PostMapping("/sign-out")
  String signOut(HttpServletRequest request, HttpServletResponse response) {
    Cookies.read(request, Cookies.SESSION).ifPresent(callers::end);
    Cookies.delete(response, Cookies.SESSION);
    return "redirect:/sign-in";
  }

  @Open
  @GetMapping("/first-run")
  String firstRun() {
    return accounts.none() ? "account/first-run" : "redirect:/sign-in";
  }

  @Open
  @PostMapping("/first-run")
  String administrator(
      @RequestParam String login,
      @RequestParam String name,
      @RequestParam String password,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    try {
      accounts.first(login, name, password, locale.getLanguage().equals("fr") ? "fr" : "en");
    } catch (Accounts.Refused e) {
      model.addAttribute("login", login);
      model.addAttribute("name", name);
      model.addAttribute("problem", e.code());
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return "account/first-run";
    }
    SignIns.Outcome outcome = signIns.attempt(login, password);
    outcome
        .session()
        .ifPresent(secret -> Cookies.write(response, Cookies.SESSION, secret, Callers.LIFE));
    return "redirect:/";
  }

  /** Only a path of our own: a link must not lead a person who signs in elsewhere. */
  private static String local(String to) {
    boolean own = to.startsWith("/") && !to.startsWith("//") && to.indexOf('\\') < 0;
    return own && to.chars().allMatch(c -> c > ' ' && c != 0x7f) ? to : "/";
  }

  private static String encoded(String to) {
    return java.net.URLEncoder.encode(to, java.nio.charset.StandardCharsets.UTF_8);
  }
}
