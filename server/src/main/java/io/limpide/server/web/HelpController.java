package io.limpide.server.web;

import io.limpide.server.account.Requires;
import org.springframework.web.bind.annotation.GetMapping;

/** What the words mean, which keys there are, where to read on. */
@PageController
class HelpController {
  @Requires
  @GetMapping("/help")
  String help() {
    return "web/help";
  }
}
