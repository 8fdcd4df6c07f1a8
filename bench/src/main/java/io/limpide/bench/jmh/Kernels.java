package io.limpide.bench.jmh;

import io.limpide.engine.table.Dictionary;
import io.limpide.engine.text.Fold;
import io.limpide.engine.text.Fonem;
import io.limpide.engine.text.Similarity;
import java.util.concurrent.TimeUnit;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What runs millions of times: folding, phonetics, likeness, encoding into a dictionary; likeness
 * beside that of Apache Commons Text.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Kernels {
  private static final String[] NAMES = {
    "Jean-Baptiste", "GUÉRIN", "Lefebvre", "lefèvre", "Boulangerie du Marché", "O'Connor",
    "de La Tour", "Müller", "Nguyen", "Établissements Durand et Fils", "Martin", "MARTINEZ"
  };

  private final Similarity jaroWinkler = Similarity.jaroWinkler();
  private final Similarity levenshtein = Similarity.levenshtein();
  private final JaroWinklerSimilarity otherJaroWinkler = new JaroWinklerSimilarity();
  private final LevenshteinDistance otherLevenshtein = LevenshteinDistance.getDefaultInstance();
  private final Dictionary dictionary = new Dictionary();
  private int at;

  private String next() {
    at = at + 1 < NAMES.length ? at + 1 : 0;
    return NAMES[at];
  }

  /** Folds case, accents and punctuation. */
  @Benchmark
  public String fold() {
    return Fold.words(next());
  }

  /** Codes how a French name sounds. */
  @Benchmark
  public String fonem() {
    return Fonem.code(next());
  }

  /** Compares two names letter by letter. */
  @Benchmark
  public double jaroWinkler() {
    return jaroWinkler.between(next(), next());
  }

  /** Counts edits between two names. */
  @Benchmark
  public double levenshtein() {
    return levenshtein.between(next(), next());
  }

  /** The same as {@link #jaroWinkler} by Commons Text. */
  @Benchmark
  public double jaroWinklerOfCommonsText() {
    return otherJaroWinkler.apply(next(), next());
  }

  /** The same as {@link #levenshtein} by Commons Text. */
  @Benchmark
  public int levenshteinOfCommonsText() {
    return otherLevenshtein.apply(next(), next());
  }

  /** Finds a value that a dictionary holds. */
  @Benchmark
  public int encode() {
    return dictionary.encode(next());
  }
}
