package io.limpide.engine.retain;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.standardize.company.Companies;
import io.limpide.engine.standardize.company.CompanyName;
import io.limpide.engine.standardize.date.ColumnDays;
import io.limpide.engine.standardize.general.ColumnFlags;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import io.limpide.engine.text.Fold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parties that should no longer be held, or not as they are.
 *
 * <p>A clock starts at collection or at the last contact that came <em>from the person</em>; an
 * opened mail, our own mail, an import or a correction does not restart it (CNIL NS-48 art. 5;
 * SAN-2020-003). The last day of a period belongs to it: nothing is due a day early.
 */
public final class Obsolescence {
  private static final long UNKNOWN = ColumnDays.NONE;

  /** Names of columns that count what we did, or what proves no will: sending and opening. */
  private static final Pattern OURS =
      Pattern.compile(
          "\\b(open|opened|ouverture|ouvert|sent|send|envoi|envoye|envoyee|outbound|sortant"
              + "|campaign|campagne|mailing|modification|modified|update|import|sync)\\b");

  /**
   * What was found.
   *
   * @param obsolete by party, then by cause
   * @param inactivityUnknown parties for which no date tells whether they are active
   * @param retentionUnknown persons for whom no date tells how long they may be held
   * @param persons the number of persons
   */
  public record Outcome(
      List<Obsolete> obsolete, int inactivityUnknown, int retentionUnknown, int persons) {
    public Outcome {
      obsolete = List.copyOf(obsolete);
    }

    /** Returns the number of parties that are obsolete for a cause. */
    public long count(Obsolete.Cause cause) {
      return obsolete.stream().filter(each -> each.cause() == cause).count();
    }
  }

  private final Table parties;
  private final List<Field> fields;
  private final RetentionPolicy policy;

  // Millions of parties share some thousand days.
  private final Map<Column, long[]> daysOf = new HashMap<>();
  private final Map<Long, LocalDate> days = new HashMap<>();
  private final Map<LocalDate, LocalDate> inactiveFrom = new HashMap<>();
  private final Map<LocalDate, LocalDate> retainedTo = new HashMap<>();

  private Obsolescence(Table parties, List<Field> fields, RetentionPolicy policy) {
    this.parties = parties;
    this.fields = fields;
    this.policy = policy;
  }

  /**
   * Judges every party.
   *
   * @param parties the golden records
   * @param fields what their columns mean, in the order of the columns
   * @param kindOfParty what each is; only persons have a right to be forgotten
   */
  public static Outcome judge(
      Table parties,
      List<Field> fields,
      IntFunction<PartyKind> kindOfParty,
      RetentionPolicy policy) {
    return new Obsolescence(parties, fields, policy).judge(kindOfParty);
  }

  private Outcome judge(IntFunction<PartyKind> kindOfParty) {
    List<Told> bounced = flag(FieldType.BOUNCED);
    List<Told> unsubscribed = flag(FieldType.OPT_OUT);
    unsubscribed.addAll(state("blacklisted"));
    List<Told> closed = state("closed");
    closed.addAll(
        told(FieldType.COMPANY_NAME, name -> CompanyName.statusHint(name).equals("closed")));
    List<Told> customers = state("customer");
    Clock collected = clock(FieldType.CREATED, column -> true);
    Clock contact = clock(FieldType.LAST_ACTIVITY, this::fromThePerson);
    Clock activity = clock(FieldType.LAST_ACTIVITY, column -> true);

    List<Obsolete> obsolete = new ArrayList<>();
    int inactivityUnknown = 0;
    int retentionUnknown = 0;
    int persons = 0;
    for (int party = 0; party < parties.rows(); party++) {
      add(obsolete, party, Obsolete.Cause.HARD_BOUNCED, bounced);
      add(obsolete, party, Obsolete.Cause.UNSUBSCRIBED, unsubscribed);
      Start alive = latest(activity, collected, party);
      if (alive == null) {
        inactivityUnknown++;
      } else {
        LocalDate due =
            inactiveFrom.computeIfAbsent(alive.day, day -> day.plusMonths(policy.inactiveMonths()));
        if (policy.asOf().isAfter(due)) {
          obsolete.add(new Obsolete(party, Obsolete.Cause.INACTIVE, alive.column, alive.day, due));
        }
      }
      if (kindOfParty.apply(party) == PartyKind.PERSON) {
        persons++;
        if (says(customers, party) == null) {
          Start start = latest(contact, collected, party);
          if (start == null) {
            retentionUnknown++;
          } else {
            LocalDate due =
                retainedTo.computeIfAbsent(
                    start.day, day -> day.plusYears(policy.retentionYears()));
            if (policy.asOf().isAfter(due)) {
              obsolete.add(
                  new Obsolete(party, Obsolete.Cause.RETENTION_DUE, start.column, start.day, due));
            }
          }
        }
      }
      add(obsolete, party, Obsolete.Cause.CLOSED, closed);
    }
    return new Outcome(obsolete, inactivityUnknown, retentionUnknown, persons);
  }

