package io.limpide.server.api;

import io.limpide.server.database.Outage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers every refusal and fault of the API as a problem in the caller's language. It never
 * repeats what was sent or what the database said.
 */
@Component
class ApiProblems implements HandlerExceptionResolver, Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

  private final JsonMapper json;
  private final LocaleResolver locales;

  ApiProblems(JsonMapper json, LocaleResolver locales) {
    this.json = json;
    this.locales = locales;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 1;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception fault) {
    if (!request.getRequestURI().startsWith("/api/") || response.isCommitted()) {
      return null; // pages have words of their own
    }
    try {
      response.resetBuffer();
      write(problem(fault), request, response);
      return new ModelAndView();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a problem as the answer. */
  void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Locale locale = locales.resolveLocale(request);
    response.setStatus(problem.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
    problem.headers().forEach(response::setHeader);
    response
        .getOutputStream()
        .write(
            json.writeValueAsString(ProblemJson.of(problem, locale))
                .getBytes(StandardCharsets.UTF_8));
  }

  /** Returns what a fault is to the caller. */
  static Problem problem(Throwable fault) {
    if (fault instanceof Problem problem) {
      return problem;
    }
    if (fault instanceof HttpMessageNotReadableException unreadable) {
      return Bodies.problem(unreadable.getCause());
    }
    if (fault instanceof AccessDeniedException) {
      return Problem.of(403, "forbidden");
    }
    Optional<Problem> passing = passing(fault);
    if (passing.isPresent()) {
      return passing.get();
    }
    if (fault instanceof ErrorResponse
        || fault instanceof ServletRequestBindingException
        || fault instanceof MethodArgumentTypeMismatchException) {
      return ofRequest(fault);
    }
    return unknown(fault);
  }

  private static Problem ofRequest(Throwable fault) {
    if (fault instanceof HttpRequestMethodNotSupportedException method) {
      Problem problem = Problem.of(405, "method");
      String[] supported = method.getSupportedMethods();
      return supported == null
          ? problem
          : problem.with(HttpHeaders.ALLOW, String.join(", ", supported));
    }
    if (fault instanceof HttpMediaTypeNotSupportedException type) {
      return Problem.of(415, "media_type")
          .with(
              HttpHeaders.ACCEPT,
              type.getSupportedMediaTypes().stream()
                  .map(MediaType::toString)
                  .collect(Collectors.joining(", ")));
    }
    if (fault instanceof MissingServletRequestParameterException missing) {
      return Problem.parameter(missing.getParameterName(), "missing");
    }
    if (fault instanceof MethodArgumentTypeMismatchException mismatch) {
      return mismatch
              .getParameter()
              .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)
          ? Problem.notFound()
          : Problem.parameter(mismatch.getName(), "type");
    }
    int status = fault instanceof ErrorResponse known ? known.getStatusCode().value() : 400;
    return Problem.of(
        status,
        switch (status) {
          case 404 -> "not_found";
          case 406 -> "not_acceptable";
          case 413 -> "too_large";
          case 415 -> "media_type";
          default -> status < 500 ? "invalid_request" : status == 503 ? "busy" : "fault";
        });
  }

  /** What passes by itself: the same call may well be answered later. */
  private static Optional<Problem> passing(Throwable fault) {
    if (fault instanceof PessimisticLockingFailureException) {
      return Optional.of(Problem.of(409, "conflict").with(HttpHeaders.RETRY_AFTER, "1"));
    }
    if (fault instanceof QueryTimeoutException
        || fault instanceof CannotGetJdbcConnectionException
        || fault instanceof CannotCreateTransactionException) {
      return Optional.of(Problem.of(503, "busy").with(HttpHeaders.RETRY_AFTER, "5"));
    }
    return switch (Outage.of(fault)) {
      case AWAY -> Optional.of(Problem.of(503, "away").with(HttpHeaders.RETRY_AFTER, "5"));
      case FULL -> Optional.of(Problem.of(507, "full").with(HttpHeaders.RETRY_AFTER, "60"));
      case NONE -> Optional.empty();
    };
  }

  /** The text of a fault may repeat values: only its kinds and places are noted. */
  private static Problem unknown(Throwable fault) {
    StringBuilder kinds = new StringBuilder();
    for (Throwable at = fault; at != null; at = at.getCause()) {
      kinds.append(kinds.isEmpty() ? "" : "; ").append(at.getClass().getSimpleName());
      if (at instanceof java.sql.SQLException sql) {
        kinds.append(' ').append(sql.getSQLState());
      }
      for (StackTraceElement element : at.getStackTrace()) {
        if (element.getClassName().startsWith("io.limpide")) {
          kinds.append(" at ").append(element.getFileName()).append(':');
          kinds.append(element.getLineNumber());
          break;
        }
      }
    }
    LOG.error("the API met {}", kinds);
    return Problem.of(500, "fault");
  }
}
