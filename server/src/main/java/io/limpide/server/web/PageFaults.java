package io.limpide.server.web;

import io.limpide.server.database.Outage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Calls what passes by its name before it is taken for a fault of ours: the page says that it
 * passes, and the log has a line and no trace.
 */
@Component
class PageFaults implements HandlerExceptionResolver, Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(PageFaults.class);

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 2; // the API has words of its own
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception fault) {
    Outage outage = Outage.of(fault);
    if (outage == Outage.NONE || response.isCommitted()) {
      return null;
    }
    LOG.warn("a page met an outage: {}", outage);
    try {
      response.sendError(outage.status());
      return new ModelAndView();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
