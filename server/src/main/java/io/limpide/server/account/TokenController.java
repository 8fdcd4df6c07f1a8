package io.limpide.server.account;

import io.limpide.server.web.PageController;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One's own tokens. */
@PageController
class TokenController {
  private final Tokens tokens;
  private final OwnPage page;
  private final ShownOnce once;

  TokenController(Tokens tokens, OwnPage page, ShownOnce once) {
    this.tokens = tokens;
    this.page = page;
    this.once = once;
  }

  @Requires
  @PostMapping("/account/tokens")
  String create(
      @AuthenticationPrincipal Caller caller,
      @RequestParam String name,
      @RequestParam(name = "scope", defaultValue = "") Set<String> words,
      @RequestParam int days,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      String secret = tokens.create(caller, name, scopes(words), days);
      once.carry(response, caller, OwnPage.TOKEN, secret);
      return "redirect:" + OwnPage.PATH + "#tokens";
    } catch (Accounts.Refused e) {
      return page.refused("tokens", e, caller, request, response, model);
    }
  }

  private static Set<Scope> scopes(Set<String> words) throws Accounts.Refused {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String word : words) {
      scopes.add(
          Scope.find(word).orElseThrow(() -> new Accounts.Refused("account.unknown_choice")));
    }
    return scopes;
  }

  @Requires
  @PostMapping("/account/tokens/{token}/revoke")
  String revoke(@AuthenticationPrincipal Caller caller, @PathVariable long token) {
    try {
      tokens.revoke(caller, token);
      return OwnPage.said("token_revoked");
    } catch (Accounts.Refused e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }
}
