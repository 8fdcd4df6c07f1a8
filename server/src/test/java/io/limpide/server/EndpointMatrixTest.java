package io.limpide.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.account.Open;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Role;
import java.lang.reflect.Method;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.NameValueExpression;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Calls everything that the server answers, as everybody, with what exists, what is another's and
 * what does not exist. Whatever is added to the server is called, too.
 */
class EndpointMatrixTest {
  private static final Pattern VARIABLE = Pattern.compile("([^/]*)/\\{([A-Za-z]+)(?::[^}]*)?}");
  private static final String[] SCOPES = {"read", "write", "import", "export", "admin"};
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final Running SERVER = Running.another(Optional.empty());

  private final Running server = SERVER;
  private final Digests digests = new Digests(server.owner());

  /** It changes what holds for everybody, so that the other tests do not share its base. */
  @AfterAll
  static void end() {
    SERVER.close();
  }

  /** One way in. */
  private record Endpoint(
      String method, String pattern, RequestMappingInfo info, HandlerMethod handler) {
    boolean open() {
      return handler.hasMethodAnnotation(Open.class);
    }

    boolean api() {
      return pattern.startsWith("/api/");
    }

    boolean allows(Role role) {
      Requires needs = handler.getMethodAnnotation(Requires.class);
      return needs != null
          && (needs.value().length == 0
              || Arrays.stream(needs.value()).anyMatch(role.rights()::contains));
    }

    @Override
    public String toString() {
      return method + " " + pattern;
    }
  }

  /** What the variables of a path stand for. */
  private enum Ids {
    OWN,
    FOREIGN,
    ABSENT
  }

