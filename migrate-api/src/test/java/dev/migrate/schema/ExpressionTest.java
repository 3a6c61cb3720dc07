package dev.migrate.schema;

import static dev.migrate.Ddl.H2;
import static dev.migrate.Ddl.MYSQL;
import static dev.migrate.Ddl.expression;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.DefinitionException;
import dev.migrate.error.SchemaException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpressionTest {

  private static Expression renamed(Expression text, String from, String to) {
    Table table =
        Table.of(
            QualifiedName.of("t"),
            List.of(
                Column.of(from, SimpleType.INTEGER),
                Column.of("a", SimpleType.INTEGER),
                new Check(Optional.of("ck"), text, false, false, Optional.empty())));
    return ((Check) table.renamingColumn(from, to).constraint("ck")).condition();
  }

  @Test
  void aNameThatNeedsQuotesGetsThem() {
    assertThat(renamed(expression("email > 1"), "email", "E \"mail").text())
        .isEqualTo("\"E \"\"mail\" > 1");
    assertThat(renamed(expression("\"E \"\"mail\" > 1"), "E \"mail", "email").text())
        .isEqualTo("email > 1");
  }

  @Test
  void renamingBackRestoresTheMeaning() {
    Expression check = expression("Email <> '' AND \"email\" > `email`").on(MYSQL, "EMAIL > 0");
    for (String name : List.of("mail", "E mail", "EMAIL")) {
      assertThat(renamed(renamed(check, "email", name), name, "email")).isEqualTo(check);
    }
  }

  @Test
  void variantsFollowToo() {
    Expression check = expression("a > 0").on(MYSQL, "email > 0");
    assertThat(renamed(check, "email", "mail"))
        .isEqualTo(expression("a > 0").on(MYSQL, "mail > 0"));
  }

  @Test
  void aTextThatIsNotClearIsRefusedWithAWayOut() {
    assertThatThrownBy(() -> renamed(expression("a foo email"), "email", "mail"))
        .isInstanceOf(SchemaException.class)
        .hasMessage(
            """
            the constraint ck of table t cannot follow
              operation  rename column t.email to mail
              text       a foo email
              because    it is not certain what the name refers to in it
              next       remove it first, and restore it afterwards with the new text:
                         op.dropConstraint("t", "ck");
                         … // rename column t.email to mail
                         op.addCheck(…, check("…").named("ck"));\
            """);
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
