package io.limpide.server.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * Answers whoever may not: people are shown the way to sign in, programs get the number of the
 * refusal, which the error page or problem words.
 */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException {
    if (CallerFilter.forPrograms(request)) {
      response.setHeader("WWW-Authenticate", "Bearer");
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    } else if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", "/sign-in"); // a part of a page: the whole has to go
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      response.sendRedirect(signIn(request));
    }
  }

  private static String signIn(HttpServletRequest request) {
    if (!request.getMethod().equals("GET") || request.getRequestURI().equals("/")) {
      return "/sign-in";
    }
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    return "/sign-in?to="
        + URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
      throws IOException {
    if (request.getAttribute(CallerFilter.ENROL) != null
        && !request.getRequestURI().startsWith("/api/")) {
      enrol(request, response);
    } else if (SecurityContextHolder.getContext().getAuthentication() == null
        && request.getMethod().equals("GET")) {
      response.sendRedirect(signIn(request));
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  /** Whoever has to enrol a second factor is led there from every page. */
  private static void enrol(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", SecondFactorController.PATH);
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    } else if (request.getMethod().equals("GET")) {
      response.sendRedirect(SecondFactorController.PATH);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