  private List<Endpoint> endpoints() {
    List<Endpoint> endpoints = new ArrayList<>();
    server
        .part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              if (handler.getBeanType().getName().startsWith("io.limpide.")) {
                var methods = new TreeSet<>(info.getMethodsCondition().getMethods());
                if (methods.isEmpty()) {
                  methods.add(RequestMethod.GET);
                }
                for (String pattern : info.getPatternValues()) {
                  methods.forEach(
                      method -> endpoints.add(new Endpoint(method.name(), pattern, info, handler)));
                }
              }
            });
    endpoints.sort(Comparator.comparing(Endpoint::toString));
    return endpoints;
  }

  @Test
  void every_handler_says_who_may_ask() {
    assertThat(endpoints()).isNotEmpty();
    assertThat(endpoints())
        .allSatisfy(
            endpoint -> {
              Method method = endpoint.handler().getMethod();
              assertThat(
                      method.isAnnotationPresent(Open.class)
                          ^ method.isAnnotationPresent(Requires.class))
                  .as("%s has either @Requires or @Open", method)
                  .isTrue();
            });
  }

  @Test
  void every_variable_of_a_path_has_a_sample() {
    assertThat(endpoints())
        .allSatisfy(
            endpoint ->
                assertThat(VARIABLE.matcher(endpoint.pattern()).results())
                    .as("variables of %s", endpoint)
                    .allSatisfy(
                        variable ->
                            assertThat(Samples.of(variable.group(1), variable.group(2)))
                                .as(
                                    "add a sample for \"%s/%s\" to Samples",
                                    variable.group(1), variable.group(2))
                                .isPresent()));
  }

  /** A call that somebody may not make. */
  private record Forbidden(Endpoint endpoint, Ids ids, String path) {}

  @Test
  void refuses_whoever_has_no_right_and_changes_nothing() {
    List<String> wrong = new ArrayList<>();
    List<Endpoint> endpoints = endpoints();
    for (Role role : Role.values()) {
      long account = server.account(role);
      List<Forbidden> calls =
          forbidden(
              endpoints.stream().filter(each -> !each.open() && !each.allows(role)).toList(),
              account);
      refused(calls, role.word(), person(account), program(account), wrong);
    }
    List<Forbidden> calls =
        forbidden(
            endpoints.stream().filter(each -> !each.open()).toList(), server.account(Role.READER));
    Visitor nobody = server.visitor();
    nobody.get("/sign-in");
    refused(calls, "nobody", nobody, nobody, wrong);

    assertThat(wrong).isEmpty();
  }

  private List<Forbidden> forbidden(List<Endpoint> endpoints, long account) {
    return endpoints.stream()
        .flatMap(
            endpoint ->
                variants(endpoint).stream()
                    .map(ids -> new Forbidden(endpoint, ids, path(endpoint, ids, account))))
        .toList();
  }

  /** All of them together leave the base as it was; only where they do not is each looked at. */
  private void refused(
      List<Forbidden> calls, String who, Visitor person, Visitor program, List<String> wrong) {
    Map<String, String> before = digests.now();
    for (Forbidden call : calls) {
      HttpResponse<String> answer =
          call(call.endpoint(), call.path(), call.endpoint().api() ? program : person);
      if (!refusal(answer, person)) {
        wrong.add(
            "%s is answered with %d to %s with %s ids"
                .formatted(call.endpoint(), answer.statusCode(), who, call.ids()));
      }
    }
    Map<String, String> after = digests.now();
    after.entrySet().removeAll(before.entrySet());
    if (!after.isEmpty()) {
      wrong.add("a refused call of %s changes %s".formatted(who, after.keySet()));
      for (Forbidden call : calls) {
        Map<String, String> now = digests.now();
        HttpResponse<String> answer =
            call(call.endpoint(), call.path(), call.endpoint().api() ? program : person);
        unchanged(call.endpoint(), who, call.ids(), answer, now, wrong);
      }
    }
  }

  private static boolean refusal(HttpResponse<String> answer, Visitor visitor) {
    int status = answer.statusCode();
    boolean sent = status == 302 && visitor.leadsTo(answer).startsWith("/sign-in");
    return status == 401 || status == 403 || sent;
  }

  @Test
  void answers_whoever_has_the_right_and_changes_nothing_where_it_cannot_do_as_asked() {
    List<String> wrong = new ArrayList<>();
    for (Endpoint endpoint : endpoints()) {
      for (Role role : Role.values()) {
        if (endpoint.open() || endpoint.allows(role)) {
          for (Ids ids : variants(endpoint)) {
            answered(endpoint, role, ids, wrong);
          }
        }
      }
      if (endpoint.open()) {
        Visitor nobody = server.visitor();
        nobody.get("/sign-in");
        Map<String, String> before = digests.now();
        HttpResponse<String> answer = call(endpoint, path(endpoint, Ids.ABSENT, 0), nobody);
        unchanged(endpoint, "nobody", Ids.ABSENT, answer, before, wrong);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private void answered(Endpoint endpoint, Role role, Ids ids, List<String> wrong) {
    long account = server.account(role);
    Visitor visitor = endpoint.api() ? program(account) : person(account);
    String path = path(endpoint, ids, account);
    settled();
    Map<String, String> before = digests.now();
    HttpResponse<String> answer = call(endpoint, path, visitor);
    int status = answer.statusCode();
    if (!endpoint.open() && (status == 401 || status == 403)) {
      wrong.add("%s is refused to %s with %d".formatted(endpoint, role.word(), status));
    }
    if (ids == Ids.FOREIGN && status < 400) {
      wrong.add("%s lets %s touch what is another's: %d".formatted(endpoint, role.word(), status));
    }
    unchanged(endpoint, role.word(), ids, answer, before, wrong);
  }

  /** What an earlier call began in the background is no doing of this one. */
  private void settled() {
    for (int i = 0; i < 200 && busy(); i++) {
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean busy() {
    return server
        .owner()
        .sql("select exists (select from run where state in ('waiting', 'running'))")
        .query(Boolean.class)
        .single();
  }

  private void unchanged(
      Endpoint endpoint,
      String who,
      Ids ids,
      HttpResponse<String> answer,
      Map<String, String> before,
      List<String> wrong) {
    int status = answer.statusCode();
    if (status >= 500) {
      wrong.add("%s fails for %s with %s ids: %d".formatted(endpoint, who, ids, status));
    }
    boolean sentAway = status == 302 && who.equals("nobody") && !endpoint.open();
    if (status >= 400 || sentAway) {
      Map<String, String> after = digests.now();
      after.entrySet().removeAll(before.entrySet());
      if (!after.isEmpty()) {
        wrong.add(
            "%s answers %d to %s with %s ids, yet changes %s"
                .formatted(endpoint, status, who, ids, after.keySet()));
      }
    }
  }

  private Visitor person(long account) {
    Visitor visitor = server.signedIn(account);
    visitor.get("/help");
    return visitor;
  }

  private Visitor program(long account) {
    return server.visitor().with("Authorization", "Bearer " + server.token(account, SCOPES));
  }

  private static List<MatchResult> variables(Endpoint endpoint) {
    return VARIABLE.matcher(endpoint.pattern()).results().toList();
  }

  private static Optional<Samples.Sample> sample(MatchResult variable) {
    return Samples.of(variable.group(1), variable.group(2));
  }

  private static List<Ids> variants(Endpoint endpoint) {
    List<MatchResult> variables = variables(endpoint);
    if (variables.isEmpty()) {
      return List.of(Ids.OWN);
    }
    boolean owned =
        variables.stream().anyMatch(each -> sample(each).map(Samples.Sample::owned).orElse(false));
    return owned ? List.of(Ids.OWN, Ids.FOREIGN, Ids.ABSENT) : List.of(Ids.OWN, Ids.ABSENT);
  }

  private String path(Endpoint endpoint, Ids ids, long account) {
    return VARIABLE
        .matcher(endpoint.pattern())
        .replaceAll(
            found -> {
              Samples.Sample sample = sample(found).orElseThrow();
              String value =
                  switch (ids) {
                    case OWN -> Samples.make(server.owner(), sample, account);
                    case FOREIGN ->
                        Samples.make(server.owner(), sample, server.account(Role.READER));
                    case ABSENT -> sample.absent();
                  };
              return found.group(1) + "/" + value;
            });
  }

  private static HttpResponse<String> call(Endpoint endpoint, String path, Visitor visitor) {
    String fields = fields(endpoint);
    for (NameValueExpression<String> header :
        endpoint.info().getHeadersCondition().getExpressions()) {
      if (!header.isNegated()) {
        visitor.with(header.getName(), Optional.ofNullable(header.getValue()).orElse("true"));
      }
    }
    String type =
        endpoint.info().getConsumesCondition().getConsumableMediaTypes().stream()
            .map(String::valueOf)
            .findFirst()
            .orElse(endpoint.api() ? "application/json" : FORM);
    if (endpoint.method().equals("GET") || !type.equals(FORM)) {
      String query = fields.isEmpty() ? "" : "?" + fields;
      String body = type.startsWith("multipart/") ? "--limit--\r\n" : "{}";
      String whole = type.startsWith("multipart/") ? type + "; boundary=limit" : type;
      return visitor.send(endpoint.method(), path + query, whole, body);
    }
    return visitor.send(endpoint.method(), path, type, fields);
  }

  /** The fields that the handler cannot do without, so that more than their lack is found out. */
  private static String fields(Endpoint endpoint) {
    List<String> fields = new ArrayList<>();
    for (MethodParameter parameter : endpoint.handler().getMethodParameters()) {
      RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
      if (asked != null
          && asked.required()
          && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE)
          && !Map.class.isAssignableFrom(parameter.getParameterType())) {
        String name =
            asked.name().isEmpty()
                ? endpoint
                    .handler()
                    .getMethod()
                    .getParameters()[parameter.getParameterIndex()]
                    .getName()
                : asked.name();
        fields.add(name + "=" + encoded(value(parameter.getParameterType())));
      }
    }
    for (NameValueExpression<String> condition :
        endpoint.info().getParamsCondition().getExpressions()) {
      if (!condition.isNegated()) {
        fields.add(condition.getName() + "=" + encoded(condition.getValue()));
      }
    }
    return String.join("&", fields);
  }

  private static String value(Class<?> type) {
    if (type == boolean.class || type == Boolean.class) {
      return "true";
    }
    return type.isPrimitive() || Number.class.isAssignableFrom(type) ? "1" : "sample";
  }

  private static String encoded(@Nullable String text) {
    return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
  }
}
