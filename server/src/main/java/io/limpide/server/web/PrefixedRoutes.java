package io.limpide.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds who answers a path: Spring holds each of some hundred routes with a variable against a
 * request in full, a tenth of what reading a record takes; most do not even begin alike.
 */
@Component
class PrefixedRoutes implements WebMvcRegistrations {
  @Override
  public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
    return new Routes();
  }

  private static final class Routes extends RequestMappingHandlerMapping {
    private final Map<RequestMappingInfo, String> beginnings = new ConcurrentHashMap<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(
        RequestMappingInfo route, HttpServletRequest request) {
      String path = ServletRequestPathUtils.getParsedRequestPath(request).value();
      return path.startsWith(beginnings.computeIfAbsent(route, Routes::beginning))
          ? super.getMatchingMapping(route, request)
          : null;
    }

    /** Returns what every path of a route begins with. */
    private static String beginning(RequestMappingInfo route) {
      Set<String> patterns = route.getPatternValues();
      if (patterns.size() != 1) {
        return "";
      }
      String pattern = patterns.iterator().next();
      for (int at = 0; at < pattern.length(); at++) {
        if ("{*?".indexOf(pattern.charAt(at)) >= 0) {
          return pattern.substring(
              0, Math.max(0, pattern.lastIndexOf('/', at))); // "/a/**" is "/a", too
        }
      }
      return pattern;
    }
  }
}
