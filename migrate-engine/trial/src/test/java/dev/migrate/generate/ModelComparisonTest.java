package dev.migrate.generate;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.h2.H2DialectProvider;
import dev.migrate.dialect.sqlite.SqliteDialectProvider;
import dev.migrate.model.DeclaredSchema;
import dev.migrate.model.IgnoredElement;
import dev.migrate.model.Model;
import dev.migrate.model.ModelComparison;
import dev.migrate.model.SchemaSource;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.ModelElement;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.TableElement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Only what a database would store counts as a difference between a model and revisions. */
class ModelComparisonTest {

  private static final Dialect H2_DIALECT = new H2DialectProvider().dialect(DialectName.H2);

  private static final Dialect SQLITE_DIALECT =
      new SqliteDialectProvider().dialect(DialectName.SQLITE);

  private static Model account(ModelElement... more) {
    return Model.of(table("account", column("id", bigint()), more));
  }

  private static ModelComparison compared(Model recorded, SchemaSource model, Dialect dialect) {
    Schema schema = recorded.schema();
    return ModelComparison.of(schema, model.declared(dialect, schema), dialect);
  }

  private static List<String> differences(Model recorded, SchemaSource model, Dialect dialect) {
    return compared(recorded, model, dialect).difference().entries().stream()
        .map(SchemaDifference.Entry::what)
        .toList();
  }

  private static void requireEqual(TableElement recorded, TableElement declared) {
    Model one = account(column("a", integer()), column("b", integer()), recorded);
    Model other = account(column("a", integer()), column("b", integer()), declared);
    for (Dialect dialect : List.of(H2_DIALECT, SQLITE_DIALECT)) {
      ModelComparison comparison = compared(one, other, dialect);
      assertThat(comparison.difference().isEmpty()).as(comparison.difference().toString()).isTrue();
      assertThat(comparison.target()).isEqualTo(one.schema());
    }
  }

  private static void requireDifferent(TableElement recorded, TableElement declared) {
    Model one = account(column("a", integer()), column("b", integer()), recorded);
    Model other = account(column("a", integer()), column("b", integer()), declared);
    assertThat(differences(one, other, H2_DIALECT)).isNotEmpty();
  }

  @Test
  void aModelIsEqualToItself() {
    Model model =
        account(
            column("a", varchar(10)).notNull().defaultTo("x").comment("text"),
            primaryKey("id"),
            check("a <> ''"),
            index("a").unique());

    for (Dialect dialect : List.of(H2_DIALECT, SQLITE_DIALECT)) {
      assertThat(differences(model, model, dialect)).isEmpty();
    }
  }

  @Test
  void namesThatAModelLeavesOpenAreThoseOfTheRevisions() {
    requireEqual(unique("a").named("some_name"), unique("a"));
    requireEqual(primaryKey("a").named("some_name"), primaryKey("a"));
    requireEqual(check("a > 0").named("some_name"), check("a > 0"));
    requireEqual(index("a").named("some_name"), index("a"));
    assertThat(
            differences(
                account(
                    primaryKey("id"),
                    foreignKey("id").references("account", "id").named("some_name")),
                account(primaryKey("id"), foreignKey("id").references("account", "id")),
                H2_DIALECT))
        .isEmpty();
  }

  @Test
  void namesThatAModelStatesCount() {
    requireDifferent(unique("a"), unique("a").named("some_name"));
    requireDifferent(index("a").named("one_name"), index("a").named("other_name"));
  }

  @Test
  void anOpenNameIsNotThatOfAnotherConstraint() {
    requireDifferent(unique("a").named("some_name"), unique("b"));
    requireDifferent(index("a").unique().named("some_name"), index("a"));
  }

  @Test
  void twoElementsDoNotGetTheSameName() {
    Model recorded = account(column("a", integer()), index("a").named("one"));
    Model model = account(column("a", integer()), index("a").named("one"), index("a"));

    assertThat(differences(recorded, model, H2_DIALECT))
        .containsExactly("index ix_account_a of table account");
  }

