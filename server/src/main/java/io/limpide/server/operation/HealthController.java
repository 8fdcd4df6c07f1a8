package io.limpide.server.operation;

import io.limpide.server.account.Open;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells whoever watches whether this server can serve, and nothing more. */
@Controller
class HealthController {
  private final Pulse pulse;

  HealthController(Pulse pulse) {
    this.pulse = pulse;
  }

  @Open
  @GetMapping("/health")
  ResponseEntity<String> health() {
    boolean well = pulse.beats();
    return ResponseEntity.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.TEXT_PLAIN)
        .body(well ? "ok\n" : "unavailable\n");
  }
}
