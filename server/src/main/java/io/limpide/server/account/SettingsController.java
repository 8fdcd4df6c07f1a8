package io.limpide.server.account;

import io.limpide.server.web.PageController;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What holds for everybody: masked fields, second factors, the length of sessions. */
@PageController
class SettingsController {
  static final String PATH = "/settings";

  private final AccountSettings settings;
  private final FieldMasks masks;

  SettingsController(AccountSettings settings, FieldMasks masks) {
    this.settings = settings;
    this.masks = masks;
  }

  @Requires(Right.EDIT_SETTINGS)
  @GetMapping(PATH)
  String show(Model model) {
    model.addAttribute("fields", FieldMasks.FIELDS);
    model.addAttribute("maskRoles", FieldMasks.ROLES);
    model.addAttribute("masked", masks.all());
    model.addAttribute("roles", Role.values());
    model.addAttribute("factorRoles", settings.secondFactor());
    model.addAttribute("sessions", settings.sessions());
    model.addAttribute("longestLife", AccountSettings.LONGEST_LIFE_HOURS);
    model.addAttribute("shortestIdle", AccountSettings.SHORTEST_IDLE_MINUTES);
    return "account/settings";
  }

  @Requires(Right.EDIT_SETTINGS)
  @PostMapping(PATH + "/masks")
  String masks(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(name = "mask", defaultValue = "") Set<String> wanted,
      HttpServletResponse response,
      Model model) {
    try {
      masks.set(caller, wanted);
      masks.forget();
      return said();
    } catch (Accounts.Refused e) {
      return refused("masks", e, response, model);
    }
  }

  @Requires(Right.EDIT_SETTINGS)
  @PostMapping(PATH + "/second-factor")
  String secondFactor(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(name = "role", defaultValue = "") Set<String> words,
      HttpServletResponse response,
      Model model) {
    try {
      Set<Role> roles = EnumSet.noneOf(Role.class);
      for (String word : words) {
        roles.add(
            Role.find(word).orElseThrow(() -> new Accounts.Refused("account.unknown_choice")));
      }
      settings.secondFactor(caller, roles);
      return said();
    } catch (Accounts.Refused e) {
      return refused("second-factor", e, response, model);
    }
  }

  @Requires(Right.EDIT_SETTINGS)
  @PostMapping(PATH + "/sessions")
  String sessions(
      @AuthenticationPrincipal Caller caller,
      @RequestParam int life,
      @RequestParam int idle,
      HttpServletResponse response,
      Model model) {
    try {
      settings.sessions(caller, new AccountSettings.Sessions(life, idle));
      return said();
    } catch (Accounts.Refused e) {
      return refused("sessions", e, response, model);
    }
  }

  private static String said() {
    return "redirect:" + PATH + "?said=said.saved";
  }

  private String refused(
      String part, Accounts.Refused refused, HttpServletResponse response, Model model) {
    model.addAttribute("part", part);
    model.addAttribute("problem", refused.code());
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(model);
  }
}
