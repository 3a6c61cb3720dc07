package dev.migrate.schema;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.DefinitionException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ColumnTest {

  @Test
  void aColumnTakesNullUnlessSaidOtherwise() {
    assertThat(column("n", integer()).nullable()).isTrue();
    assertThat(column("n", integer()).notNull().nullable()).isFalse();
    assertThat(column("n", integer()).identity().nullable()).isFalse();
  }

  @Test
  void aFunctionAsATextOnATimestampAsksWhatWasMeant() {
    assertThatThrownBy(() -> column("at", timestamp()).defaultTo("now()"))
        .isInstanceOf(DefinitionException.class)
        .hasMessage(
            """
            the default 'now()' does not fit the column at
              type       timestamp
              next       did you mean expression("now()") or currentTimestamp()?\
            """);
    assertThatThrownBy(() -> column("d", date()).defaultTo("today"))
        .hasMessageContaining("did you mean expression(\"today\") or currentDate()?");
    assertThatThrownBy(() -> column("n", bigint()).defaultTo("f()"))
        .hasMessageContaining("did you mean expression(\"f()\")?");
    assertThatThrownBy(() -> column("n", bigint()).defaultTo(true))
        .hasMessageContaining("give a value of the column's type");
  }

  @Test
  void aDefaultFitsTheTypeForEveryDialectItIsSaidFor() {
    assertThatThrownBy(() -> column("n", bigint()).defaultTo(literal(1).on(MYSQL, literal("x"))))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("the default 'x' does not fit the column n");
    assertThatCode(
            () -> column("at", timestamp()).defaultTo(currentTimestamp().on(H2, expression("x()"))))
        .doesNotThrowAnyException();
  }

  @Test
  void aTypeThatNoLongerFitsTheDefaultIsRefused() {
    assertThatThrownBy(() -> column("n", bigint()).defaultTo(1).withType(text()))
        .isInstanceOf(DefinitionException.class);
  }

  @Test
  void aDefaultOfNullIsNone() {
    assertThat(column("n", bigint()).defaultTo(Literal.NULL)).isEqualTo(column("n", bigint()));
    assertThat(column("n", bigint()).notNull().defaultTo(Literal.NULL).isRequired()).isTrue();
  }

  @Test
  void onlyWholeNumbersCountByThemselves() {
    assertThatThrownBy(() -> column("n", varchar(9)).identity())
        .isInstanceOf(DefinitionException.class)
        .hasMessage(
            """
            the column n of type varchar(9) cannot be an identity
              next       make it smallint(), integer() or bigint()\
            """);
    assertThatThrownBy(() -> column("n", decimal(9, 0)).identityAlways())
        .isInstanceOf(DefinitionException.class);
    assertThatCode(() -> column("n", nativeType("int8")).identity()).doesNotThrowAnyException();
    assertThatCode(() -> column("n", integer().on(SQLITE, bigint())).identity())
        .doesNotThrowAnyException();
  }

  @Test
  void aColumnHasOneSource() {
    String two = "has more than one of default, identity and computation";
    assertThatThrownBy(() -> column("n", bigint()).defaultTo(1).identity())
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(two);
    assertThatThrownBy(() -> column("n", bigint()).identity().storedAs("1"))
        .hasMessageContaining(two);
    assertThatThrownBy(() -> column("n", bigint()).virtualAs("1").defaultTo(1))
        .hasMessageContaining(two);
  }

  @Test
  void onlyAColumnThatNothingFillsIsRequired() {
    Column n = column("n", bigint()).notNull();
    assertThat(n.isRequired()).isTrue();
    assertThat(n.defaultTo(0).isRequired()).isFalse();
    assertThat(n.identity().isRequired()).isFalse();
    assertThat(n.storedAs("1").isRequired()).isFalse();
    assertThat(column("n", bigint()).isRequired()).isFalse();
  }

  @Test
  void namesCollationsAndCommentsAreNotEmpty() {
    assertThatThrownBy(() -> column("", bigint()))
        .hasMessageContaining("the name of a column is empty");
    assertThatThrownBy(() -> column("a\0", bigint())).isInstanceOf(DefinitionException.class);
    assertThatThrownBy(() -> column("a", text()).collate(""))
        .hasMessageContaining("the name of a collation is empty");
    assertThatThrownBy(() -> collation("")).isInstanceOf(DefinitionException.class);
    assertThatThrownBy(() -> column("a", text()).comment(""))
        .hasMessageContaining("write noComment()");
  }

  @Test
  void everyWordReturnsACopy() {
    Column plain = column("n", bigint());
    plain.notNull();
    plain.defaultTo(1);
    plain.comment("x");
    assertThat(plain).isEqualTo(column("n", bigint()));
  }

  @Test
  void aColumnPrintsAsItWasWritten() {
    assertThat(column("n", text()).notNull().defaultTo("x").collate("C").comment("hi"))
        .hasToString("n text collate C not null default 'x' comment 'hi'");
    assertThat(column("n", bigint()).identityAlways())
        .hasToString("n bigint not null identity always");
    assertThat(column("n", bigint()).storedAs("a * 2")).hasToString("n bigint stored as (a * 2)");
  }

  @Test
  void aForeignDefaultIsNoDefault() {
    assertThat(column("n", bigint()).withDefault(Optional.empty()))
        .isEqualTo(column("n", bigint()));
  }
}
