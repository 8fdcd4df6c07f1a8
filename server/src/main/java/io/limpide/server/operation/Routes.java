package io.limpide.server.operation;

import io.micrometer.common.KeyValue;
import java.util.Set;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/**
 * How answers are counted: by the pattern of the route, never by what was asked for. A method is a
 * word that the caller chooses, too, so only those that exist are named.
 */
@Component
class Routes extends DefaultServerRequestObservationConvention {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  @Override
  protected KeyValue method(ServerRequestObservationContext context) {
    KeyValue method = super.method(context);
    return METHODS.contains(method.getValue()) ? method : KeyValue.of(method.getKey(), "OTHER");
  }
}
