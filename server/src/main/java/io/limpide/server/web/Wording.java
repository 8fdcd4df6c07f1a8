package io.limpide.server.web;

import io.limpide.engine.message.Messages;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Codes of the engine in the reader's words; templates call it {@code @wording}. */
@Component("wording")
public class Wording {
  private static final int MOST_ARGUMENTS = 8;

  private static Messages texts() {
    return Texts.of(LocaleContextHolder.getLocale());
  }

  /** Returns why something is a finding or was refused. */
  public String reason(String code, List<?> arguments) {
    return texts().text("reason." + code, arguments.toArray());
  }

  /** Returns what a reason says of many values: in the place of each stands an ellipsis. */
  public String reason(String code) {
    return texts().text("reason." + code, ofMany());
  }

  /** Returns what a rule does to many values: in the place of each stands an ellipsis. */
  public String rule(String code) {
    return texts().text("rule." + code, ofMany());
  }

  private static Object[] ofMany() {
    Object[] many = new Object[MOST_ARGUMENTS];
    Arrays.fill(many, "…");
    return many;
  }

  /** Returns how a source was read, one fact: the word of its value where there is one. */
  public String fact(String name, Object value) {
    String code = "fact." + name + "." + value;
    return texts().has(code) ? texts().text(code) : String.valueOf(value);
  }

  /** Returns whether a fact has a name for people. */
  public boolean isFact(String name) {
    return texts().has("fact." + name);
  }

  /** Returns the sum of the figure {@code count} of several objects. */
  public long sum(List<java.util.Map<String, Object>> counted) {
    return counted.stream()
        .mapToLong(each -> each.get("count") instanceof Number number ? number.longValue() : 0)
        .sum();
  }

  /** Returns whether something is a figure. */
  public boolean isNumber(Object value) {
    return value instanceof Number;
  }

  /** Returns a share in percent, with one digit behind the comma where it is small. */
  public String percent(double percent) {
    return String.format(
            LocaleContextHolder.getLocale(),
            percent > 0 && percent < 10 ? "%.1f %%" : "%.0f %%",
            percent)
        .replace(' ', '\u00a0');
  }
}
