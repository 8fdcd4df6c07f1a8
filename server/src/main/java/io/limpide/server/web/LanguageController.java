package io.limpide.server.web;

import io.limpide.server.account.Open;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets visitors choose a language before they are signed in. */
@PageController
class LanguageController {
  @Open
  @PostMapping("/language")
  String choose(@RequestParam String language, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(PageLocale.COOKIE, language.equals("fr") ? "fr" : "en")
            .path("/")
            .httpOnly(true)
            .sameSite("Lax")
            .maxAge(java.time.Duration.ofDays(365))
            .build()
            .toString());
    return "redirect:/sign-in";
  }
}
