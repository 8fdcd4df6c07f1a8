package io.limpide.engine.merge;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.standardize.general.ColumnFlags;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes one golden record of the records of each party, by survivorship.
 *
 * <p>Names and addresses are taken whole from one record. An address that bounced, or a value that
 * is wrong, gives way to one that is not. The most restrictive choice about contact wins. Second
 * e-mails and phones fill the free columns of their type.
 */
public final class GoldenRecords {
  private static final Set<FieldType> MULTIPLE =
      Set.of(FieldType.EMAIL, FieldType.PHONE, FieldType.MOBILE, FieldType.FAX);

  private final Table table;
  private final List<Field> fields;
  private final Survivorship survivorship;
  private final Members members;
  private final Choice choice;
  private final Map<FieldType, List<Integer>> columnsOf = new EnumMap<>(FieldType.class);
  private final Map<Group, List<Integer>> groups = new EnumMap<>(Group.class);

  private GoldenRecords(
      Table table,
      List<Field> fields,
      int[] trust,
      Members.Faults faults,
      Survivorship survivorship) {
    this.table = table;
    this.fields = fields;
    this.survivorship = survivorship;
    for (int column = 0; column < fields.size(); column++) {
      FieldType type = fields.get(column).type();
      columnsOf.computeIfAbsent(type, key -> new ArrayList<>()).add(column);
      int index = column;
      Group.of(type)
          .ifPresent(group -> groups.computeIfAbsent(group, key -> new ArrayList<>()).add(index));
    }
    this.members = new Members(table, fields, trust, bounced(faults));
    this.choice = new Choice(members);
  }

  /** Says which values are wrong; both numbers count from 0. */
  @FunctionalInterface
  public interface Faults {
    /** Returns whether the value of that row in that column is known to be wrong. */
    boolean faulty(int row, int column);
  }

  /**
   * Merges records into parties.
   *
   * @param table the corrected records
   * @param fields what the columns mean, in the order of the columns
   * @param clusterOfRow the cluster of each record; equal numbers are one party
   * @param sourceOfRow the name of the source of each record
   * @param faults the values known to be wrong
   */
  public static Golden merge(
      Table table,
      List<Field> fields,
      int[] clusterOfRow,
      java.util.function.IntFunction<String> sourceOfRow,
      Faults faults,
      Survivorship survivorship) {
    int[] trust = new int[table.rows()];
    for (int row = 0; row < trust.length && !survivorship.trust().isEmpty(); row++) {
      int place = survivorship.trust().indexOf(sourceOfRow.apply(row));
      trust[row] = place < 0 ? Integer.MAX_VALUE : place;
    }
    return new GoldenRecords(table, fields, trust, faults::faulty, survivorship)
        .merge(clusterOfRow);
  }

  private Golden merge(int[] clusterOfRow) {
    int rows = table.rows();
    int[] partyOfRow = new int[rows];
    Map<Integer, Integer> partyOfCluster = new HashMap<>();
    int[] sizes = new int[rows];
    for (int row = 0; row < rows; row++) {
      int party = partyOfCluster.computeIfAbsent(clusterOfRow[row], key -> partyOfCluster.size());
      partyOfRow[row] = party;
      sizes[party]++;
    }
    int parties = partyOfCluster.size();
    int[] leaders = new int[parties];
    Golden shape = new Golden(table, partyOfRow, leaders, Arrays.copyOf(sizes, parties));
    int[][] codes = new int[fields.size()][parties];
    int[] numbers = new int[parties];
    int[][] rowsOfParties = shape.rowsOfParties();
    for (int party = 0; party < parties; party++) {
      int[] members = rowsOfParties[party];
      if (members.length == 1) {
        leaders[party] = members[0];
        for (int column = 0; column < codes.length; column++) {
          codes[column][party] = table.columns().get(column).code(members[0]);
        }
      } else {
        leaders[party] = choice.leader(members);
        String[] golden = golden(members, leaders[party]);
        for (int column = 0; column < codes.length; column++) {
          codes[column][party] = table.columns().get(column).dictionary().encode(golden[column]);
        }
      }
      numbers[party] = table.rowNumber(leaders[party]);
    }
    List<Column> columns = new ArrayList<>();
    for (int column = 0; column < codes.length; column++) {
      Column old = table.columns().get(column);
      columns.add(new Column(old.name(), old.header(), old.dictionary(), codes[column]));
    }
    return new Golden(
        new Table(table.source(), columns, numbers), partyOfRow, leaders, shape.sizeOfParty());
  }

  private String[] golden(int[] rows, int leader) {
    String[] golden = new String[fields.size()];
    for (int column = 0; column < golden.length; column++) {
      Field field = fields.get(column);
      golden[column] =
          choice.value(rows, column, leader, survivorship.strategies(field.column(), field.type()));
    }
    groups.forEach((group, columns) -> together(group, columns, rows, leader, golden));
    for (FieldType type : MULTIPLE) {
      List<Integer> columns = columnsOf.getOrDefault(type, List.of());
      if (columns.size() > 1) {
        spread(columns, rows, golden);
      }
    }
    bouncedFollowsEmail(rows, golden);
    return golden;
  }

  /** Takes the columns of a group from one record, and fills its gaps where that is no risk. */
  private void together(
      Group group, List<Integer> columns, int[] rows, int leader, String[] golden) {
    List<Strategy> strategies = survivorship.strategies("", group.speaker());
    int chosen = choice.record(rows, columns, leader, strategies);
    for (int column : columns) {
      String value = members.value(chosen, column);
      if (!value.isEmpty() || group == Group.ADDRESS) {
        golden[column] = value;
      }
    }
  }

  /** Lets different second values fill the columns of their type, the best first. */
  private void spread(List<Integer> columns, int[] rows, String[] golden) {
    Set<String> values = new LinkedHashSet<>();
    for (int column : columns) {
      if (!golden[column].isEmpty()) {
        values.add(golden[column]);
      }
    }
    List<String> others = new ArrayList<>();
    for (int row : rows) {
      for (int column : columns) {
        if (members.filled(row, column) && !members.faulty(row, column)) {
          others.add(members.value(row, column));
        }
      }
    }
    others.stream().sorted().forEach(values::add);
    java.util.Iterator<String> next = values.iterator();
    for (int column : columns) {
      golden[column] = next.hasNext() ? next.next() : "";
    }
  }

  private void bouncedFollowsEmail(int[] rows, String[] golden) {
    List<Integer> emails = columnsOf.getOrDefault(FieldType.EMAIL, List.of());
    List<Integer> flags = columnsOf.getOrDefault(FieldType.BOUNCED, List.of());
    if (emails.isEmpty() || flags.isEmpty()) {
      return;
    }
    int email = emails.get(0);
    for (int flag : flags) {
      golden[flag] = "";
      for (int row : rows) {
        // The flag speaks of the address, so it stays with the address that was chosen.
        if (members.value(row, email).equals(golden[email])
            && members.value(row, flag).compareTo(golden[flag]) > 0) {
          golden[flag] = members.value(row, flag);
        }
      }
    }
  }

  /** An address that bounced is as good as wrong. */
  private Members.Faults bounced(Members.Faults faults) {
    List<Integer> flags = columnsOf.getOrDefault(FieldType.BOUNCED, List.of());
    if (flags.isEmpty()) {
      return faults;
    }
    Column flag = table.columns().get(flags.get(0));
    boolean[] bounced = ColumnFlags.of(FieldType.BOUNCED, flag).saysYes();
    return (row, column) ->
        faults.faulty(row, column)
            || (fields.get(column).type() == FieldType.EMAIL && bounced[flag.code(row)]);
  }
}
