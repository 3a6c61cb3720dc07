package dev.migrate.schema;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.literal;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
            column account.age
              expected  missing
              actual    age bigint
            column account.email: type
              expected  varchar(320)
              actual    varchar(100)
            column account.email: nullability
              expected  not null
              actual    nullable
            column account.email: comment
              expected  missing
              actual    as typed
            index ix_account_email of table account
              expected  unique index ix_account_email (email)
              actual    missing\
            """);
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
              actual    missing\
            """);
  }

  @Test
  void whatLooksTheSameIsShownWithItsKind() {
    Schema text = account(column("a", varchar(9)).defaultTo(literal("x")));
    Schema expression = account(column("a", varchar(9)).defaultTo(Expression.of("'x'")));
    assertThat(SchemaDifference.between(text, expression))
        .hasToString(
            """
            column account.a: default
              expected  'x' (Literal)
              actual    'x' (Expression)\
            """);
  }

  @Test
  void anAttributeThatTheModelCannotHoldIsADifference() {
    ElementName id = ElementName.column(QualifiedName.of("account"), "id");
    UnmodelledElement options = UnmodelledElement.attribute(id, "identity options", "START 9");
    UnmodelledElement trigger =
        UnmodelledElement.object(
            "trigger", "audit", ElementName.table(QualifiedName.of("account")), "AFTER INSERT");
    Schema actual = ACCOUNT.withUnmodelled(List.of(trigger, options));
    assertThat(actual).isEqualTo(ACCOUNT);
    assertThat(SchemaDifference.between(actual, actual).isEmpty()).isTrue();
    assertThat(SchemaDifference.between(ACCOUNT, actual))
        .hasToString(
            """
            column account.id: identity options
              expected  missing
              actual    START 9\
            """);
    assertThat(SchemaDifference.between(Schema.empty(), actual).entries())
        .extracting(SchemaDifference.Entry::what)
        .containsExactly("table account");
    assertThat(actual.unmodelled())
        .extracting(UnmodelledElement::toString)
        .containsExactly(
            "trigger audit on table account: AFTER INSERT",
            "column account.id: identity options START 9");
  }

  @Test
  void whatTheModelCannotHoldFollowsItsOwner() {
    QualifiedName account = QualifiedName.of("account");
    Schema schema =
        ACCOUNT.withUnmodelled(
            List.of(
                UnmodelledElement.object("trigger", "audit", ElementName.table(account), ""),
                UnmodelledElement.object("routine", "now2", "")));
    assertThat(schema.renaming(name -> QualifiedName.of("user")).unmodelled())
        .extracting(UnmodelledElement::toString)
        .containsExactly("trigger audit on table user", "routine now2");
    assertThat(schema.without(account).unmodelled())
        .extracting(UnmodelledElement::toString)
        .containsExactly("routine now2");
  }
}
