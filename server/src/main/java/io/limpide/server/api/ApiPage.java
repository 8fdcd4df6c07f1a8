package io.limpide.server.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.web.Json;
import io.limpide.server.web.PageController;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The calls of the API for people: what the OpenAPI document says, as a page. */
@PageController
class ApiPage {
  private final OpenApiWebMvcResource document;

  ApiPage(OpenApiWebMvcResource document) {
    this.document = document;
  }

  /** A call as the page shows it. */
  public record Call(
      String anchor,
      String method,
      String path,
      String summary,
      List<Parameter> parameters,
      @Nullable String body,
      Map<String, String> answers) {}

  /** A parameter of a call. */
  public record Parameter(String name, String place, boolean required, String means) {}

  @Requires(Right.READ_PARTIES)
  @GetMapping("/api")
  String page(HttpServletRequest request, Model model, Locale locale)
      throws JsonProcessingException {
    Map<String, Object> read =
        Json.map(
            new String(
                document.openapiJson(request, ApiDocument.BASE + "/openapi", locale),
                StandardCharsets.UTF_8));
    Map<String, List<Call>> parts = new TreeMap<>();
    map(read.get("paths"))
        .forEach(
            (path, calls) ->
                map(calls)
                    .forEach(
                        (method, call) -> {
                          Call read1 = call(path, method, map(call));
                          parts
                              .computeIfAbsent(
                                  path.substring(ApiDocument.BASE.length() + 1).split("/", 2)[0],
                                  part -> new ArrayList<>())
                              .add(read1);
                        }));
    model.addAttribute("parts", parts);
    return "api/calls";
  }

  private static Call call(String path, String method, Map<String, Object> call) {
    List<Parameter> parameters = new ArrayList<>();
    if (call.get("parameters") instanceof List<?> all) {
      for (Object each : all) {
        Map<String, Object> parameter = map(each);
        parameters.add(
            new Parameter(
                text(parameter.get("name")),
                text(parameter.get("in")),
                Boolean.TRUE.equals(parameter.get("required")),
                text(parameter.get("description"))));
      }
    }
    Map<String, String> answers = new LinkedHashMap<>();
    map(call.get("responses"))
        .forEach((status, answer) -> answers.put(status, text(map(answer).get("description"))));
    Object content = map(map(call.get("requestBody")).get("content")).get("application/json");
    String schema = text(map(map(content).get("schema")).get("$ref"));
    return new Call(
        text(call.get("operationId")),
        method.toUpperCase(Locale.ROOT),
        path,
        text(call.get("summary")),
        parameters,
        schema.isEmpty() ? null : schema.substring(schema.lastIndexOf('/') + 1),
        answers);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : String.valueOf(value);
  }

  @SuppressWarnings("unchecked") // JSON: every key of an object is a text
  private static Map<String, Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
