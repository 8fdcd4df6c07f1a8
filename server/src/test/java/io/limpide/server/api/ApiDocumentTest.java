package io.limpide.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Program;
import io.limpide.server.Running;
import io.limpide.server.account.Role;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@SuppressWarnings("NullAway") // a test that is wrong about the document fails
class ApiDocumentTest {
  private final Running server = Running.server();
  private final Program program = Program.of(Role.ADMINISTRATOR, "admin");

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  private Map<String, Object> paths(String language) {
    Program.Answer document = program.get("/api/v1/openapi", "Accept-Language", language);
    assertThat(document.status()).isEqualTo(200);
    return document.part("paths");
  }

  @Test
  void describes_every_call_with_a_summary_and_its_problems_in_both_languages() {
    for (String language : new String[] {"en", "fr"}) {
      paths(language)
          .forEach(
              (path, calls) ->
                  map(calls)
                      .forEach(
                          (method, call) -> {
                            String name = method + " " + path + " " + language;
                            assertThat((String) map(call).get("summary")).as(name).isNotBlank();
                            assertThat(map(map(call).get("responses")))
                                .as(name)
                                .containsKeys("400", "401", "403", "429", "500");
                            assertThat(String.valueOf(map(call).get("responses")))
                                .as(name)
                                .contains("#/components/schemas/Problem");
                          }));
    }
    assertThat(
            String.valueOf(map(map(paths("fr").get("/api/v1/search")).get("get")).get("summary")))
        .startsWith("Rechercher");
  }

  @Test
  void leaves_out_no_call_that_the_server_has() {
    Set<String> had = new TreeSet<>();
    server
        .part(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              if (handler.getBeanType().getName().startsWith("io.limpide.")) {
                had.addAll(names(mapping));
              }
            });
    Set<String> described = new TreeSet<>();
    paths("en")
        .forEach(
            (path, calls) ->
                map(calls).keySet().forEach(method -> described.add(method + " " + path)));

    assertThat(described).isEqualTo(had).hasSizeGreaterThan(25);
  }

  private static Set<String> names(RequestMappingInfo mapping) {
    Set<String> names = new TreeSet<>();
    for (String path : mapping.getPatternValues()) {
      if (path.startsWith("/api/v1/")) {
        mapping
            .getMethodsCondition()
            .getMethods()
            .forEach(
                method -> names.add(method.name().toLowerCase(java.util.Locale.ROOT) + " " + path));
      }
    }
    return names;
  }

  @Test
  void answers_at_every_address_it_describes() {
    paths("en")
        .forEach(
            (path, calls) -> {
              String address = path.replaceAll("\\{[^}]*\\}", "999999999");
              map(calls)
                  .keySet()
                  .forEach(
                      method -> {
                        String body = method.equals("get") || method.equals("delete") ? "" : "{}";
                        Program.Answer answer =
                            program.send(method.toUpperCase(java.util.Locale.ROOT), address, body);
                        assertThat(answer.status())
                            .as(method + " " + address)
                            .isLessThan(500)
                            .isNotIn(401, 403, 405);
                        assertThat(answer.header("Content-Type")).contains("json");
                      });
            });
  }

  @Test
  void is_a_page_for_people_and_no_secret_for_those_who_are_signed_in_only() {
    String page = server.as(Role.READER).get("/api").body();

    assertThat(page)
        .contains(
            "GET /api/v1/parties/{id}", "Read a party with the origin of every value", "If-Match")
        .doesNotContain("??", "call.get");
    assertThat(server.visitor().get("/api/v1/openapi").statusCode()).isEqualTo(401);
    assertThat(server.as(Role.READER).get("/api/v1/openapi").statusCode()).isEqualTo(200);
  }
}
