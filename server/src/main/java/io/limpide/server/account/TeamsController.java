package io.limpide.server.account;

import io.limpide.server.api.Versions;
import io.limpide.server.web.PageController;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The teams, on one page. */
@PageController
class TeamsController {
  static final String PATH = "/users/teams";

  private final Teams teams;

  TeamsController(Teams teams) {
    this.teams = teams;
  }

  private interface Deed {
    void run() throws Accounts.Refused;
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @GetMapping(PATH)
  String list(Model model) {
    model.addAttribute("teams", teams.all());
    return "account/teams";
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @PostMapping(PATH)
  String create(
      @AuthenticationPrincipal Caller caller,
      @RequestParam String name,
      HttpServletResponse response,
      Model model) {
    return act("team_created", response, model, () -> teams.create(caller, name));
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @PostMapping(PATH + "/{team}")
  String rename(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long team,
      @RequestParam String name,
      HttpServletResponse response,
      Model model) {
    return act("saved", response, model, () -> teams.rename(caller, team, name, Versions.ANY));
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @PostMapping(PATH + "/{team}/delete")
  String delete(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long team,
      HttpServletResponse response,
      Model model) {
    return act("team_deleted", response, model, () -> teams.delete(caller, team));
  }

  private String act(String said, HttpServletResponse response, Model model, Deed deed) {
    try {
      deed.run();
      return "redirect:" + PATH + "?said=said." + said;
    } catch (Accounts.Refused e) {
      if (e.code().equals("team.unknown")) {
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      }
      model.addAttribute("problem", e.code());
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return list(model);
    }
  }
}
