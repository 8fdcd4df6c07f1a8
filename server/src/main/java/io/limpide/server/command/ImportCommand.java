package io.limpide.server.command;

import io.limpide.engine.message.Messages;
import io.limpide.server.web.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code limpide import}: sends a file to a server, and waits for it to be in if asked to; or only
 * says what would happen.
 */
@Command(name = "import", sortOptions = false)
final class ImportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", descriptionKey = "import.file")
  private Path file = Path.of("");

  @Option(names = "--server", paramLabel = "URL", required = true)
  private URI server = URI.create("");

  @Option(names = "--token-file", paramLabel = "FILE", required = true)
  private Path tokenFile = Path.of("");

  @Option(names = "--source", paramLabel = "NAME")
  private Optional<String> source = Optional.empty();

  @Option(names = "--wait")
  private boolean wait;

  @Option(names = "--preview")
  private boolean preview;

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() throws InterruptedException {
    Messages messages = language.messages();
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      System.err.println(messages.text("import.file.unreadable", file.toString()));
      return Exit.INPUT;
    }
    String token;
    try {
      token = Files.readString(tokenFile).strip();
    } catch (IOException e) {
      System.err.println(messages.text("import.token.unreadable", tokenFile.toString()));
      return Exit.INPUT;
    }
    if (server.getHost() == null || token.isEmpty() || token.chars().anyMatch(c -> c <= ' ')) {
      System.err.println(
          messages.text(server.getHost() == null ? "import.server.address" : "import.token.none"));
      return Exit.USAGE;
    }
    try {
      return send(new ImportCalls(server, token, messages.locale()), messages);
    } catch (IOException e) {
      System.err.println(messages.text("import.server.silent", server.toString()));
      return Exit.FAULT;
    } catch (Ended e) {
      progress("");
      System.err.println(e.said);
      return e.exit;
    }
  }

  /** Says why an import came to no good end. */
  private static final class Ended extends Exception {
    private static final long serialVersionUID = 1;
    private final String said;
    private final int exit;

    Ended(String said, int exit) {
      super(said);
      this.said = said;
      this.exit = exit;
    }
  }

  private int send(ImportCalls calls, Messages messages)
      throws IOException, InterruptedException, Ended {
    String name = String.valueOf(file.getFileName());
    String base = name.replaceAll("\\.[^.]*$", "");
    String of = source.orElse(base.isEmpty() ? name : base);
    Map<String, Object> begun = read(calls.begin(file, of, !preview), 202, messages);
    String id = String.valueOf(begun.get("id"));
    String page = server.resolve("/imports/" + id).toString();
    if (preview) {
      preview(calls, id, page, messages);
    } else {
      System.out.println(messages.text("import.begun", page));
      if (wait) {
        figures("import.done", until("done", calls, id, messages), messages);
      }
    }
    return Exit.OK;
  }

  /** What the columns were taken for, and what would happen; the rest is decided on the page. */
  private void preview(ImportCalls calls, String id, String page, Messages messages)
      throws IOException, InterruptedException, Ended {
    until("draft", calls, id, messages);
    if (read(calls.read(id, "/columns"), 200, messages).get("items") instanceof List<?> columns) {
      columns.forEach(column -> column((Map<?, ?>) column, messages));
    }
    read(calls.map(id), 202, messages);
    until("draft", calls, id, messages);
    figures("import.would", read(calls.read(id, "/preview"), 200, messages), messages);
    System.out.println(messages.text("import.previewed", page));
  }

  private static void column(Map<?, ?> column, Messages messages) {
    String name = String.valueOf(column.get("name"));
    Object field = column.get("field");
    System.out.println(
        field == null
            ? messages.text("import.column.kept", name)
            : messages.text(
                "import.column",
                name,
                field,
                column.get("confidence") instanceof Number sure ? sure : 0));
  }

  private static void figures(String code, Map<String, Object> of, Messages messages) {
    System.out.println(
        messages.text(
            code,
            figure(of, "created"),
            figure(of, "updated"),
            figure(of, "unchanged"),
            figure(of, "rejected")));
  }

  private static Map<String, Object> read(
      HttpResponse<String> answer, int wanted, Messages messages) throws Ended {
    if (answer.statusCode() != wanted) {
      throw new Ended(
          refusal(answer, messages), answer.statusCode() == 422 ? Exit.INPUT : Exit.FAULT);
    }
    return Json.map(answer.body());
  }

  /** Waits until an import stands so; one that ends otherwise is said to have. */
  private static Map<String, Object> until(
      String state, ImportCalls calls, String id, Messages messages)
      throws IOException, InterruptedException, Ended {
    while (true) {
      Map<String, Object> now = read(calls.look(id), 200, messages);
      String stands = String.valueOf(now.get("state"));
      if (stands.equals(state)) {
        progress("");
        return now;
      }
      switch (stands) {
        case "waiting", "running" ->
            progress(messages.text("import.progress", figure(now, "done"), figure(now, "total")));
        case "paused" -> progress(messages.text("import.paused"));
        default ->
            throw new Ended(
                now.get("failure") instanceof Map<?, ?> failure
                    ? String.valueOf(failure.get("text"))
                    : messages.text("import.ended", stands),
                Exit.INPUT);
      }
    }
  }

  private static Object figure(Map<String, Object> state, String name) {
    return state.get(name) instanceof Number number ? number : 0;
  }

  /** On a terminal, one line that is written over. */
  @SuppressWarnings("SystemConsoleNull") // from Java 22 on at worst a line too many
  private static void progress(String text) {
    if (System.console() != null) {
      System.err.print("\r\u001b[K" + text);
      System.err.flush();
    }
  }

  private static String refusal(HttpResponse<String> answer, Messages messages) {
    try {
      Map<String, Object> problem = Json.map(answer.body());
      if (problem.get("detail") instanceof String detail) {
        StringBuilder said = new StringBuilder(problem.get("title") + ". " + detail);
        if (problem.get("errors") instanceof List<?> errors) {
          errors.forEach(error -> said.append(' ').append(((Map<?, ?>) error).get("detail")));
        }
        return said.toString();
      }
    } catch (RuntimeException e) {
      // no problem of ours: something else answers there
    }
    return messages.text("import.server.refused", String.valueOf(answer.statusCode()));
  }
}
