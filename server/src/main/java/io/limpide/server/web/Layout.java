package io.limpide.server.web;

import io.limpide.server.account.Caller;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows: who is signed in, where the reader is, in which language. */
@ControllerAdvice(annotations = PageController.class)
class Layout {
  /** A part of the interface. */
  public record Section(String code, String path, String icon, String key, String right) {}

  private static final List<Section> SECTIONS =
      List.of(
          new Section("dashboard", "/", "gauge", "a", "READ_QUALITY"),
          new Section("parties", "/parties", "users", "f", "READ_PARTIES"),
          new Section("quality", "/quality", "checkup", "q", "READ_QUALITY"),
          new Section("sources", "/sources", "database-import", "s", "IMPORT"),
          new Section("jobs", "/jobs", "player-play", "j", "READ_RUNS"),
          new Section("recipe", "/recipe", "file-text", "r", "READ_RECIPE"),
          new Section("administration", "/users", "settings", "u", "EDIT_ACCOUNTS"),
          new Section("help", "/help", "help", "h", "READ_PARTIES"));

  @ModelAttribute("page")
  Page page(HttpServletRequest request, Locale locale, @Nullable CsrfToken token) {
    Authentication now = SecurityContextHolder.getContext().getAuthentication();
    Caller caller = now != null && now.getPrincipal() instanceof Caller c ? c : null;
    String path = request.getRequestURI();
    return new Page(
        caller,
        path,
        locale.getLanguage().equals("fr") ? "fr" : "en",
        caller == null ? "auto" : caller.theme(),
        token == null ? "" : token.getToken(),
        caller == null
            ? List.of()
            : SECTIONS.stream().filter(section -> caller.may(section.right())).toList());
  }

  /** What was done just now, by the code of its text: no other text can be put onto a page. */
  @ModelAttribute("said")
  @Nullable String said(HttpServletRequest request, Locale locale) {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      return null; // what was sent may be what cannot be read
    }
    String code = Objects.requireNonNullElse(request.getParameter("said"), "");
    return code.startsWith("said.") && Texts.of(locale).has(code)
        ? Texts.of(locale).text(code)
        : null;
  }

  /**
   * What the frame of a page needs.
   *
   * @param me who is signed in; null at the doors
   * @param path of the request
   * @param language {@code fr} or {@code en}
   * @param theme {@code auto}, {@code light} or {@code dark}
   * @param formToken which every form must send back
   * @param sections the parts of the interface that the reader may see
   */
  public record Page(
      @Nullable Caller me,
      String path,
      String language,
      String theme,
      String formToken,
      List<Section> sections) {
    /** Returns whether the reader is in a section. */
    public boolean in(Section section) {
      return section.path().equals("/")
          ? path.equals("/")
          : path.equals(section.path()) || path.startsWith(section.path() + "/");
    }
  }
}
