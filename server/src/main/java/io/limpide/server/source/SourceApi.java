package io.limpide.server.source;

import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.api.Paged;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sources, by the API. */
@RestController
@RequestMapping(path = "/api/v1/sources", produces = MediaType.APPLICATION_JSON_VALUE)
class SourceApi {
  private final Imports imports;

  SourceApi(Imports imports) {
    this.imports = imports;
  }

  @Requires({Right.READ_PARTIES, Right.IMPORT})
  @GetMapping
  Paged<Imports.Source> sources() {
    return Paged.whole(imports.sources());
  }
}
