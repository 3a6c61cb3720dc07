package dev.migrate.schema;

import static dev.migrate.Ddl.H2;
import static dev.migrate.Ddl.MYSQL;
import static dev.migrate.Ddl.expression;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.DefinitionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "email IS NOT NULL           | mail IS NOT NULL",
        "EMAIL <> ''                 | mail <> ''",
        "t.email = email             | t.mail = mail",
        "\"email\" = 'email'         | \"mail\" = 'email'",
        "`email` = email_old         | `mail` = email_old",
        "'email''s' = my_email       | 'email''s' = my_email",
        "email(x) > email            | email(x) > mail",
        "email 'x' = 1e5             | email 'x' = 1e5",
        "\"Email\" = 1               | \"Email\" = 1",
        "lower(email)+email2         | lower(mail)+email2",
        "'unterminated email         | 'unterminated mail",
      })
  void aRenamedColumnIsFollowedWhereItStandsAsANameOfItsOwn(String before, String after) {
    assertThat(expression(before).renaming("email", "mail").text()).isEqualTo(after);
    assertThat(expression(before).mentions("email")).isEqualTo(!before.equals(after));
  }

  @Test
  void aNameThatNeedsQuotesGetsThem() {
    assertThat(expression("email > 1").renaming("email", "E \"mail").text())
        .isEqualTo("\"E \"\"mail\" > 1");
    assertThat(expression("\"E \"\"mail\" > 1").renaming("E \"mail", "email").text())
        .isEqualTo("email > 1");
  }

  @Test
  void renamingBackRestoresTheMeaning() {
    Expression check = expression("Email <> '' AND \"email\" > `email`").on(MYSQL, "EMAIL > 0");
    assertThat(check.renaming("email", "mail").renaming("mail", "email")).isEqualTo(check);
  }

  @Test
  void variantsAreFollowedToo() {
    Expression check = expression("a > 0").on(MYSQL, "email > 0");
    assertThat(check.mentions("email")).isTrue();
    assertThat(check.renaming("email", "mail"))
        .isEqualTo(expression("a > 0").on(MYSQL, "mail > 0"));
  }

  @Test
  void theCaseOfLettersDoesNotCountOutsideQuotes() {
    assertThat(expression("Price > 0 AND x = 'A'"))
        .isEqualTo(expression("price > 0 and X = 'A'"))
        .hasSameHashCodeAs(expression("price > 0 and X = 'A'"));
    assertThat(expression("x = 'A'")).isNotEqualTo(expression("x = 'a'"));
    assertThat(expression("\"X\" = 1")).isNotEqualTo(expression("\"x\" = 1"));
    assertThat(expression("x > 1")).isNotEqualTo(expression("x > 2"));
    assertThat(expression("x").on(H2, "y")).isNotEqualTo(expression("x"));
    assertThat(expression("x").on(H2, "y")).isNotEqualTo(expression("x").on(MYSQL, "y"));
  }

  @Test
  void itsWordsAreAllColumnsThatItCanMean() {
    assertThat(expression("Price > 0 AND lower(name) = 'Abc'").words().orElseThrow())
        .containsExactly("abc", "name", "price");
    assertThat(expression("a").on(MYSQL, "b").words().orElseThrow()).containsExactly("a", "b");
    assertThat(expression("\"we ird\" > 0").words()).isEmpty();
    assertThat(expression("`x` > 0").words()).isEmpty();
    assertThat(expression("[x] > 0").words()).isEmpty();
  }

  @Test
  void longTextsDoNotFillTheStack() {
    String longText =
        "x = '" + "it''s ".repeat(200_000) + "' AND " + "y + ".repeat(50_000) + "email";
    Expression expression = expression(longText);
    assertThat(expression.mentions("email")).isTrue();
    assertThat(expression.equals(expression("a"))).isFalse();
    assertThat(expression.words().orElseThrow()).contains("email");
  }

  @Test
  void aBlankTextAndANulCharacterAreRefused() {
    for (String text : List.of("", " \n", "a\0")) {
      assertThatThrownBy(() -> expression(text))
          .isInstanceOf(DefinitionException.class)
          .hasMessageContaining("write SQL, such as price > 0");
    }
    assertThatThrownBy(() -> expression("x").on(MYSQL, "")).isInstanceOf(DefinitionException.class);
  }

  @Test
  void twoVariantsForOneDialectAreRefusedWithBoth() {
    assertThatThrownBy(() -> expression("a").on(MYSQL, "b").on(MYSQL, "c"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("two variants for mysql: b and c");
  }
}
