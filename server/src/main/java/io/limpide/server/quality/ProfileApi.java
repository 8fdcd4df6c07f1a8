package io.limpide.server.quality;

import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.api.Asked;
import io.limpide.server.api.Paged;
import io.limpide.server.party.PartyWords;
import io.limpide.server.recipe.Recipes;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How each field is used, and what each stage still lacks, by the API. */
@RestController
@RequestMapping(path = "/api/v1/profile", produces = MediaType.APPLICATION_JSON_VALUE)
class ProfileApi {
  private final FieldReport report;
  private final Recipes recipes;
  private final PartyWords words;

  ProfileApi(FieldReport report, Recipes recipes, PartyWords words) {
    this.report = report;
    this.recipes = recipes;
    this.words = words;
  }

  /** How a field is used. */
  @Schema(name = "FieldProfile")
  record FieldJson(
      String field,
      String label,
      String type,
      boolean custom,
      @Schema(description = "of the kinds that have the field") long parties,
      long filled,
      long empty,
      @Schema(description = "filled, in percent") long percent,
      @Schema(description = "with a wrong value") long wrong,
      @Schema(description = "with a doubtful value") long doubtful,
      @Schema(description = "the field that nearly always says the same")
          @Nullable String redundantWith,
      @Schema(allowableValues = {"well", "rare", "bad", "redundant", "unused"}) String verdict,
      @Schema(description = "whether the counts are estimated from a sample of a large base")
          boolean sampled) {}

  @Requires(Right.READ_QUALITY)
  @GetMapping
  Paged<FieldJson> fields(HttpServletRequest request, Locale locale) {
    Asked.only(request, Set.of());
    PartyWords.In in = words.in(locale);
    return Paged.whole(report.of(recipes.active()).stream().map(use -> json(use, in)).toList());
  }

  private static FieldJson json(FieldReport.Use use, PartyWords.In in) {
    return new FieldJson(
        use.field().code(),
        in.field(use.field().code()),
        use.field().type().name().toLowerCase(Locale.ROOT),
        use.field().custom(),
        use.parties(),
        use.filled(),
        use.parties() - use.filled(),
        use.percent(),
        use.wrong(),
        use.doubtful(),
        use.redundant().isEmpty() ? null : use.redundant(),
        use.verdict(),
        use.sampled());
  }

  /** How far the parties of a stage have what it asks for. */
  @Schema(name = "StageProfile")
  record StageJson(
      String stage,
      List<String> fields,
      long parties,
      @Schema(description = "that have every field") long complete,
      @Schema(description = "by field, how many lack it") Map<String, Long> missing,
      @Schema(description = "whether it asks for more fields than people fill in")
          boolean tooMany) {}

  @Requires(Right.READ_QUALITY)
  @GetMapping("/stages")
  Paged<StageJson> stages(HttpServletRequest request) {
    Asked.only(request, Set.of());
    return Paged.whole(
        report.stages(recipes.active()).stream()
            .map(
                stage ->
                    new StageJson(
                        stage.name(),
                        stage.fields(),
                        stage.parties(),
                        stage.complete(),
                        stage.missing(),
                        stage.many()))
            .toList());
  }
}
