package io.limpide.server.api;

import io.limpide.server.account.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps a program from taking the server for itself, and tells each how much it has left.
 *
 * <p>Source of the headers: draft-ietf-httpapi-ratelimit-headers-10.
 */
final class RateFilter extends OncePerRequestFilter {
  private final RateLimits limits;
  private final ApiProblems problems;

  RateFilter(RateLimits limits, ApiProblems problems) {
    this.limits = limits;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication now = SecurityContextHolder.getContext().getAuthentication();
    if (now == null || !(now.getPrincipal() instanceof Caller caller)) {
      chain.doFilter(request, response);
      return;
    }
    RateLimits.Left left = limits.take(caller.actor());
    response.setHeader("RateLimit-Policy", "\"calls\";q=" + limits.perMinute() + ";w=60");
    response.setHeader("RateLimit", "\"calls\";r=" + left.left() + ";t=" + left.seconds());
    if (left.allowed()) {
      chain.doFilter(request, response);
    } else {
      problems.write(
          Problem.of(429, "too_many", limits.perMinute(), left.seconds())
              .with(HttpHeaders.RETRY_AFTER, String.valueOf(left.seconds())),
          request,
          response);
    }
  }
}
