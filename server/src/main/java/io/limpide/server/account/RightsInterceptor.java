package io.limpide.server.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what the caller has no right to, before anything is done. A handler that says nothing is
 * refused to everybody, so none can be forgotten.
 */
@Component
class RightsInterceptor implements HandlerInterceptor {
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)
        || !method.getBeanType().getName().startsWith("io.limpide.")
        || method.hasMethodAnnotation(Open.class)) {
      return true;
    }
    Requires needs = method.getMethodAnnotation(Requires.class);
    Authentication now = SecurityContextHolder.getContext().getAuthentication();
    boolean allowed =
        needs != null
            && now != null
            && now.getPrincipal() instanceof Caller caller
            && (request.getAttribute(CallerFilter.ENROL) == null
                || method.hasMethodAnnotation(WhileEnrolling.class))
            && (needs.value().length == 0 || Arrays.stream(needs.value()).anyMatch(caller::may));
    if (!allowed) {
      throw new AccessDeniedException("no right");
    }
    return true;
  }
}
