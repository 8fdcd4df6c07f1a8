package io.limpide.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.servlet.HandlerInterceptor;

/** Gives an answer again that was given before, to a caller who still has the right to it. */
final class AnswerAgain implements HandlerInterceptor {
  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!(request.getAttribute(IdempotencyFilter.ANSWERED) instanceof Idempotency.Answer answer)) {
      return true;
    }
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.setHeader("Idempotent-Replay", "true");
    response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    return false;
  }
}
