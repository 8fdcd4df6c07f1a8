package io.limpide.server.api;

import io.limpide.engine.message.Messages;
import io.limpide.server.web.Texts;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiLocaleCustomizer;
import org.springframework.stereotype.Component;

/** Says in the OpenAPI document what the code of a call cannot, in the reader's language. */
@Component
class ApiDocument implements OpenApiLocaleCustomizer {
  /** The beginning of every address. */
  static final String BASE = "/api/v1";

  private static final String PROBLEM = "Problem";
  private static final String TOKEN = "token";

  @Override
  public void customise(OpenAPI document, Locale locale) {
    Messages words = Texts.of(locale);
    document.setInfo(
        new Info().title("Limpide").version("v1").description(words.text("api.description")));
    document.setServers(List.of(new Server().url("/")));
    document.setTags(null);
    Components components =
        document.getComponents() == null ? new Components() : document.getComponents();
    document.setComponents(components);
    ModelConverters.getInstance().readAll(ProblemJson.class).forEach(components::addSchemas);
    components.addSecuritySchemes(
        TOKEN,
        new SecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .description(words.text("api.bearer")));
    document.setSecurity(List.of(new SecurityRequirement().addList(TOKEN)));
    document
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach((method, call) -> describe(path, method, call, words)));
  }

  /** Returns the code of the text that says what a call does. */
  static String code(String method, String path) {
    return "call."
        + method.toLowerCase(Locale.ROOT)
        + path.substring(BASE.length()).replace('/', '.').replaceAll("[{}]", "");
  }

  private static void describe(
      String path, PathItem.HttpMethod method, Operation call, Messages words) {
    String code = code(method.name(), path);
    if (words.has(code)) {
      call.setSummary(words.text(code));
    }
    call.setOperationId(code.substring("call.".length()).replace('.', '_'));
    call.setTags(List.of(path.substring(BASE.length() + 1).split("/", 2)[0]));
    List<Parameter> parameters =
        call.getParameters() == null ? new ArrayList<>() : new ArrayList<>(call.getParameters());
    boolean changes = method != PathItem.HttpMethod.GET;
    boolean versioned = false;
    for (Parameter parameter : parameters) {
      String text = "api.parameter." + parameter.getName();
      if (parameter.getName().equalsIgnoreCase("If-Match")) {
        parameter.setDescription(words.text("api.header.if_match"));
        parameter.setExample("\"7\"");
        versioned = true;
      } else if (parameter.getDescription() == null && words.has(text)) {
        parameter.setDescription(words.text(text));
      }
    }
    if (changes) {
      parameters.add(
          new HeaderParameter()
              .name(IdempotencyFilter.KEY)
              .description(words.text("api.header.idempotency"))
              .required(false)
              .schema(new StringSchema().maxLength(200)));
    }
    call.setParameters(parameters);
    answers(path, method, call, versioned, words);
  }

  private static void answers(
      String path, PathItem.HttpMethod method, Operation call, boolean versioned, Messages words) {
    ApiResponses answers = new ApiResponses();
    if (call.getResponses() != null) {
      boolean made = call.getResponses().containsKey("201");
      boolean told = call.getResponses().containsKey("204");
      call.getResponses()
          .forEach(
              (status, answer) -> {
                boolean usual = status.equals("200") && made && !told;
                if (status.startsWith("2") && !usual) {
                  answers.addApiResponse(status, answer.description(words.text(said(status))));
                }
              });
    }
    Set<String> refusals = new LinkedHashSet<>(List.of("400", "401", "403"));
    if (path.contains("{")) {
      refusals.add("404");
    }
    if (method != PathItem.HttpMethod.GET) {
      refusals.addAll(List.of("409", "413", "415", "422"));
    }
    if (versioned) {
      refusals.addAll(List.of("412", "428"));
    }
    refusals.addAll(List.of("429", "500", "503"));
    refusals.stream().sorted().forEach(status -> answers.addApiResponse(status, problem(words)));
    call.setResponses(answers);
  }

  private static String said(String status) {
    return switch (status) {
      case "201" -> "api.answer.created";
      case "204" -> "api.answer.nothing";
      default -> "api.answer.ok";
    };
  }

  private static ApiResponse problem(Messages words) {
    return new ApiResponse()
        .description(words.text("api.answer.problem"))
        .content(
            new Content()
                .addMediaType(
                    "application/problem+json",
                    new MediaType()
                        .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
  }
}
