package dev.migrate.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.DefinitionException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QualifiedNameTest {

  @Test
  void aNameWithoutDotIsInTheDefaultSchema() {
    assertThat(QualifiedName.of("account"))
        .isEqualTo(QualifiedName.exactly("account"))
        .extracting(QualifiedName::namespace)
        .isEqualTo(Optional.empty());
  }

  @Test
  void aDotSeparatesTheSchemaFromTheName() {
    assertThat(QualifiedName.of("billing.invoice"))
        .isEqualTo(QualifiedName.in("billing", "invoice"));
  }

  @Test
  void quotesKeepDotsTogetherAndADoubledQuoteIsOne() {
    assertThat(QualifiedName.of("\"we.ird\"")).isEqualTo(QualifiedName.exactly("we.ird"));
    assertThat(QualifiedName.of("billing.\"we.ird\""))
        .isEqualTo(QualifiedName.in("billing", "we.ird"));
    assertThat(QualifiedName.of("\"a.b\".\"c\"\"d\"")).isEqualTo(QualifiedName.in("a.b", "c\"d"));
  }

  @Test
  void aQuoteWithinABareNameIsTakenLiterally() {
    assertThat(QualifiedName.of("5\"disk").name()).isEqualTo("5\"disk");
  }

  @Test
  void namesAreExact() {
    assertThat(QualifiedName.of("Account")).isNotEqualTo(QualifiedName.of("account"));
    assertThat(QualifiedName.of(" a ").name()).isEqualTo(" a ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "a.", ".a", "a..b", "a.b.c", "\"a", "\"a\"b", "\"\"", "a.\"b\"c"})
  void malformedNamesAreRefused(String text) {
    assertThatThrownBy(() -> QualifiedName.of(text))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("next");
  }

  @Test
  void threePartsSayWhatToWriteInstead() {
    assertThatThrownBy(() -> QualifiedName.of("a.b.c"))
        .hasMessage(
            """
            the name a.b.c has 3 parts
              next       write schema.name; put a part that contains a dot into double quotes\
            """);
  }

  @Test
  void aNulCharacterIsRefusedBecauseNoDatabaseTakesIt() {
    assertThatThrownBy(() -> QualifiedName.of("a\0b"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("NUL");
  }

  @Test
  void hostileTextIsJustAName() {
    String hostile = "account; DROP TABLE account; --'`";
    assertThat(QualifiedName.of(hostile).name()).isEqualTo(hostile);
  }

  @Test
  void whatIsPrintedIsReadAsTheSameName() {
    Random random = new Random(4);
    String alphabet = "ab.\"'` \u00e9";
    for (int i = 0; i < 5_000; i++) {
      QualifiedName name =
          random.nextBoolean()
              ? QualifiedName.exactly(text(random, alphabet))
              : QualifiedName.in(text(random, alphabet), text(random, alphabet));
      assertThat(QualifiedName.of(name.toString())).isEqualTo(name);
    }
  }

  private static String text(Random random, String alphabet) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  @Test
  void theDefaultSchemaComesFirstInOrder() {
    assertThat(
            List.of(QualifiedName.of("b.a"), QualifiedName.of("z"), QualifiedName.of("a.z"))
                .stream()
                .sorted()
                .map(QualifiedName::toString))
        .containsExactly("z", "a.z", "b.a");
  }
}
