package io.limpide.server.account;

import io.limpide.server.web.PageController;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The doors: the first run, signing in and out. */
@PageController
class SignInController {
  private final Accounts accounts;
  private final SignIns signIns;
  private final Callers callers;
  private final Attempts attempts;
  private final Oidc oidc;

  SignInController(
      Accounts accounts, SignIns signIns, Callers callers, Attempts attempts, Oidc oidc) {
    this.accounts = accounts;
    this.signIns = signIns;
    this.callers = callers;
    this.attempts = attempts;
    this.oidc = oidc;
  }

  /** Whether the door shows the way through the company's own sign-in. */
  @ModelAttribute("elsewhere")
  boolean elsewhere() {
    return oidc.configured();
  }

  @Open
  @GetMapping("/sign-in")
  String form(
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String problem,
      Model model) {
    if (accounts.none()) {
      return "redirect:/first-run";
    }
    if (problem.equals(Oidc.UNAVAILABLE)) { // no text but this one can be put onto the page
      model.addAttribute("problem", "oidc." + Oidc.UNAVAILABLE);
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
    model.addAttribute("to", local(to));
    model.addAttribute("login", login);
    Optional<Duration> wait = attempts.take(request);
    if (wait.isPresent()) {
      return tooMany(wait.get(), response, model, "account/sign-in");
    }
    SignIns.Outcome outcome = signIns.attempt(login, password, agent(request));
    if (outcome.session().isEmpty()) {
      model.addAttribute("problem", "sign_in.refused");
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      return "account/sign-in";
    }
    attempts.right(request);
    return opened(outcome, local(to), request, response);
  }

  private static String tooMany(
      Duration wait, HttpServletResponse response, Model model, String view) {
    model.addAttribute("problem", "sign_in.too_many");
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    return view;
  }

  static String agent(HttpServletRequest request) {
    return Agents.name(request.getHeader(HttpHeaders.USER_AGENT));
  }

  /** Leads in whoever was let in, with a session that is new in any case. */
  private String opened(
      SignIns.Outcome outcome,
      String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    Cookies.read(request, Cookies.SESSION).ifPresent(callers::end); // never one taken over
    Cookies.write(response, Cookies.SESSION, outcome.session().orElseThrow(), callers.life());
    Cookies.delete(response, Cookies.VISITOR);
    return "redirect:" + (outcome.secondFactor() ? "/sign-in/code?to=" + encoded(to) : to);
  }

  @Open
  @GetMapping(Oidc.PATH)
  String elsewhere(@RequestParam(defaultValue = "") String to, HttpServletResponse response) {
    if (!oidc.configured()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    try {
      return "redirect:" + oidc.begin(local(to), response);
    } catch (Oidc.Refused e) {
      return "redirect:/sign-in?problem=" + e.problem();
    }
  }

  @Open
  @GetMapping(Oidc.BACK)
  String back(
      @RequestParam Map<String, String> answer,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (!oidc.configured()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    Optional<Duration> wait = attempts.take(request);
    if (wait.isPresent()) {
      return tooMany(wait.get(), response, model, "account/sign-in");
    }
    try {
      Oidc.Person person = oidc.finish(answer, request, response);
      SignIns.Outcome outcome = signIns.vouched(person.account(), agent(request));
      if (outcome.session().isEmpty()) {
        throw new Oidc.Refused("unknown");
      }
      attempts.right(request);
      return opened(outcome, local(person.to()), request, response);
    } catch (Oidc.Refused e) {
      model.addAttribute("problem", "oidc." + e.problem());
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      return "account/sign-in";
    }
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
    model.addAttribute("to", local(to));
    Optional<Duration> wait = attempts.take(request);
    if (wait.isPresent()) {
      return tooMany(wait.get(), response, model, "account/code");
    }
    Optional<String> session =
        Cookies.read(request, Cookies.SESSION)
            .flatMap(waiting -> signIns.second(waiting, code, agent(request)));
    if (session.isEmpty()) {
      model.addAttribute("problem", "sign_in.code_refused");
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      return "account/code";
    }
    attempts.right(request);
    Cookies.write(response, Cookies.SESSION, session.get(), callers.life());
    return "redirect:" + local(to);
  }

  @Requires
  @WhileEnrolling
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
      HttpServletRequest request,
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
    SignIns.Outcome outcome = signIns.attempt(login, password, agent(request));
    return outcome.session().isEmpty()
        ? "redirect:/sign-in"
        : opened(outcome, "/", request, response);
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
