package io.limpide.bench.generate;

import java.util.List;

/**
 * Phone numbers and company identifiers. Phones come from the blocks that ARCEP keeps for fiction
 * while they last, each number once; data too large for them takes any number of the plan.
 */
final class Numbers {
  private static final List<String> FICTION =
      List.of("019900", "026191", "035301", "046571", "053649");

  private final int step;
  private int landlines;
  private int mobiles;

  Numbers(Dice dice) {
    this.step = 7 + 10 * dice.between(1, 99) * 2; // coprime to 10,000, so every number comes once
  }

  String landline(Dice dice) {
    int index = landlines++;
    if (index < FICTION.size() * 10_000) {
      return FICTION.get(index % FICTION.size()) + shuffled(index / FICTION.size());
    }
    return "0" + dice.between(1, 5) + dice.digits(8);
  }

  String mobile(Dice dice) {
    int index = mobiles++;
    if (index < 10_000) {
      return "063998" + shuffled(index);
    }
    return (dice.chance(0.7) ? "06" : "07") + dice.between(1, 8) + dice.digits(7);
  }

  private String shuffled(int index) {
    return "%04d".formatted((int) ((long) index * step % 10_000));
  }

  /** Fictitious, with a right check digit. */
  static String siren(Dice dice) {
    String eight = dice.between(3, 9) + dice.digits(7);
    return eight + check(eight);
  }

  static String siret(String siren, int sequence) {
    String thirteen = siren + "%04d".formatted(sequence);
    return thirteen + check(thirteen);
  }

  static String vat(String siren) {
    long key = (12 + 3 * (Long.parseLong(siren) % 97)) % 97;
    return "FR%02d%s".formatted(key, siren);
  }

  /** The Luhn digit that completes a number. */
  private static int check(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit * 2 : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return (10 - sum % 10) % 10;
  }
}
