package io.limpide.server.party;

import io.limpide.engine.message.Messages;
import io.limpide.server.web.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What pages say of parties, in the reader's language. */
@Component
public class PartyWords {
  private final JdbcClient database;
  private final Marks marks;

  PartyWords(JdbcClient database, Marks marks) {
    this.database = database;
    this.marks = marks;
  }

  /** Returns the words of a language. */
  public In in(Locale locale) {
    return new In(Texts.of(locale), locale);
  }

  /** The words of one language. */
  public final class In {
    private final Messages messages;
    private final DateTimeFormatter days;
    private final DateTimeFormatter times;
    private final DateTimeFormatter months;

    private In(Messages messages, Locale locale) {
      this.messages = messages;
      Locale format = locale.getLanguage().equals("fr") ? Locale.FRANCE : Locale.UK;
      this.days = DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(format);
      this.months = DateTimeFormatter.ofPattern("LLL yyyy", format);
      this.times =
          DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
              .withLocale(format)
              .withZone(ZoneId.systemDefault());
    }

    /** Returns the label of a field; one of the base's own is its own label. */
    public String field(String code) {
      return messages.has("label." + code) ? messages.text("label." + code) : code;
    }

    /** Returns a text of a code. */
    public String text(String code, Object... arguments) {
      return messages.text(code, arguments);
    }

    /** Returns what a note says. */
    public String note(PartyNote note) {
      return note.words(messages);
    }

    /** Returns a day as people write it; a dash for none. */
    public String day(@Nullable LocalDate day) {
      return day == null ? "–" : days.format(day);
    }

    /** Returns a time as people write it; a dash for none. */
    public String time(@Nullable Instant time) {
      return time == null ? "–" : times.format(time);
    }

    /** Returns a number as people write it. */
    public String number(long number) {
      return java.text.NumberFormat.getIntegerInstance(messages.locale()).format(number);
    }

    /** Returns how a score moved, as people write it: up, down or not at all. */
    public String moved(double points) {
      java.text.NumberFormat format = java.text.NumberFormat.getNumberInstance(messages.locale());
      format.setMaximumFractionDigits(1);
      return points == 0 ? "=" : (points > 0 ? "▲ +" : "▼ ") + format.format(points);
    }

    /** Returns the name of a rule of a change. */
    public String rule(String rule) {
      return messages.has("rule." + rule) ? general("rule." + rule) : rule;
    }

    /** A text that is said of many values at once: dots stand for what differs. */
    private String general(String code) {
      Object[] dots = new Object[9];
      java.util.Arrays.fill(dots, "…");
      return messages.text(code, dots);
    }

    /** Returns what a mark says. */
    public String mark(Marks.Mark mark) {
      String what =
          switch (mark.kind()) {
            case "finding" -> general("reason." + mark.code());
            case "missing" -> messages.text("mark.missing", requirement(mark.code()));
            case "suggestion" -> messages.text("mark.suggestion", rule(mark.code()));
            default -> messages.text("mark.corrected", rule(mark.code()));
          };
      return mark.field().isEmpty() ? what : field(mark.field()) + " : " + what;
    }

    /** Returns the name of something that parties need. */
    public String requirement(String code) {
      return messages.has("need." + code) ? messages.text("need." + code) : field(code);
    }

    /** Returns what a filter asks for, part by part. */
    public List<String> chips(PartyFilter filter) {
      return filter.parameters().entrySet().stream()
          .filter(part -> !isPart(part.getKey()))
          .map(part -> chip(filter, part.getKey(), part.getValue()))
          .toList();
    }

    /** Returns whether a parameter only completes another one. */
    static boolean isPart(String name) {
      return name.equals("filled") || (name.startsWith(CameIn.PREFIX) && !name.equals("in_what"));
    }

    String chip(PartyFilter filter, String name, String value) {
      return switch (name) {
        case "in_what" -> cameIn(filter.cameIn());
        case "segment" -> messages.text("chip.segment", named("segment", filter.segment()));
        case "q" -> "« " + value + " »";
        case "kind" -> messages.text("kind." + value);
        case "mark" -> marks.find(filter.mark()).map(this::mark).orElse(value);
        case "source" -> messages.text("chip.source", named("source", filter.source()));
        case "run" -> messages.text("chip.run", value);
        case "owner" ->
            filter.owner() < 0
                ? messages.text("chip.no_owner")
                : messages.text("chip.owner", named("account", filter.owner()));
        case "stage" -> messages.text("chip.stage", value);
        case "below" -> messages.text("chip.below", value);
        case "field" ->
            messages.text(
                filter.filled().equals("yes") ? "chip.filled" : "chip.empty", field(value));
        default -> messages.text("chip." + name, value);
      };
    }

    private String cameIn(CameIn in) {
      List<String> parts = new ArrayList<>();
      parts.add(messages.text("chip.in." + in.what()));
      parts.addAll(ways(in));
      return String.join(", ", parts);
    }

    /** Returns the name of a source; what is typed here has none of its own. */
    public String source(String name) {
      return name.equals("Limpide") ? messages.text("party.home") : name;
    }

    /** Returns by which ways values came in, part by part. */
    public List<String> ways(CameIn in) {
      List<String> parts = new ArrayList<>();
      if (!in.way().isEmpty()) {
        parts.add(messages.text("way." + in.way()));
      }
      if (in.source() != 0) {
        parts.add(messages.text("chip.source", named("source", in.source())));
      }
      if (in.run() != 0) {
        parts.add(messages.text("chip.run", String.valueOf(in.run())));
      }
      if (in.by() != 0) {
        parts.add(messages.text("chip.by", named("account", in.by())));
      }
      if (!in.since().isEmpty() || !in.until().isEmpty()) {
        parts.add((month(in.since()) + " – " + month(in.until())).strip());
      }
      return parts;
    }

    /** Returns a month as people write it; nothing for none. */
    public String month(String month) {
      return month.isEmpty() ? "" : months.format(YearMonth.parse(month));
    }

    private String named(String table, long id) {
      String from =
          switch (table) {
            case "source" -> "source";
            case "segment" -> "segment";
            default -> "account";
          };
      Optional<String> name =
          database
              .sql("select name from " + from + " where id = ?")
              .param(id)
              .query(String.class)
              .optional();
      return name.orElse(String.valueOf(id));
    }

    /** Returns a value of the list: a column of the row, or a field. */
    public String cell(Party party, String column) {
      return switch (column) {
        case "kind" -> messages.text("kind." + party.kind());
        case "score" -> String.valueOf(party.score());
        case "last_activity" -> day(party.lastActivity());
        case "company" -> party.company();
        case "phone" -> party.phone();
        case "email" -> party.email();
        case "city" -> party.city();
        default -> party.value(column);
      };
    }

    /** Returns the head of a column. */
    public String column(String column) {
      Map<String, String> own =
          Map.of("kind", "column.kind", "score", "column.score", "company", "column.company");
      return own.containsKey(column) ? messages.text(own.get(column)) : field(column);
    }
  }
}
