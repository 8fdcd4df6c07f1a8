package io.limpide.cli.live;

import io.limpide.cli.result.ExplanationText;
import io.limpide.engine.live.LiveChange;
import io.limpide.engine.live.LiveExplanation;
import io.limpide.engine.live.LiveGroup;
import io.limpide.engine.live.LiveIndex;
import io.limpide.engine.live.LiveMatch;
import io.limpide.engine.live.LiveRecord;
import io.limpide.engine.message.Messages;
import io.limpide.engine.run.FieldPlan;
import io.limpide.engine.run.LiveRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers requests about single records, one after another; a bad one is answered too. */
public final class LiveSession {
  private static final int MATCHES = 10;

  private final LiveRun run;
  private final LiveIndex index;
  private final List<LiveRun.Source> sources;
  private final Messages messages;
  private boolean over;

  /** Begins with what a run found; answers in the language of the messages. */
  public LiveSession(LiveRun run, Messages messages) {
    this.run = run;
    this.index = run.index();
    this.sources = run.sources();
    this.messages = messages;
  }

  /** Returns what is said before the first request: that all is ready, and what may be asked. */
  public Map<String, Object> greeting() {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("ready", true);
    answer.put("records", index.size());
    answer.put("sources", sources.stream().map(LiveSession::source).toList());
    return answer;
  }

  private static Map<String, Object> source(LiveRun.Source source) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("source", source.name());
    tree.put("columns", source.columns());
    return tree;
  }

  /** Returns whether there was a request to end. */
  public boolean isOver() {
    return over;
  }

  /** Answers a line; never fails because of what it says. */
  public Map<String, Object> answer(byte[] line) {
    Map<String, Object> answer = new LinkedHashMap<>();
    try {
      Request request = Request.read(line, messages);
      request.text("ref").ifPresent(ref -> answer.put("ref", ref));
      answer(request, answer);
    } catch (Refusal e) {
      answer.put("error", e.code());
      answer.put("message", e.words());
    }
    return answer;
  }

  /** Returns what is answered to a line that was not read because of its length. */
  public Map<String, Object> tooLong(int most) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("error", "long");
    answer.put("message", messages.text("live.long", String.valueOf(most)));
    return answer;
  }

  private void answer(Request request, Map<String, Object> answer) throws Refusal {
    String op = request.needed("op");
    switch (op) {
      case "find" -> answer.put("matches", find(request));
      case "put" -> put(request, answer);
      case "remove" -> {
        String id = request.needed("id");
        change(known(id, index.remove(id)), answer);
      }
      case "group" -> {
        String id = request.needed("id");
        answer.putAll(group(known(id, index.group(id))));
      }
      case "explain" -> explain(request, answer);
      case "judge" -> judge(request, answer);
      case "settle" -> change(index.settle(), answer);
      case "quit" -> {
        over = true;
        answer.put("records", index.size());
      }
      default -> throw new Refusal("op", messages.text("live.op", op));
    }
  }

  private List<Map<String, Object>> find(Request request) throws Refusal {
    int most = request.most(MATCHES);
    if (request.hasRecord()) {
      return matches(index.find(record(request), most), most);
    }
    String id = request.needed("id");
    return matches(known(id, index.matches(id, most)), most);
  }

  private void put(Request request, Map<String, Object> answer) throws Refusal {
    String id = request.needed("id");
    int most = request.most(MATCHES);
    LiveChange change = index.put(id, record(request));
    answer.put("id", id);
    answer.put("group", index.group(id).map(LiveGroup::number).orElse(0));
    answer.put("matches", matches(change.matches(), most));
    change(change, answer);
  }

  private void explain(Request request, Map<String, Object> answer) throws Refusal {
    String other = request.needed("other");
    known(other, index.group(other));
    Optional<LiveExplanation> explained;
    if (request.hasRecord()) {
      explained = index.explain(record(request), other);
    } else {
      String id = request.needed("id");
      known(id, index.group(id));
      explained = index.explain(id, other);
    }
    if (explained.isEmpty()) {
      throw new Refusal("kind", messages.text("live.kind"));
    }
    LiveExplanation found = explained.get();
    answer.putAll(new ExplanationText(found.explanation(), found.a(), found.b(), messages).tree());
  }

  private void judge(Request request, Map<String, Object> answer) throws Refusal {
    String id = request.needed("id");
    String other = request.needed("other");
    known(id, index.group(id));
    known(other, index.group(other));
    if (id.equals(other)) {
      throw new Refusal("id", messages.text("live.judge.itself"));
    }
    Optional<String> said = request.text("judgement");
    Optional<Boolean> same = said.flatMap(JudgementWords::same);
    if (said.isPresent() && same.isEmpty()) {
      throw new Refusal("judgement", messages.text("live.judgement", said.get()));
    }
    Optional<LiveChange> change =
        same.isPresent() ? index.judge(id, other, same.get()) : index.withdraw(id, other);
    if (change.isEmpty()) {
      throw new Refusal("kind", messages.text("live.judge.kind"));
    }
    change(change.get(), answer);
  }

  private <T> T known(String id, Optional<T> found) throws Refusal {
    if (found.isEmpty()) {
      throw new Refusal("id", messages.text("live.id", id));
    }
    return found.get();
  }

  private LiveRecord record(Request request) throws Refusal {
    Map<String, String> values = request.record();
    return run.record(source(request.text("source"), values), values);
  }

  /** The source that was named, else the first that has all columns. */
  private int source(Optional<String> named, Map<String, String> values) throws Refusal {
    for (int source = 0; source < sources.size(); source++) {
      boolean meant =
          named.isPresent()
              ? sources.get(source).name().equals(named.get())
              : sources.get(source).columns().containsAll(values.keySet());
      if (meant) {
        refuseOthers(values, sources.get(source));
        return source;
      }
    }
    if (named.isPresent()) {
      throw new Refusal("source", messages.text("live.source", named.get()));
    }
    refuseOthers(values, sources.get(0));
    return 0;
  }

  private void refuseOthers(Map<String, String> values, LiveRun.Source source) throws Refusal {
    for (String column : values.keySet()) {
      if (!source.columns().contains(column)) {
        String near = FieldPlan.nearest(column, source.columns());
        throw new Refusal(
            "column",
            messages.text(
                "live.column",
                source.name(),
                column,
                near.isEmpty() ? "" : messages.text("input.id.hint", near)));
      }
    }
  }

  private static List<Map<String, Object>> matches(List<LiveMatch> matches, int most) {
    return matches.stream().limit(most).map(LiveSession::match).toList();
  }

  private static Map<String, Object> match(LiveMatch match) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", match.id());
    tree.put("group", match.group());
    tree.put("weight", match.weight());
    tree.put("probability", match.probability());
    tree.put("verdict", match.verdict().word());
    tree.put("rule", match.rule());
    return tree;
  }

  private static Map<String, Object> group(LiveGroup group) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("group", group.number());
    tree.put("ids", group.ids());
    return tree;
  }

  private static void change(LiveChange change, Map<String, Object> answer) {
    answer.put("changed", change.changed().stream().map(LiveSession::group).toList());
    answer.put("vanished", change.vanished());
    answer.put("settled", change.settled());
  }
}
