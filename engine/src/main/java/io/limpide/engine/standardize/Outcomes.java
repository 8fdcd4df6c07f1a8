package io.limpide.engine.standardize;

import io.limpide.engine.finding.Change;
import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.finding.Severity;
import io.limpide.engine.table.Dictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes and remarks by key, packed: a million of them take some 40 bytes each beside their texts.
 *
 * <p>What a key is, the owner decides: the code of a distinct value, or a row.
 */
final class Outcomes {
  private static final int NONE = -1;
  private static final char SEPARATOR = '\u001f';

  private final Dictionary texts = new Dictionary();
  private final Names<String> rules = new Names<>();
  private final Names<Reason> reasons = new Names<>();
  private int[] heads = new int[0];
  private int[] tails = new int[0];

  // One entry a change or remark; a remark has no level, and its arguments are its evidence.
  private int size;
  private int[] next = new int[64];
  private short[] column = new short[64];
  private short[] code = new short[64];
  private byte[] level = new byte[64];
  private float[] confidence = new float[64];
  private int[] before = new int[64];
  private int[] after = new int[64];
  private int[] evidence = new int[64];

  void change(int key, int columnIndex, Change change) {
    int entry = append(key, columnIndex, rules.number(change.rule()), change.evidence());
    level[entry] = (byte) (change.level() == Level.SAFE ? 0 : 1);
    confidence[entry] = (float) change.confidence();
    before[entry] = texts.encode(change.before());
    after[entry] = texts.encode(change.after());
  }

  void remark(int key, int columnIndex, Remark remark) {
    int entry = append(key, columnIndex, reasons.number(remark.reason()), remark.arguments());
    level[entry] = NONE;
  }

  /** Names the reasons of the remarks kept under a key, in the order in which they came. */
  void reasons(int key, ReasonVisitor visitor) {
    if (key < heads.length) {
      for (int entry = heads[key]; entry != NONE; entry = next[entry]) {
        if (level[entry] == NONE) {
          visitor.reason(column[entry], reasons.name(code[entry]));
        }
      }
    }
  }

  /** Is told why something was remarked. */
  @FunctionalInterface
  interface ReasonVisitor {
    void reason(int column, Reason reason);
  }

  /** Returns the first entry under a key; negative if there is none. */
  int first(int key) {
    return key < heads.length ? heads[key] : NONE;
  }

  /** Returns the entry after another under the same key; negative if there is none. */
  int next(int entry) {
    return next[entry];
  }

  boolean isChange(int entry) {
    return level[entry] != NONE;
  }

  /** Returns whether an entry says that something is wrong. */
  boolean isFault(int entry) {
    return level[entry] == NONE && reasons.name(code[entry]).severity() == Severity.ERROR;
  }

  int column(int entry) {
    return column[entry];
  }

  String rule(int entry) {
    return rules.name(code[entry]);
  }

  Level level(int entry) {
    return level[entry] == 0 ? Level.SAFE : Level.SUGGESTED;
  }

  double confidence(int entry) {
    return Math.round(confidence[entry] * 1e4) / 1e4;
  }

  /** Returns the codes that {@link #texts} has of the values before and after a change. */
  int before(int entry) {
    return before[entry];
  }

  int after(int entry) {
    return after[entry];
  }

  Dictionary texts() {
    return texts;
  }

  List<String> evidence(int entry) {
    return list(evidence[entry]);
  }

  Change change(int entry) {
    return new Change(
        rules.name(code[entry]),
        texts.value(before[entry]),
        texts.value(after[entry]),
        level(entry),
        confidence(entry),
        list(evidence[entry]));
  }

  Reason reason(int entry) {
    return reasons.name(code[entry]);
  }

  Remark remark(int entry) {
    return new Remark(reasons.name(code[entry]), list(evidence[entry]));
  }

  /** Gives back the room that was kept for more; nothing may come afterwards. */
  Outcomes finish() {
    tails = new int[0];
    next = Arrays.copyOf(next, size);
    column = Arrays.copyOf(column, size);
    code = Arrays.copyOf(code, size);
    level = Arrays.copyOf(level, size);
    confidence = Arrays.copyOf(confidence, size);
    before = Arrays.copyOf(before, size);
    after = Arrays.copyOf(after, size);
    evidence = Arrays.copyOf(evidence, size);
    texts.rest();
    return this;
  }

  private int append(int key, int columnIndex, int name, List<String> details) {
    if (size == next.length) {
      int capacity = size * 2;
      next = Arrays.copyOf(next, capacity);
      column = Arrays.copyOf(column, capacity);
      code = Arrays.copyOf(code, capacity);
      level = Arrays.copyOf(level, capacity);
      confidence = Arrays.copyOf(confidence, capacity);
      before = Arrays.copyOf(before, capacity);
      after = Arrays.copyOf(after, capacity);
      evidence = Arrays.copyOf(evidence, capacity);
    }
    int entry = size++;
    next[entry] = NONE;
    column[entry] = (short) columnIndex;
    code[entry] = (short) name;
    evidence[entry] = details.isEmpty() ? Dictionary.EMPTY : texts.encode(join(details));
    if (key >= heads.length) {
      int old = heads.length;
      int capacity = Math.max(key + 1, old + old / 2 + 64);
      heads = Arrays.copyOf(heads, capacity);
      tails = Arrays.copyOf(tails, capacity);
      Arrays.fill(heads, old, capacity, NONE);
    }
    if (heads[key] == NONE) {
      heads[key] = entry;
    } else {
      next[tails[key]] = entry;
    }
    tails[key] = entry;
    return entry;
  }

  /** The first argument may be empty, hence the separator in front. */
  private static String join(List<String> details) {
    StringBuilder joined = new StringBuilder();
    details.forEach(detail -> joined.append(SEPARATOR).append(detail.replace(SEPARATOR, ' ')));
    return joined.toString();
  }

  private List<String> list(int text) {
    if (text == Dictionary.EMPTY) {
      return List.of();
    }
    String joined = texts.value(text);
    int first = joined.indexOf(SEPARATOR, 1);
    if (first < 0) {
      return List.of(joined.substring(1));
    }
    List<String> details = new ArrayList<>(4);
    int from = 1;
    for (int to = first; to >= 0; to = joined.indexOf(SEPARATOR, from)) {
      details.add(joined.substring(from, to));
      from = to + 1;
    }
    details.add(joined.substring(from));
    return details;
  }

  private static final class Names<T> {
    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> names = new ArrayList<>();

    int number(T name) {
      Integer number = numbers.get(name);
      if (number == null) {
        number = names.size();
        numbers.put(name, number);
        names.add(name);
      }
      return number;
    }

    T name(int number) {
      return names.get(number);
    }
  }
}