  @Test
  void layoutAndParenthesesOfTextsDoNotCount() {
    requireEqual(check("a  >\n 0").named("c"), check("((a > 0))").named("c"));
    requireDifferent(check("a > 0").named("c"), check("a > 1").named("c"));
    requireDifferent(check("a = 'x  y'").named("c"), check("a = 'x y'").named("c"));
    requireDifferent(check("(a) > (0)").named("c"), check("a) > (0").named("c"));
    requireEqual(
        column("c", integer()).storedAs("a + b"), column("c", integer()).storedAs("(a + b)"));
    requireDifferent(
        column("c", integer()).storedAs("a + b"), column("c", integer()).storedAs("a * b"));
    requireDifferent(
        column("c", integer()).defaultTo(expression("1 + 1")),
        column("c", integer()).defaultTo(expression("1 + 2")));
    requireDifferent(index("a").where("a > 0").named("i"), index("a").where("a > 1").named("i"));
  }

  @Test
  void theQueryOfAViewCounts() {
    Model one = account().withView("v", view("SELECT id FROM account").reads("account"));
    Model same = account().withView("v", view("SELECT id\nFROM  account;").reads("account"));
    Model other = account().withView("v", view("SELECT id + 1 FROM account").reads("account"));

    assertThat(differences(one, same, H2_DIALECT)).isEmpty();
    assertThat(differences(one, other, H2_DIALECT)).isNotEmpty();
  }

  @Test
  void typesThatADatabaseStoresAlikeAreEqualThere() {
    DataType nativeText = nativeType("CHARACTER VARYING(20)");
    Model recorded = account(column("a", varchar(20)));
    Model model = account(column("a", nativeText));

    ModelComparison comparison = compared(recorded, model, H2_DIALECT);
    assertThat(comparison.difference().isEmpty()).as(comparison.difference().toString()).isTrue();
    assertThat(comparison.target()).isEqualTo(recorded.schema());
    assertThat(differences(recorded, account(column("a", varchar(21))), H2_DIALECT))
        .containsExactly("column account.a: type");
  }

  @Test
  void variantsForOtherDialectsDoNotCount() {
    Model recorded = account(column("a", text()));
    Model model = account(column("a", text().on(SQLITE, nativeType("INTEGER"))));

    assertThat(differences(recorded, model, H2_DIALECT)).isEmpty();
    assertThat(differences(recorded, model, SQLITE_DIALECT)).isNotEmpty();
  }

  @Test
  void ignoredElementsAreAsTheRevisionsHaveThem() {
    Model recorded =
        account(column("a", integer()), column("gone", text()), index("a").named("ix"))
            .with(table("audit", column("id", bigint())))
            .withView("v", view("SELECT id FROM account").reads("account"));
    Model model = account(column("a", bigint()), column("b", text()));

    SchemaSource ignoring =
        model
            .ignoring("account.a", "changed by hand")
            .ignoring("account.gone", "of another application")
            .ignoring("account.ix", "for a report")
            .ignoring("audit", "of another application")
            .ignoring("v", "of another application");

    assertThat(differences(recorded, ignoring, H2_DIALECT)).containsExactly("column account.b");
    assertThat(compared(recorded, ignoring, H2_DIALECT).unused()).isEmpty();
  }

  @Test
  void aDeclaredElementCanBeIgnoredToo() {
    Model recorded = account();
    Model model = account(column("a", integer())).with(table("later", column("id", bigint())));

    assertThat(
            differences(
                recorded,
                model.ignoring("account.a", "not yet").ignoring("later", "not yet"),
                H2_DIALECT))
        .isEmpty();
  }

  @Test
  void ignoredElementsThatAgreeAreNamed() {
    Model recorded = account(column("a", integer()));
    SchemaSource model =
        account(column("a", integer())).ignoring("account.a", "old").ignoring("nothing", "old");

    assertThat(compared(recorded, model, H2_DIALECT).unused())
        .extracting(IgnoredElement::toString)
        .containsExactly("account.a (old)", "nothing (old)");
  }

  @Test
  void theTargetIsTheModelWhereItDiffers() {
    Model recorded = account(column("a", varchar(20)), unique("a").named("u"));
    Model model = account(column("a", varchar(20)).notNull(), unique("a"), index("a"));

    ModelComparison comparison = compared(recorded, model, H2_DIALECT);

    assertThat(comparison.difference().entries().stream().map(SchemaDifference.Entry::what))
        .containsExactly("column account.a: nullability", "index ix_account_a of table account");
    DeclaredSchema again = DeclaredSchema.of(comparison.target());
    assertThat(ModelComparison.of(comparison.target(), again, H2_DIALECT).difference().isEmpty())
        .isTrue();
  }
}