  private boolean fromThePerson(Column column) {
    return policy.contactColumns().isEmpty()
        ? !OURS.matcher(Fold.words(column.name())).find()
        : policy.contactColumns().contains(column.name());
  }

  private static void add(
      List<Obsolete> obsolete, int party, Obsolete.Cause cause, List<Told> told) {
    String column = says(told, party);
    if (column != null) {
      obsolete.add(new Obsolete(party, cause, column, null, null));
    }
  }

  private static @Nullable String says(List<Told> told, int party) {
    for (Told by : told) {
      if (by.yes[by.column.code(party)]) {
        return by.column.name();
      }
    }
    return null;
  }

  private @Nullable Start latest(Clock a, Clock b, int party) {
    long day = Math.max(a.day[party], b.day[party]);
    if (day == UNKNOWN) {
      return null;
    }
    String[] columns = a.day[party] == day ? a.column : b.column;
    return new Start(
        days.computeIfAbsent(day, LocalDate::ofEpochDay),
        java.util.Objects.requireNonNull(columns[party]));
  }

  /** The columns of a type, with what their values say; read with the whole column in view. */
  private List<Told> state(String state) {
    List<Told> told = new ArrayList<>();
    for (Column column : columns(FieldType.STATUS, c -> true)) {
      Standardizer reader =
          new Companies().standardizer(FieldType.STATUS, column, Settings.DEFAULT).orElseThrow();
      told.add(
          Told.of(column, value -> state.equals(reader.standardize(value).parts().get("state"))));
    }
    return told;
  }

  private List<Told> flag(FieldType type) {
    List<Told> told = new ArrayList<>();
    for (Column column : columns(type, c -> true)) {
      told.add(new Told(column, ColumnFlags.of(type, column).saysYes()));
    }
    return told;
  }

  private List<Told> told(FieldType type, Predicate<String> says) {
    List<Told> told = new ArrayList<>();
    columns(type, column -> true).forEach(column -> told.add(Told.of(column, says)));
    return told;
  }

  /** The latest date of each party in the columns of a type; dates to come are not believed. */
  private Clock clock(FieldType type, Predicate<Column> wanted) {
    long[] latest = new long[parties.rows()];
    Arrays.fill(latest, UNKNOWN);
    String[] names = new String[latest.length];
    long today = policy.asOf().toEpochDay();
    for (Column column : columns(type, wanted)) {
      long[] told = daysOf.computeIfAbsent(column, ColumnDays::of);
      for (int party = 0; party < latest.length; party++) {
        long day = told[column.code(party)];
        if (day > latest[party] && day <= today) {
          latest[party] = day;
          names[party] = column.name();
        }
      }
    }
    return new Clock(latest, names);
  }

  private List<Column> columns(FieldType type, Predicate<Column> wanted) {
    List<Column> columns = new ArrayList<>();
    for (int at = 0; at < fields.size(); at++) {
      Column column = parties.columns().get(at);
      if (fields.get(at).type() == type && wanted.test(column)) {
        columns.add(column);
      }
    }
    return columns;
  }

  @SuppressWarnings("ArrayRecordComponent") // private, never compared
  private record Told(Column column, boolean[] yes) {
    static Told of(Column column, Predicate<String> says) {
      boolean[] yes = new boolean[column.dictionary().size()];
      for (int code = 1; code < yes.length; code++) {
        yes[code] = says.test(column.dictionary().value(code));
      }
      return new Told(column, yes);
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Clock(long[] day, @Nullable String[] column) {}

  private record Start(LocalDate day, String column) {}
}
