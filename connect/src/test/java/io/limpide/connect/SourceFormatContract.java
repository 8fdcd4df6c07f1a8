package io.limpide.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.limpide.engine.message.Messages;
import io.limpide.engine.table.Column;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every format keeps to, whatever bytes it is given. */
public abstract class SourceFormatContract {
  /**
   * A valid file.
   *
   * @param records how many it holds
   */
  public record Sample(SourceInput input, int records) {
    byte[] bytes() {
      try (var in = input.open()) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  /** Returns the format. */
  protected abstract SourceFormat format();

  /** Returns some valid files of it, small ones. */
  protected abstract List<Sample> samples();

  @Test
  void recognises_its_own_files_by_content() throws IOException {
    for (Sample sample : samples()) {
      SourceInput lying = new BytesSource("lies.txt", sample.bytes());
      assertThat(format().recognise(lying)).as(sample.input.name()).isGreaterThan(0.5);
    }
  }

  @Test
  void recognises_nothing_in_files_of_other_kinds() throws IOException {
    List<String> others =
        List.of(
            "", "\n", "a;b\r\n1;2\r\n", "nom\tville\nA\tB\n", "%PDF-1.7\n%âãÏÓ", "hello, world");
    for (String other : others) {
      assertThat(format().recognise(BytesSource.of("x", other))).as(other).isEqualTo(0);
    }
  }

  @Test
  void every_record_is_accepted_or_rejected() throws Exception {
    for (Sample sample : samples()) {
      SourceRead read = format().read(sample.input, ReadOptions.DEFAULT);
      assertThat(read.table().rows() + read.rejections().size())
          .as(sample.input.name())
          .isEqualTo(sample.records);
    }
  }

  @Test
  void reads_the_same_twice() throws Exception {
    for (Sample sample : samples()) {
      assertThat(outcome(sample.input)).isEqualTo(outcome(sample.input));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void reads_or_refuses_damaged_files_in_words(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (Sample sample : samples()) {
      byte[] cut = Arrays.copyOf(sample.bytes(), random.nextInt(sample.bytes().length));
      checkDamaged(cut);
      byte[] flipped = sample.bytes().clone();
      for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
        flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
      }
      checkDamaged(flipped);
    }
  }

  private void checkDamaged(byte[] bytes) {
    SourceInput input = new BytesSource("damaged", bytes);
    assertThat(outcome(input)).isEqualTo(outcome(input)); // and throws nothing else
  }

  /** Returns all of what was read, or the refusal as a person reads it. */
  private String outcome(SourceInput input) {
    try {
      format().recognise(input);
      SourceRead read = format().read(input, ReadOptions.DEFAULT);
      for (Rejection rejection : read.rejections()) {
        assertThat(rejection.row()).isPositive();
        assertWorded("reason." + rejection.why().reason().code());
      }
      read.remarks().forEach(remark -> assertWorded("reason." + remark.reason().code()));
      read.facts().keySet().forEach(fact -> assertWorded("fact." + fact));
      assertWorded("fact.format." + read.facts().get("format"));
      for (Column column : read.table().columns()) {
        assertThat(column.rows()).isEqualTo(read.table().rows());
      }
      return Reads.grid(read.table()) + "\n" + Reads.rejections(read) + "\n" + read.facts();
    } catch (UnreadableSourceException e) {
      assertWorded("unreadable." + e.code());
      return Reads.worded(e, format().getClass());
    } catch (IOException e) {
      return fail("the medium is memory and cannot fail", e);
    }
  }

  private void assertWorded(String code) {
    for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      assertThat(Messages.of(locale, format().getClass()).has(code)).as(code).isTrue();
    }
  }
}
