package io.limpide.server.web;

import io.limpide.server.account.Cookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;

/**
 * What is said on the page after a deed travels in a cookie that lasts until it is shown: there is
 * no session in the memory of a server, so it may be another server that shows it. Texts only.
 */
@Component("flashMapManager")
class FlashCookie extends AbstractFlashMapManager {
  private static final Duration LIFE = Duration.ofMinutes(1);
  private static final int LONGEST = 3_000; // browsers keep 4 KB

  @Override
  protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
    Optional<String> cookie = Cookies.read(request, Cookies.SAID);
    if (cookie.isEmpty()) {
      return null;
    }
    try {
      String json = new String(Base64.getUrlDecoder().decode(cookie.get()), StandardCharsets.UTF_8);
      Map<String, Object> kept = Json.map(json);
      FlashMap flash = new FlashMap();
      kept.forEach(
          (name, value) -> {
            if (name.equals("@path")) {
              flash.setTargetRequestPath(String.valueOf(value));
            } else {
              flash.put(name, String.valueOf(value));
            }
          });
      flash.startExpirationPeriod((int) LIFE.toSeconds());
      List<FlashMap> maps = new ArrayList<>();
      maps.add(flash);
      return maps;
    } catch (RuntimeException e) {
      return null; // not one of ours
    }
  }

  @Override
  protected void updateFlashMaps(
      List<FlashMap> maps, HttpServletRequest request, HttpServletResponse response) {
    if (maps.isEmpty()) {
      Cookies.delete(response, Cookies.SAID);
      return;
    }
    FlashMap last = maps.get(maps.size() - 1);
    Map<String, Object> kept = new LinkedHashMap<>();
    last.forEach((name, value) -> kept.put(name, String.valueOf(value)));
    if (last.getTargetRequestPath() != null) {
      kept.put("@path", last.getTargetRequestPath());
    }
    String cookie =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Json.text(kept).getBytes(StandardCharsets.UTF_8));
    if (cookie.length() <= LONGEST) {
      Cookies.write(response, Cookies.SAID, cookie, LIFE);
    }
  }
}
