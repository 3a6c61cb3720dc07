package dev.migrate.testkit;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.literal;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.schema.Expression;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class SchemaDifferenceTest {

  private static final Schema ACCOUNT =
      account(
          column("id", bigint()).identity(),
          column("email", varchar(320)).notNull(),
          primaryKey("id"),
          index("email").unique());

  private static Schema account(TableElement... elements) {
    return Schema.empty().with(Table.of(QualifiedName.of("account"), List.of(elements)));
  }

  @Test
  void equalSchemasHaveNone() {
    assertThat(SchemaDifference.between(ACCOUNT, ACCOUNT).isEmpty()).isTrue();
    assertThat(SchemaDifference.between(ACCOUNT, ACCOUNT)).hasToString("no difference");
  }

  @Test
  void everyAttributeIsNamedOnItsOwn() {
    Schema actual =
        account(
            column("id", bigint()).identity(),
            column("email", varchar(100)).comment("as typed"),
            column("age", bigint()),
            primaryKey("id"));
    assertThat(SchemaDifference.between(ACCOUNT, actual))
        .hasToString(
            """
            account.email type
              expected  varchar(320)
              actual    varchar(100)
            account.email nullability
              expected  not null
              actual    nullable
            account.email comment
              expected  missing
              actual    as typed
            column account.age
              expected  missing
              actual    age bigint
            account index ix_account_email
              expected  unique index ix_account_email (email)
              actual    missing""");
  }

  @Test
  void missingTableIsShownWhole() {
    assertThat(SchemaDifference.between(ACCOUNT, Schema.empty()))
        .hasToString(
            """
            table account
              expected  table account
                          id bigint not null identity
                          email varchar(320) not null
                          pk_account primary key (id)
                          unique index ix_account_email (email)
              actual    missing""");
  }

  @Test
  void whatLooksTheSameIsShownWithItsKind() {
    Schema text = account(column("a", varchar(9)).defaultTo(literal("x")));
    Schema expression = account(column("a", varchar(9)).defaultTo(Expression.of("'x'")));
    assertThat(SchemaDifference.between(text, expression))
        .hasToString(
            """
            account.a default
              expected  'x' (Literal)
              actual    'x' (Expression)""");
  }

  @Test
  void assertionsSayWhatTheyMissed() {
    SchemaAssert.assertThat(ACCOUNT)
        .hasTable("account")
        .hasNoTable("user")
        .hasColumn("account", column("email", varchar(320)).notNull())
        .isEqualTo(ACCOUNT);
    assertThatThrownBy(
            () -> SchemaAssert.assertThat(ACCOUNT).as("after the test").hasTable("acount"))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage("after the test\nthere is no table acount\n  known  account");
    assertThatThrownBy(
            () -> SchemaAssert.assertThat(ACCOUNT).hasColumn("account", column("age", bigint())))
        .hasMessageContaining("column account.age\n  expected  age bigint\n  actual    missing");
    assertThatThrownBy(() -> SchemaAssert.assertThat(ACCOUNT).hasNoTable("account"))
        .hasMessageContaining("there is a table account");
  }
}
