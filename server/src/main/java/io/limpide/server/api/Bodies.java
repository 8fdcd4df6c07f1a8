package io.limpide.server.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.type.LogicalType;

/**
 * How bodies are read: nothing is taken that was not asked for. A property that the call does not
 * have is refused by its name, and a number is no text, for {@code 01000} would lose its zero.
 */
@Configuration(proxyBeanMethods = false)
class Bodies {
  private static final int LONGEST_NAME = 100;

  @Bean
  JsonMapperBuilderCustomizer strictJson() {
    return builder ->
        builder
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .changeDefaultPropertyInclusion(
                kept ->
                    kept.withValueInclusion(
                        com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .withCoercionConfig(
                LogicalType.Textual,
                text -> {
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                  text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                  text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                });
  }

  /** Returns what is wrong with a body, by name and place and never by value. */
  static Problem problem(@Nullable Throwable fault) {
    if (fault instanceof UnrecognizedPropertyException unknown) {
      return Problem.body(
          "unknown_property",
          List.of(Problem.FieldError.of(place(unknown), "unknown_property", known(unknown))));
    }
    if (fault instanceof DatabindException mismatch) {
      return Problem.body("invalid_body", List.of(Problem.FieldError.of(place(mismatch), "type")));
    }
    if (fault instanceof StreamReadException broken) {
      TokenStreamLocation at = broken.getLocation();
      return Problem.of(
          400,
          "invalid_json",
          at == null ? 1 : Math.max(1, at.getLineNr()),
          at == null ? 1 : Math.max(1, at.getColumnNr()));
    }
    return Problem.of(400, "body_missing");
  }

  private static String known(UnrecognizedPropertyException unknown) {
    return unknown.getKnownPropertyIds() == null
        ? ""
        : unknown.getKnownPropertyIds().stream()
            .map(String::valueOf)
            .sorted()
            .collect(Collectors.joining(", "));
  }

  private static String place(JacksonException fault) {
    List<String> parts = new ArrayList<>();
    for (JacksonException.Reference step : fault.getPath()) {
      String name = step.getPropertyName();
      if (name == null) {
        int last = parts.size() - 1;
        String index = "[" + step.getIndex() + "]";
        if (last < 0) {
          parts.add(index);
        } else {
          parts.set(last, parts.get(last) + index);
        }
      } else {
        parts.add(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
      }
    }
    return String.join(".", parts);
  }
}
