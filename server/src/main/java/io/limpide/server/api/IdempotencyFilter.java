package io.limpide.server.api;

import io.limpide.server.account.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Bounds bodies, and does a call with a key once: deed and answer are one transaction, so there is
 * never one without the other. Only answers to what was done are kept: a call that was refused
 * changed nothing and may come again.
 */
final class IdempotencyFilter extends OncePerRequestFilter {
  static final String KEY = "Idempotency-Key";

  /** Under which a request carries the answer that was given to it before. */
  static final String ANSWERED = IdempotencyFilter.class.getName();

  private static final int MOST_BYTES = 8 << 20;
  private static final int LONGEST_KEY = 200;
  private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

  private final Idempotency answers;
  private final TransactionTemplate transaction;
  private final ApiProblems problems;

  IdempotencyFilter(Idempotency answers, TransactionTemplate transaction, ApiProblems problems) {
    this.answers = answers;
    this.transaction = transaction;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication now = SecurityContextHolder.getContext().getAuthentication();
    if (!CHANGING.contains(request.getMethod())
        || now == null
        || !(now.getPrincipal() instanceof Caller caller)) {
      chain.doFilter(request, response);
      return;
    }
    try {
      boolean files = isMultipart(request);
      HttpServletRequest whole = files ? request : read(request);
      String key = request.getHeader(KEY);
      if (key == null || "true".equals(request.getParameter("dryRun"))) {
        chain.doFilter(whole, response);
      } else {
        check(key);
        once(caller, key, digest(caller, whole, files), whole, response, chain);
      }
    } catch (Problem problem) {
      problems.write(problem, request, response);
    } catch (org.springframework.dao.DataAccessException
        | org.springframework.transaction.TransactionException fault) {
      problems.write(ApiProblems.problem(fault), request, response);
    }
  }

  private static void check(String key) {
    if (key.isBlank()
        || key.length() > LONGEST_KEY
        || !key.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw Problem.parameter(KEY, "key");
    }
  }

  private void once(
      Caller caller,
      String key,
      byte[] digest,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    try {
      transaction.executeWithoutResult(
          status -> {
            if (!answers.lock(caller, key)) {
              throw Problem.of(409, "key_in_use").with(HttpHeaders.RETRY_AFTER, "1");
            }
            Optional<Idempotency.Answer> before = answers.find(caller, key, digest);
            before.ifPresent(given -> request.setAttribute(ANSWERED, given));
            go(request, answer, chain);
            if (answer.getStatus() >= 300) {
              status.setRollbackOnly();
            } else if (before.isEmpty()) {
              keep(caller, key, digest, answer, status);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (Wrapped e) {
      throw e.servlet;
    }
    answer.copyBodyToResponse();
  }

  private void keep(
      Caller caller,
      String key,
      byte[] digest,
      ContentCachingResponseWrapper answer,
      TransactionStatus status) {
    if (status.isRollbackOnly()) {
      throw Problem.of(500, "fault"); // a part of it failed: then nothing of it was done
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : new String[] {HttpHeaders.ETAG, HttpHeaders.LOCATION}) {
      String value = answer.getHeader(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    String type = answer.getContentType();
    if (type != null) {
      headers.put(HttpHeaders.CONTENT_TYPE, type);
    }
    answers.keep(
        caller,
        key,
        digest,
        new Idempotency.Answer(
            answer.getStatus(),
            headers,
            new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8)));
  }

  private static void go(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    try {
      chain.doFilter(request, response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      throw new Wrapped(e);
    }
  }

  /** A fault on its way out of the transaction. */
  private static final class Wrapped extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final ServletException servlet;

    Wrapped(ServletException servlet) {
      super(servlet);
      this.servlet = servlet;
    }
  }

  private static boolean isMultipart(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  private static byte[] digest(Caller caller, HttpServletRequest request, boolean files)
      throws IOException, ServletException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, caller.actor());
      // a call may hold a password: without the token nobody can try guesses on what is kept
      add(digest, String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION)));
      add(digest, request.getMethod());
      add(digest, request.getRequestURI());
      add(digest, String.valueOf(request.getQueryString()));
      add(digest, String.valueOf(request.getHeader(HttpHeaders.IF_MATCH)));
      if (files) { // read whole before the transaction begins, and known by what they are called
        for (Part part : request.getParts()) {
          add(digest, part.getName());
          add(digest, String.valueOf(part.getSubmittedFileName()));
          add(digest, String.valueOf(part.getSize()));
        }
      } else if (request instanceof Whole whole) {
        digest.update(whole.body);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static void add(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static Whole read(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > MOST_BYTES) {
      throw Problem.of(413, "too_large");
    }
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw Problem.of(413, "too_large");
    }
    return new Whole(request, body);
  }

  /** A request whose body was read. */
  private static final class Whole extends HttpServletRequestWrapper {
    private final byte[] body;

    Whole(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      return new Bytes(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(
          new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
    }
  }

  private static final class Bytes extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Bytes(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("read at once");
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int from, int most) {
      return bytes.read(into, from, most);
    }
  }
}
