package io.limpide.server.account;

import io.limpide.server.database.Outage;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who asks: by the cookie of a session, or where programs ask by a token. */
final class CallerFilter extends OncePerRequestFilter {
  /** Marks the request of somebody who has to enrol a second factor before anything else. */
  static final String ENROL = CallerFilter.class.getName() + ".enrol";

  private static final String KNOWN = CallerFilter.class.getName() + ".known";
  private static final String BEARER = "Bearer ";

  private final Callers callers;

  CallerFilter(Callers callers) {
    this.callers = callers;
  }

  /** Whether a request comes with a token: then no browser sent it by itself, and no form. */
  static boolean hasToken(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return forPrograms(request) && header != null && header.startsWith(BEARER);
  }

  /** Whether programs ask there: they are refused by a number, and not led to a page. */
  static boolean forPrograms(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/api/") || path.equals("/metrics");
  }

  /** What is the same for everybody is served without asking who asks, so without a database. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/webjars/")
        || path.startsWith("/assets/")
        || path.equals("/health")
        || path.equals("/favicon.ico");
  }

  /** The page of an error knows who asked, too. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getDispatcherType() == DispatcherType.ERROR) { // whose fault the database may be
      go(Optional.ofNullable((Caller) request.getAttribute(KNOWN)), request, response, chain);
      return;
    }
    Optional<Caller> found;
    try {
      found = caller(request);
    } catch (DataAccessException e) {
      Outage outage = Outage.of(e);
      if (outage == Outage.NONE) {
        throw e;
      }
      response.sendError(outage.status());
      return;
    }
    if (found.isEmpty() && isFile(request)) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED); // before gigabytes are read
      return;
    }
    found.ifPresent(caller -> request.setAttribute(KNOWN, caller));
    go(found, request, response, chain);
  }

  private static void go(
      Optional<Caller> known,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    known.ifPresent(
        caller ->
            SecurityContextHolder.getContext()
                .setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of())));
    try {
      chain.doFilter(request, response);
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  private static boolean isFile(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
  }

  private Optional<Caller> caller(HttpServletRequest request) {
    if (hasToken(request)) {
      String secret = request.getHeader(HttpHeaders.AUTHORIZATION).substring(BEARER.length());
      return callers.token(secret.strip());
    }
    return Cookies.read(request, Cookies.SESSION)
        .flatMap(callers::session)
        .filter(Callers.Session::complete)
        .map(session -> session.enrol() ? enrolling(request, session.caller()) : session.caller());
  }

  private static Caller enrolling(HttpServletRequest request, Caller caller) {
    request.setAttribute(ENROL, true);
    return caller.withoutRights();
  }
}
