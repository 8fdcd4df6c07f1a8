package io.limpide.engine.compare;

import io.limpide.engine.reference.Commonness;
import io.limpide.engine.reference.FirstNames;
import io.limpide.engine.reference.Nicknames;
import io.limpide.engine.text.EditDistance;
import io.limpide.engine.text.Fonem;
import io.limpide.engine.text.Glances;
import io.limpide.engine.text.Similarity;
import io.limpide.engine.text.Soundex2;
import java.util.Arrays;
import java.util.List;

/**
 * Compares given or family names: misspelt (close), short forms, initials and parts of compound
 * names (partial), somewhat alike (similar).
 */
final class NameComparison extends FieldComparison {
  private static final double CLOSE = 0.92;
  private static final double SIMILAR = 0.82;

  private String[] compact = {};
  private String[] words = {};
  private String[][] parts = {}; // the words one by one
  private int[] firsts = {}; // a bit for each of their first letters
  private int[] sounds = {}; // 0: none that could be trusted
  private int[] soundKeys = {};
  private final Glances glances = new Glances(0);
  private int[] usual = {}; // other spellings of one name have the same number
  private boolean[] unusual = {}; // compound, an initial or a short form
  private boolean[] known = {}; // a name that people bear, and no slip of the pen
  private final boolean given;

  private NameComparison(String name, FieldRole role, Levels levels, FieldValues values) {
    super(name, role, levels, values);
    this.given = levels.equals(Levels.NAME);
    deriveAll();
  }

  @Override
  void reserve(int codes) {
    compact = Arrays.copyOf(compact, codes);
    words = Arrays.copyOf(words, codes);
    parts = Arrays.copyOf(parts, codes);
    firsts = Arrays.copyOf(firsts, codes);
    sounds = Arrays.copyOf(sounds, codes);
    soundKeys = Arrays.copyOf(soundKeys, codes);
    usual = Arrays.copyOf(usual, codes);
    unusual = Arrays.copyOf(unusual, codes);
    known = Arrays.copyOf(known, codes);
    glances.reserve(codes);
  }

  @Override
  void derive(int code) {
    words[code] = values.value(code);
    parts[code] = words[code].isEmpty() ? new String[0] : words[code].split(" ", -1);
    firsts[code] = 0;
    for (String part : parts[code]) {
      firsts[code] |= 1 << part.charAt(0); // two letters may share a bit
    }
    compact[code] = compact(words[code]);
    known[code] = given && FirstNames.commonness(compact[code]).atLeast(Commonness.COMMON);
    String sound = Fonem.code(words[code]);
    soundKeys[code] = FieldValues.hash(sound);
    sounds[code] = sound.length() < 2 ? 0 : soundKeys[code];
    usual[code] = FieldValues.hash(given ? Nicknames.usual(compact[code]) : compact[code]);
    unusual[code] =
        compact[code].length() < words[code].length()
            || compact[code].length() == 1
            || (given && Nicknames.isShort(compact[code]));
    glances.set(code, compact[code]);
  }

  @Override
  boolean apart(int a, int b) {
    return !glances.alike(a, b, SIMILAR)
        && !unusual[a]
        && !unusual[b]
        && (sounds[a] == 0 || sounds[a] != sounds[b])
        && usual[a] != usual[b]
        && !glances.within(a, b, 1);
  }

  /** Compares names of which relatives do not share any. */
  static NameComparison given(String name, FieldValues words) {
    return new NameComparison(
        name, FieldRole.IDENTITY, Levels.NAME, words.grouped(NameComparison::compact));
  }

  /** Compares names that relatives share. */
  static NameComparison family(String name, FieldValues words) {
    return new NameComparison(
        name, FieldRole.SHARED_NAME, Levels.FAMILY, words.grouped(NameComparison::compact));
  }

  static String compact(String words) {
    return words.replace(" ", "");
  }

