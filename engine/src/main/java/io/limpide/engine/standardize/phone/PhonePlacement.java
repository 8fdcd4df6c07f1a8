package io.limpide.engine.standardize.phone;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.standardize.RecordEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One record on its way through {@link PhonePlaces}: each of its numbers is read once. */
final class PhonePlacement {
  private static final List<FieldType> FIELDS = List.of(FieldType.PHONE, FieldType.MOBILE);

  /** A move can make room for another; more of them than this no record needs. */
  private static final int ROUNDS = 6;

  private final RecordEdit record;
  private final String country;
  private final Map<String, PhoneNumber> known = new HashMap<>();

  PhonePlacement(RecordEdit record, String country) {
    this.record = record;
    this.country = country;
  }

  void run() {
    boolean moved = true;
    for (int round = 0; moved && round < ROUNDS; round++) {
      Outcome spread = spreadLists();
      Outcome kinds = spread == Outcome.HELD_BACK ? spread : moveByKind();
      moved = spread == Outcome.MOVED || kinds == Outcome.MOVED;
      if (kinds == Outcome.HELD_BACK) {
        break; // the recipe only wants proposals: the first one was made
      }
    }
    remark();
  }

  private enum Outcome {
    NOTHING,
    MOVED,
    HELD_BACK
  }

  private Outcome spreadLists() {
    for (FieldType type : FIELDS) {
      for (int index = 0; index < record.count(type); index++) {
        String value = record.get(type, index);
        if (value.contains(PhoneList.SEPARATOR)) {
          Outcome outcome = spread(type, index, value);
          if (outcome != Outcome.NOTHING) {
            return outcome;
          }
        }
      }
    }
    return Outcome.NOTHING;
  }

  private Outcome spread(FieldType type, int index, String value) {
    List<PhoneNumber> numbers = new ArrayList<>(PhoneList.split(value, country).numbers());
    if (numbers.size() < 2) {
      return Outcome.NOTHING;
    }
    // What is of the column's own kind stays, if anything is: look for a place for the others
    // first.
    List<PhoneNumber> candidates = new ArrayList<>(numbers);
    candidates.sort((a, b) -> Boolean.compare(fits(a, type), fits(b, type)));
    for (PhoneNumber number : candidates) {
      boolean keepsOne =
          numbers.size() > 1 && (!number.equals(numbers.get(0)) || !fits(number, type));
      FieldType target = number.isMobile() ? FieldType.MOBILE : FieldType.PHONE;
      int place = emptyPlace(target);
      if (place < 0 && number.isMobile()) {
        target = FieldType.PHONE;
        place = emptyPlace(target);
      }
      if (place >= 0 && keepsOne) {
        if (!record.change(target, place, PhoneRules.MOVE, number.display(), 0.95)) {
          return Outcome.HELD_BACK;
        }
        numbers.remove(number);
        String rest =
            String.join(PhoneList.SEPARATOR, numbers.stream().map(PhoneNumber::display).toList());
        record.change(type, index, PhoneRules.MOVE, rest, 0.95);
        return Outcome.MOVED;
      }
    }
    return Outcome.NOTHING;
  }

  private static boolean fits(PhoneNumber number, FieldType type) {
    return number.isMobile() == (type == FieldType.MOBILE);
  }

  private int emptyPlace(FieldType type) {
    for (int index = 0; index < record.count(type); index++) {
      if (record.get(type, index).isEmpty()) {
        return index;
      }
    }
    return -1;
  }

  private Outcome moveByKind() {
    for (FieldType type : FIELDS) {
      FieldType other = type == FieldType.PHONE ? FieldType.MOBILE : FieldType.PHONE;
      for (int index = 0; index < record.count(type); index++) {
        String value = record.get(type, index);
        if (misplaced(value, type)) {
          Outcome outcome = moveOrSwap(type, index, other, value);
          if (outcome != Outcome.NOTHING) {
            return outcome;
          }
        }
      }
    }
    return Outcome.NOTHING;
  }

  /**
   * A landline among mobiles, or a mobile among landlines; what may be either is never misplaced.
   */
  private boolean misplaced(String value, FieldType type) {
    if (value.isEmpty()) {
      return false;
    }
    PhoneNumber number = read(value);
    return number.isValid() && (type == FieldType.MOBILE ? number.isLandline() : number.isMobile());
  }

  private Outcome moveOrSwap(FieldType type, int index, FieldType other, String value) {
    int place = emptyPlace(other);
    if (place >= 0) {
      if (!record.change(other, place, PhoneRules.MOVE, value, 0.97)) {
        return Outcome.HELD_BACK;
      }
      record.change(type, index, PhoneRules.MOVE, "", 0.97);
      return Outcome.MOVED;
    }
    for (int there = 0; there < record.count(other); there++) {
      String exchanged = record.get(other, there);
      if (misplaced(exchanged, other)) {
        if (!record.change(other, there, PhoneRules.SWAP, value, 0.97)) {
          return Outcome.HELD_BACK;
        }
        record.change(type, index, PhoneRules.SWAP, exchanged, 0.97);
        return Outcome.MOVED;
      }
    }
    return Outcome.NOTHING;
  }

  private void remark() {
    Set<String> seen = new HashSet<>();
    for (FieldType type : List.of(FieldType.MOBILE, FieldType.PHONE)) {
      for (int index = 0; index < record.count(type); index++) {
        String value = record.get(type, index);
        if (value.isEmpty()) {
          continue;
        }
        PhoneNumber number = read(value);
        if (value.contains(PhoneList.SEPARATOR)) {
          List<PhoneNumber> numbers = PhoneList.split(value, country).numbers();
          if (numbers.size() > 1) {
            record.change(type, index, PhoneRules.FIRST, numbers.get(0).display(), 0.7);
          }
        } else if (number.isValid() && !seen.add(number.e164())) {
          record.remark(type, index, PhoneReasons.REPEATED, value);
        } else if (type == FieldType.MOBILE && misplaced(value, type)) {
          record.remark(type, index, PhoneReasons.LANDLINE_AS_MOBILE, value);
        } else if (record.count(FieldType.MOBILE) > 0 && misplaced(value, type)) {
          record.remark(type, index, PhoneReasons.MOBILE_AS_LANDLINE, value);
        }
      }
    }
  }

  private PhoneNumber read(String value) {
    return known.computeIfAbsent(value, text -> PhoneNumber.parse(text, country, ""));
  }
}
