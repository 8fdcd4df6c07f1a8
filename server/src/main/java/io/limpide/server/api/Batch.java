package io.limpide.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Many items in one call: each has a result of its own, and one that is bad stops no other. */
@Component
public class Batch {
  /** The most items of a call. */
  public static final int MOST = 1_000;

  private final JsonMapper json;

  Batch(JsonMapper json) {
    this.json = json;
  }

  /**
   * What became of one item.
   *
   * @param index its place among those that were sent
   * @param status as if it had been sent alone
   * @param id of what was made; not there where nothing was
   * @param problem why it was refused
   */
  public record Result(
      @JsonProperty("index") int index,
      @JsonProperty("status") int status,
      @JsonProperty("id") @Nullable Long id,
      @JsonProperty("problem") @Nullable ProblemJson problem) {
    /** Returns the result of an item that was done. */
    public static Result done(int index, int status, long id) {
      return new Result(index, status, id, null);
    }

    static Result refused(int index, Problem problem, Locale locale) {
      return new Result(index, problem.status(), null, ProblemJson.of(problem, locale));
    }
  }

  /**
   * What became of all.
   *
   * @param done how many were done
   * @param refused how many were not
   */
  public record Results(int done, int refused, List<Result> items) {
    public Results {
      items = List.copyOf(items);
    }
  }

  /** The items of a call on their way to their results. */
  public static final class Work<T> {
    private final Map<Integer, T> good = new TreeMap<>();
    private final Map<Integer, Result> results = new TreeMap<>();
    private final Locale locale;

    private Work(Locale locale) {
      this.locale = locale;
    }

    /** Returns the items that are still good, by their places. */
    public Map<Integer, T> good() {
      return new TreeMap<>(good);
    }

    /** Refuses an item. */
    public void refuse(int index, Problem problem) {
      good.remove(index);
      results.put(index, Result.refused(index, problem, locale));
    }

    /** Notes an item as done. */
    public void done(int index, int status, long id) {
      good.remove(index);
      results.put(index, Result.done(index, status, id));
    }

    /** Looks at each item that is still good and refuses it where that finds a problem. */
    public void check(Function<T, @Nullable Problem> look) {
      good()
          .forEach(
              (index, item) -> {
                Problem problem = look.apply(item);
                if (problem != null) {
                  refuse(index, problem);
                }
              });
    }

    /** Returns what became of all. */
    public Results results() {
      int refused = (int) results.values().stream().filter(r -> r.problem() != null).count();
      return new Results(results.size() - refused, refused, new ArrayList<>(results.values()));
    }
  }

  /** Reads the items of a call, each by itself. */
  public <T> Work<T> read(@Nullable List<Object> items, Class<T> type, Locale locale) {
    if (items == null || items.isEmpty()) {
      throw Problem.invalid("items", "missing");
    }
    if (items.size() > MOST) {
      throw Problem.invalid("items", "too_many_items", MOST);
    }
    Work<T> work = new Work<>(locale);
    for (int index = 0; index < items.size(); index++) {
      try {
        T item = items.get(index) == null ? null : json.convertValue(items.get(index), type);
        if (item == null) {
          work.refuse(index, Problem.of(400, "body_missing"));
        } else {
          work.good.put(index, item);
        }
      } catch (JacksonException e) {
        work.refuse(index, Bodies.problem(e));
      } catch (Problem problem) { // a constructor that looks at what it is given
        work.refuse(index, problem);
      }
    }
    return work;
  }
}
