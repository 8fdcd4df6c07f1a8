package io.limpide.server.account;

import io.limpide.server.web.PageController;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own second factor. */
@PageController
class SecondFactorController {
  static final String PATH = "/account/second-factor";

  private static final String CODES = "codes";

  private final SecondFactors factors;
  private final Passwords passwords;
  private final Attempts attempts;
  private final OwnPage page;
  private final Proof proof;
  private final ShownOnce once;

  SecondFactorController(
      SecondFactors factors,
      Passwords passwords,
      Attempts attempts,
      OwnPage page,
      Proof proof,
      ShownOnce once) {
    this.factors = factors;
    this.passwords = passwords;
    this.attempts = attempts;
    this.page = page;
    this.proof = proof;
    this.once = once;
  }

  @Requires
  @WhileEnrolling
  @GetMapping(PATH)
  String show(
      @AuthenticationPrincipal Caller caller,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    once.take(request, response, caller, CODES)
        .ifPresent(codes -> model.addAttribute("codes", codes.split("\n", -1)));
    return page(caller, model);
  }

  private String page(Caller caller, Model model) {
    model.addAttribute("factor", factors.state(caller));
    model.addAttribute("hasPassword", passwords.has(caller.id()));
    return "account/second-factor";
  }

  @Requires
  @WhileEnrolling
  @PostMapping(PATH + "/begin")
  String begin(@AuthenticationPrincipal Caller caller, HttpServletResponse response, Model model) {
    try {
      factors.begin(caller);
      return "redirect:" + PATH;
    } catch (Accounts.Refused e) {
      return refused("begin", e, caller, response, model);
    }
  }

  @Requires
  @WhileEnrolling
  @PostMapping(PATH + "/confirm")
  String confirm(
      @AuthenticationPrincipal Caller caller,
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      if (!attempts.take(caller)) {
        throw new Accounts.Refused("proof.too_many");
      }
      List<String> codes = factors.confirm(caller, code, OwnPage.session(request));
      attempts.right(caller);
      return codes(codes, caller, request, response);
    } catch (Accounts.Refused e) {
      return refused("confirm", e, caller, response, model);
    }
  }

  @Requires
  @PostMapping(PATH + "/codes")
  String newCodes(
      @AuthenticationPrincipal Caller caller,
      @RequestParam String proof,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      this.proof.check(caller, proof);
      return codes(factors.newCodes(caller), caller, request, response);
    } catch (Accounts.Refused e) {
      return refused("codes", e, caller, response, model);
    }
  }

  @Requires
  @PostMapping(PATH + "/end")
  String end(
      @AuthenticationPrincipal Caller caller,
      @RequestParam String proof,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      this.proof.check(caller, proof);
      factors.end(caller, OwnPage.session(request));
      page.renew(request, response);
      return OwnPage.said("second_factor_off");
    } catch (Accounts.Refused e) {
      return refused("end", e, caller, response, model);
    }
  }

  private String codes(
      List<String> codes, Caller caller, HttpServletRequest request, HttpServletResponse response) {
    page.renew(request, response);
    once.carry(response, caller, CODES, String.join("\n", codes));
    return "redirect:" + PATH;
  }

  private String refused(
      String part,
      Accounts.Refused refused,
      Caller caller,
      HttpServletResponse response,
      Model model) {
    model.addAttribute("part", part);
    model.addAttribute("problem", refused.code());
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(caller, model);
  }
}
