package io.limpide.server.operation;

import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Figures of this server, for Prometheus: JVM, pools of connections, answers by route. */
@Controller
class MetricsController {
  private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry;

  MetricsController(PrometheusMeterRegistry registry) {
    this.registry = registry;
  }

  @Requires(Right.EDIT_SETTINGS)
  @GetMapping("/metrics")
  ResponseEntity<String> metrics() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("Content-Type", FORMAT)
        .body(registry.scrape(FORMAT));
  }
}
