package io.limpide.server.account;

import io.limpide.server.web.PageController;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account: name, language, theme, password, sessions. */
@PageController
class AccountController {
  private final Passwords passwords;
  private final Profiles profiles;
  private final OwnSessions sessions;
  private final OwnPage page;
  private final Proof proof;
  private final ShownOnce once;

  AccountController(
      Passwords passwords,
      Profiles profiles,
      OwnSessions sessions,
      OwnPage page,
      Proof proof,
      ShownOnce once) {
    this.passwords = passwords;
    this.profiles = profiles;
    this.sessions = sessions;
    this.page = page;
    this.proof = proof;
    this.once = once;
  }

  @Requires
  @GetMapping("/account")
  String own(
      @AuthenticationPrincipal Caller caller,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    once.take(request, response, caller, OwnPage.TOKEN)
        .ifPresent(secret -> model.addAttribute("secret", secret));
    return page.show(caller, request, model);
  }

  @Requires
  @PostMapping("/account")
  String profile(
      @AuthenticationPrincipal Caller caller,
      @RequestParam String name,
      @RequestParam String language,
      @RequestParam String theme,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      profiles.keep(caller, name, language, theme);
      return OwnPage.said("saved");
    } catch (Accounts.Refused e) {
      return page.refused("profile", e, caller, request, response, model);
    }
  }

  @Requires
  @WhileEnrolling
  @PostMapping("/account/theme")
  ResponseEntity<Void> theme(@AuthenticationPrincipal Caller caller, @RequestParam String theme) {
    try {
      profiles.theme(caller, theme);
      return ResponseEntity.noContent().build();
    } catch (Accounts.Refused e) {
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
    }
  }

  @Requires
  @PostMapping("/account/password")
  String password(
      @AuthenticationPrincipal Caller caller,
      @RequestParam String present,
      @RequestParam String password,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      if (!passwords.has(caller.id())) {
        throw new Accounts.Refused("account.signs_in_elsewhere");
      }
      proof.check(caller, present);
      passwords.change(caller, password, OwnPage.session(request));
      page.renew(request, response);
      return OwnPage.said("password");
    } catch (Accounts.Refused e) {
      return page.refused("password", e, caller, request, response, model);
    }
  }

  @Requires
  @PostMapping("/account/sessions/end")
  String endSessions(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
    sessions.endOthers(caller, OwnPage.session(request));
    return OwnPage.said("sessions_ended");
  }
}
