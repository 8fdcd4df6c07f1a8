package io.limpide.server.web;

import io.limpide.server.account.Caller;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of an answer: of a page the one that the account chose, else the one that the
 * visitor's cookie names; else, and always on the API, the first of French and English that the
 * caller accepts.
 */
@Component("localeResolver")
class PageLocale implements LocaleResolver {
  static final String COOKIE = "limpide-language";

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    boolean api = request.getRequestURI().startsWith("/api/");
    Authentication now = SecurityContextHolder.getContext().getAuthentication();
    if (!api && now != null && now.getPrincipal() instanceof Caller caller) {
      return caller.locale();
    }
    Cookie[] cookies = request.getCookies();
    if (!api && cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(COOKIE)) {
          return cookie.getValue().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        }
      }
    }
    if (request.getHeader("Accept-Language") == null) {
      return Locale.ENGLISH;
    }
    for (Locale accepted : Collections.list(request.getLocales())) {
      if (accepted.getLanguage().equals("fr")) {
        return Locale.FRENCH;
      }
      if (accepted.getLanguage().equals("en")) {
        return Locale.ENGLISH;
      }
    }
    return Locale.ENGLISH;
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("accounts and cookies say the language");
  }
}
