package io.limpide.engine.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Spec;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HeaderTest {
  static Stream<Arguments> headers() {
    return Spec.cases("recognize/headers.csv", 3);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("headers")
  void understands_headers_alone(String header, String type, String source) {
    Table table = new TableBuilder("t", List.of(header)).build();

    assertThat(Recognition.of(table).get(0).field().type().word()).as(source).isEqualTo(type);
  }

  @Test
  void splits_words_at_every_seam() {
    assertThat(HeaderTokens.of("HasOptedOutOfEmail"))
        .containsExactly("has", "opted", "out", "of", "email");
    assertThat(HeaderTokens.of("address1_postalcode"))
        .containsExactly("address", "1", "postalcode");
    assertThat(HeaderTokens.of("SIRETSiège n°2")).containsExactly("siret", "siege", "n", "2");
    assertThat(HeaderTokens.of("E-Mail pro")).containsExactly("email", "pro");
  }

  @Test
  void is_less_sure_of_a_mistyped_word() {
    double right = HeaderReader.read("adresse").types().values().stream().mapToDouble(p -> p).sum();
    double wrong = HeaderReader.read("adrezse").types().values().stream().mapToDouble(p -> p).sum();

    assertThat(wrong).isGreaterThan(0.5).isLessThan(right);
  }

  @Test
  void says_nothing_of_words_it_does_not_know() {
    assertThat(HeaderReader.read("zzqx_blorp").types()).isEmpty();
    assertThat(HeaderReader.read("").types()).isEmpty();
    assertThat(HeaderReader.read("x".repeat(100_000)).types()).isEmpty();
  }
}
