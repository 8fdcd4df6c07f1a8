package io.limpide.server.web;

import io.limpide.server.account.Open;
import io.limpide.server.database.Outage;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Whatever goes wrong is a page in words, or on the API a problem (RFC 9457): what happened, that
 * nothing is lost, what to do. Never a trace, never what was sent.
 */
@PageController
class ErrorPages implements ErrorController {
  private static final Set<Integer> WORDED =
      Set.of(400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 422, 428, 429, 500, 503, 507);

  @Open
  @RequestMapping("/error")
  Object error(
      HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
    int status = status(request);
    response.setStatus(status);
    if (status == HttpStatus.SERVICE_UNAVAILABLE.value()
        || status == HttpStatus.INSUFFICIENT_STORAGE.value()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
    }
    int worded = WORDED.contains(status) ? status : status < 500 ? 400 : 500;
    String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    if (path.startsWith("/api/")) {
      ProblemDetail problem = ProblemDetail.forStatus(status);
      problem.setType(URI.create("urn:limpide:problem:" + code(worded)));
      problem.setTitle(Texts.of(locale).text("error." + worded));
      problem.setDetail(Texts.of(locale).text("error." + worded + ".way_out"));
      return ResponseEntity.status(status)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(problem);
    }
    model.addAttribute("status", worded);
    return "web/error";
  }

  /** What passes comes as a fault where nobody between knew better, such as from a filter. */
  private static int status(HttpServletRequest request) {
    if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code)) {
      return HttpStatus.NOT_FOUND.value();
    }
    Outage outage =
        request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault
            ? Outage.of(fault)
            : Outage.NONE;
    return outage == Outage.NONE ? code : outage.status();
  }

  /** The same codes as the API itself gives for what only it knows. */
  private static String code(int status) {
    return switch (status) {
      case 401 -> "unauthorized";
      case 403 -> "forbidden";
      case 404 -> "not_found";
      case 405 -> "method";
      case 406 -> "not_acceptable";
      case 413 -> "too_large";
      case 415 -> "media_type";
      case 429 -> "too_many";
      case 503 -> "away";
      case 507 -> "full";
      default -> status < 500 ? "invalid_request" : "fault";
    };
  }
}