  @Override
  int levelOf(int a, int b) {
    String one = compact[a];
    String other = compact[b];
    if (one.equals(other)) { // of values that came later
      return levels().exact();
    }
    int shorter = Math.min(one.length(), other.length());
    if (shorter == 1) {
      return one.charAt(0) == other.charAt(0) ? 3 : 1;
    }
    double likeness = Similarity.jaroWinkler().between(one, other);
    double related = given ? Nicknames.likeness(one, other) : 0;
    if (related >= Nicknames.SPELLING
        || (sounds[a] != 0 && sounds[a] == sounds[b])
        || sameWords(words[a], words[b])) {
      return 4;
    }
    int most = Math.max(parts[a].length, parts[b].length);
    CompoundNames together =
        most < 2 || (firsts[a] & firsts[b]) == 0
            ? CompoundNames.NOTHING
            : CompoundNames.compare(parts[a], parts[b]);
    boolean otherWord =
        most > 1
            && parts[a].length == parts[b].length
            && together.compareTo(CompoundNames.SOME) <= 0;
    boolean near =
        (likeness >= CLOSE && !otherWord)
            || together == CompoundNames.ALL
            || (shorter >= 5 && EditDistance.osa().between(one, other, 1) <= 1);
    boolean twoNames =
        known[a] && known[b] && related == 0 && together != CompoundNames.PART; // Ali A., Alia
    if (near) {
      return twoNames ? 2 : 4;
    }
    if (related >= Nicknames.NICKNAME
        || initials(words[a], other)
        || initials(words[b], one)
        || together == CompoundNames.PART) {
      return 3;
    }
    return (likeness >= SIMILAR && !twoNames) || together == CompoundNames.SOME ? 2 : 1;
  }

  /** Whether two names without spaces are one misspelt, or one an initial of the other. */
  static boolean alike(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    return shorter == 1
        ? a.charAt(0) == b.charAt(0)
        : Similarity.jaroWinkler().between(a, b) >= CLOSE
            || (shorter >= 5 && EditDistance.osa().between(a, b, 1) <= 1);
  }

  private static boolean initials(String words, String other) {
    if (words.indexOf(' ') < 0 || other.length() > 3) {
      return false;
    }
    int letters = 0;
    for (int i = 0; i < words.length(); i++) {
      if (i == 0 || words.charAt(i - 1) == ' ') {
        if (letters >= other.length() || other.charAt(letters) != words.charAt(i)) {
          return false;
        }
        letters++;
      }
    }
    return letters == other.length();
  }

  private static boolean sameWords(String a, String b) {
    if (a.length() != b.length() || a.indexOf(' ') < 0) {
      return false;
    }
    String[] one = a.split(" ", -1);
    String[] other = b.split(" ", -1);
    Arrays.sort(one);
    Arrays.sort(other);
    return Arrays.equals(one, other);
  }

  /** Returns the words of a name one by one; none of code 0. */
  String[] words(int code) {
    return parts[code];
  }

  /** Returns the letters of a record's name, without spaces; at most {@code most}. */
  String letters(int record, int most) {
    String name = compact[code(record, 0)];
    return name.length() > most ? name.substring(0, most) : name;
  }

  /** Returns for each record a number made of the letters of its name; 0 if it has none. */
  int[] compactHashes() {
    int[] byCode = new int[values.size()];
    for (int code = 1; code < byCode.length; code++) {
      byCode[code] = compactHash(code);
    }
    return values.keys(byCode).get(0);
  }

  /** Returns a number made of the letters of a name; 0 if it has none. */
  int compactHash(int code) {
    return FieldValues.hash(compact[code]);
  }

  @Override
  List<BlockKey> blockKeys() {
    return List.of(
        BlockKey.of(name(), this::compactHash, 0),
        BlockKey.of(name() + ".sound", code -> soundKeys[code], 0.45),
        blockKey(name() + ".beginning", v -> beginning(v, 4), 0.6),
        blockKey(name() + ".ending", v -> ending(v, 4), 0.5),
        blockKey(name() + ".wide", NameComparison::wide, 0.7));
  }

  private static String wide(String words) {
    String code = Soundex2.code(words);
    return code.isEmpty() ? beginning(words, 2) : code;
  }

  static String beginning(String words, int letters) {
    String compact = compact(words);
    return compact.substring(0, Math.min(letters, compact.length()));
  }

  static String ending(String words, int letters) {
    String compact = compact(words);
    return compact.substring(Math.max(0, compact.length() - letters));
  }
}
