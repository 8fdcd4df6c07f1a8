package io.limpide.connect.vcard;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The columns that cards become, in the order in which people read them. */
final class CardColumns implements Comparator<String> {
  static final String OTHER = "Other";

  /** Columns of one line belong together: the second address stands behind the first. */
  private static final List<List<String>> BLOCKS =
      List.of(
          List.of("Kind"),
          List.of("Full name"),
          List.of(
              "Prefix",
              "Given name",
              "Middle names",
              "Family name",
              "Suffix",
              "Nickname",
              "Gender",
              "Birth date",
              "Anniversary"),
          List.of("Organization", "Department", "Job title", "Role"),
          List.of("E-mail"),
          List.of(
              "Phone (work)",
              "Phone (home)",
              "Phone",
              "Mobile",
              "Fax (work)",
              "Fax (home)",
              "Fax",
              "Pager"),
          List.of(
              "PO box",
              "Address complement",
              "Street",
              "Postcode",
              "City",
              "Region",
              "Country",
              "Address label"),
          List.of("Web site"),
          List.of("Language"),
          List.of("Categories"),
          List.of("Note"),
          List.of("UID"),
          List.of("Updated"),
          List.of(OTHER));

  private static final Pattern NUMBERED = Pattern.compile("(.*?)(?: ([0-9]{1,6}))?");

  @Override
  public int compare(String one, String other) {
    long[] left = place(one);
    long[] right = place(other);
    return java.util.Arrays.compare(left, right);
  }

  private static long[] place(String column) {
    Matcher matcher = NUMBERED.matcher(column);
    if (matcher.matches()) {
      String digits = matcher.group(2);
      long number = digits == null ? 1 : Long.parseLong(digits);
      for (int block = 0; block < BLOCKS.size(); block++) {
        int position = BLOCKS.get(block).indexOf(matcher.group(1));
        if (position >= 0) {
          return new long[] {block, number, position};
        }
      }
    }
    return new long[] {BLOCKS.size(), 0, 0};
  }

  /** Returns the name of the n-th column of a kind, counted from 1. */
  static String name(String base, int number) {
    return number == 1 && !base.equals("E-mail") ? base : base + " " + number;
  }
}
