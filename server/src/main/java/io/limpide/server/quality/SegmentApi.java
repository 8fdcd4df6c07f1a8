package io.limpide.server.quality;

import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.api.Asked;
import io.limpide.server.api.Paged;
import io.limpide.server.party.Segments;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The segments, by the API: whose parties are listed and scored by their numbers. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class SegmentApi {
  private final Segments segments;

  SegmentApi(Segments segments) {
    this.segments = segments;
  }

  /** A filter with a name for everybody. */
  @Schema(name = "Segment")
  record SegmentJson(
      @Schema(description = "for the filter segment of GET /parties") long id,
      String name,
      Map<String, String> filter) {}

  @Requires(Right.READ_PARTIES)
  @GetMapping("/segments")
  Paged<SegmentJson> list(HttpServletRequest request) {
    Asked.only(request, Set.of());
    return Paged.whole(
        segments.all().stream()
            .map(one -> new SegmentJson(one.id(), one.name(), one.filter().parameters()))
            .toList());
  }
}
