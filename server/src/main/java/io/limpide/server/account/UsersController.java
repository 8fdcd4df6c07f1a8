package io.limpide.server.account;

import io.limpide.server.web.PageController;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The accounts of everybody, for those who give them out. */
@PageController
class UsersController {
  static final String PATH = "/users";

  private final Accounts accounts;
  private final Passwords passwords;
  private final SecondFactors factors;
  private final Teams teams;

  UsersController(Accounts accounts, Passwords passwords, SecondFactors factors, Teams teams) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.factors = factors;
    this.teams = teams;
  }

  /**
   * What a form about an account says.
   *
   * @param team 0 for none
   */
  record Form(
      @Nullable String login,
      @Nullable String name,
      @Nullable String role,
      @Nullable String visibility,
      @Nullable Long team,
      @Nullable Integer version) {
    private static String text(@Nullable String given) {
      return given == null ? "" : given;
    }

    Role theRole() throws Accounts.Refused {
      return Role.find(text(role)).orElseThrow(() -> new Accounts.Refused(UNKNOWN_CHOICE));
    }

    Visibility theVisibility() throws Accounts.Refused {
      return Visibility.find(text(visibility))
          .orElseThrow(() -> new Accounts.Refused(UNKNOWN_CHOICE));
    }

    @Nullable Long theTeam() {
      return team == null || team == 0 ? null : team;
    }

    int theVersion() {
      return version == null ? 0 : version;
    }
  }

  private static final String UNKNOWN_CHOICE = "account.unknown_choice";

  @Requires(Right.EDIT_ACCOUNTS)
  @GetMapping(PATH)
  String list(Model model) {
    model.addAttribute("accounts", accounts.all());
    return "account/users";
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @GetMapping(PATH + "/new")
  String blank(Model model) {
    return blank(new Form("", "", Role.READER.word(), Visibility.ALL.word(), 0L, 0), model);
  }

  private String blank(Form form, Model model) {
    model.addAttribute("form", form);
    choices(model);
    return "account/user-new";
  }

  private void choices(Model model) {
    model.addAttribute("roles", Role.values());
    model.addAttribute("visibilities", Visibility.values());
    model.addAttribute("teams", teams.all());
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @PostMapping(PATH)
  String create(
      @AuthenticationPrincipal Caller caller,
      @ModelAttribute Form form,
      @RequestParam String password,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    try {
      long id =
          accounts.create(
              caller,
              Form.text(form.login()),
              Form.text(form.name()),
              form.theRole(),
              form.theVisibility(),
              form.theTeam(),
              password,
              locale.getLanguage().equals("fr") ? "fr" : "en");
      return said(id, "account_created");
    } catch (Accounts.Refused e) {
      model.addAttribute("problem", e.code());
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return blank(form, model);
    }
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @GetMapping(PATH + "/{account}")
  String one(@AuthenticationPrincipal Caller caller, @PathVariable long account, Model model) {
    Accounts.Account found = known(account);
    return one(
        caller,
        found,
        new Form(
            found.login(),
            found.name(),
            found.role(),
            found.visibility(),
            found.teamId(),
            found.version()),
        model);
  }

  private String one(Caller caller, Accounts.Account account, Form form, Model model) {
    model.addAttribute("account", account);
    model.addAttribute("form", form);
    model.addAttribute("own", account.id() == caller.id());
    model.addAttribute("hasPassword", passwords.has(account.id()));
    choices(model);
    return "account/user";
  }

  private Accounts.Account known(long account) {
    return accounts
        .find(account)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @PostMapping(PATH + "/{account}")
  String change(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long account,
      @ModelAttribute Form form,
      HttpServletResponse response,
      Model model) {
    known(account);
    try {
      accounts.change(
          caller,
          account,
          Form.text(form.name()),
          form.theRole(),
          form.theVisibility(),
          form.theTeam(),
          form.theVersion());
      return said(account, "saved");
    } catch (Accounts.Refused e) {
      return refused(caller, account, e, response, model);
    }
  }

  private interface Deed {
    void run() throws Accounts.Refused;
  }

  private String act(
      Caller caller,
      long account,
      String said,
      HttpServletResponse response,
      Model model,
      Deed deed) {
    known(account);
    try {
      deed.run();
      return said(account, said);
    } catch (Accounts.Refused e) {
      return refused(caller, account, e, response, model);
    }
  }

  /** Shows the present state and what was wrong: after a conflict that is what others did. */
  private String refused(
      Caller caller,
      long account,
      Accounts.Refused refused,
      HttpServletResponse response,
      Model model) {
    model.addAttribute("problem", refused.code());
    response.setStatus(
        refused.code().equals(Accounts.CONFLICT)
            ? HttpStatus.CONFLICT.value()
            : HttpStatus.UNPROCESSABLE_CONTENT.value());
    return one(caller, account, model);
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @PostMapping(PATH + "/{account}/disable")
  String disable(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long account,
      @RequestParam int version,
      HttpServletResponse response,
      Model model) {
    return act(
        caller,
        account,
        "account_disabled",
        response,
        model,
        () -> accounts.disable(caller, account, true, version));
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @PostMapping(PATH + "/{account}/enable")
  String enable(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long account,
      @RequestParam int version,
      HttpServletResponse response,
      Model model) {
    return act(
        caller,
        account,
        "account_enabled",
        response,
        model,
        () -> accounts.disable(caller, account, false, version));
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @PostMapping(PATH + "/{account}/unlock")
  String unlock(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long account,
      HttpServletResponse response,
      Model model) {
    return act(
        caller, account, "unlocked", response, model, () -> accounts.unlock(caller, account));
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @PostMapping(PATH + "/{account}/password")
  String password(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long account,
      @RequestParam String password,
      HttpServletResponse response,
      Model model) {
    return act(
        caller,
        account,
        "password_given",
        response,
        model,
        () -> passwords.give(caller, account, password));
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @PostMapping(PATH + "/{account}/second-factor/reset")
  String resetFactor(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long account,
      HttpServletResponse response,
      Model model) {
    return act(
        caller,
        account,
        "second_factor_reset",
        response,
        model,
        () -> factors.reset(caller, account));
  }

  private static String said(long account, String code) {
    return "redirect:" + PATH + "/" + account + "?said=said." + code;
  }
}
