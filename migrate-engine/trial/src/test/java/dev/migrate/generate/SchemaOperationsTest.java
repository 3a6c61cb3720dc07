package dev.migrate.generate;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.enumType;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.nextValue;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.tableOption;
import static dev.migrate.Ddl.text;
import static dev.migrate.Ddl.unique;
import static dev.migrate.Ddl.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Ddl;
import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.sqlite.SqliteDialectProvider;
import dev.migrate.operation.Operation;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The operations between two schemas make the second, and between equal schemas there are none. */
class SchemaOperationsTest {

  private static final int PAIRS = Integer.getInteger("migrate.test.schemas", 200);

  @Test
  void theOperationsBetweenRandomSchemasMakeTheSecond() {
    LongStream.rangeClosed(1, PAIRS)
        .mapToObj(RandomSchemas::any)
        .flatMap(List::stream)
        .forEach(
            pair -> {
              requireMade(pair, pair.before(), pair.after());
              requireMade(pair, pair.after(), pair.before());
            });
  }

  private static void requireMade(RandomSchemas pair, Schema from, Schema to) {
    List<Operation> operations = SchemaOperations.between(from, to);
    Schema made = Operation.applyAll(operations, from);
    assertThat(made).as("seed %s: %s", pair.seed(), operations).isEqualTo(to);
    assertThat(SchemaOperations.between(made, to)).as("seed %s", pair.seed()).isEmpty();
    for (Table table : made.tables()) {
      assertThat(made.tablesReferringTo(table.name()))
          .as("seed %s", pair.seed())
          .isEqualTo(referring(made, table));
    }
  }

  /** What no database refuses, and no row needs; {@link DifferenceLawTest} asks the databases. */
  @Test
  void nothingStandsInTheWayOfAnOperation() {
    Dialect dialect = new SqliteDialectProvider().dialect(DialectName.SQLITE);
    for (long seed = 1; seed <= 4L * PAIRS; seed++) {
      List<RandomSchemas> pairs = new ArrayList<>();
      pairs.add(RandomSchemas.mutated(dialect, List.of("NOCASE", "RTRIM"), seed));
      if (seed <= PAIRS) {
        pairs.addAll(RandomSchemas.any(seed));
      }
      for (RandomSchemas pair : pairs) {
        requireFree(pair.seed(), pair.before(), pair.after());
        requireFree(pair.seed(), pair.after(), pair.before());
      }
    }
  }

  private static void requireFree(long seed, Schema from, Schema to) {
    List<Operation> operations = SchemaOperations.between(from, to);
    assertThat(Obstacles.of(operations, from, to)).as("seed %s: %s", seed, operations).isEmpty();
  }

  private static List<Table> referring(Schema schema, Table target) {
    return schema.tables().stream()
        .filter(
            table ->
                table.foreignKeys().stream().anyMatch(key -> key.target().equals(target.name())))
        .toList();
  }

  private static Schema schema(Consumer<Operations> operations) {
    return Operation.applyAll(
        Recording.of(Revision.of(Lineage.of("one").root(), operations)).upgrade(), Schema.empty());
  }

  private static List<String> between(Consumer<Operations> from, Consumer<Operations> to) {
    return SchemaOperations.between(schema(from), schema(to)).stream()
        .map(Operation::toString)
        .toList();
  }

  @Test
  void tablesComeAfterThoseTheyReferToAndKeysInACircleComeLast() {
    assertThat(
            between(
                op -> {},
                op -> {
                  op.createTable("a", column("id", bigint()), primaryKey("id"));
                  op.createTable(
                      "b",
                      column("id", bigint()),
                      primaryKey("id"),
                      foreignKey("id").references("a"));
                  op.addForeignKey("a", foreignKey("id").references("b"));
                }))
        .map(text -> text.lines().findFirst().orElseThrow())
        .containsExactly(
            "create table a",
            "create table b",
            "add constraint fk_a_id foreign key (id) references b (id) to table a");
  }

  @Test
  void whatDestroysDataComesLast() {
    assertThat(
            between(
                op -> {
                  op.createTable("a", column("id", bigint()), column("old", text()));
                  op.createTable("gone", column("id", bigint()));
                },
                op ->
                    op.createTable(
                        "a", column("id", bigint()), column("new", text()), unique("id"))))
        .containsExactly(
            "add column a.new text",
            "add constraint uq_a_id unique (id) to table a",
            "drop column a.old",
            "drop table gone");
  }

  @Test
  void aViewMakesWayForAChangeOfWhatItReads() {
    assertThat(
            between(
                op -> {
                  op.createTable("a", column("id", bigint()), column("n", integer()));
                  op.createView("v", view("SELECT n FROM a").reads("a", "n"));
                },
                op -> {
                  op.createTable("a", column("id", bigint()), column("n", bigint()));
                  op.createView("v", view("SELECT n FROM a").reads("a", "n"));
                }))
        .containsExactly(
            "drop view v", "alter column a.n: type bigint", "create view v as SELECT n FROM a");
  }

  @Test
  void aForeignKeyMakesWayForAChangeOfItsColumns() {
    Consumer<Operations> before = op -> keyed(op, integer());
    assertThat(between(before, op -> keyed(op, bigint())))
        .containsExactly(
            "drop constraint fk_b_a_id of table b",
            "alter column a.id: type bigint",
            "alter column b.a_id: type bigint",
            "add constraint fk_b_a_id foreign key (a_id) references a (id) to table b");
  }

  private static void keyed(Operations op, DataType type) {
    op.createTable("a", column("id", type), primaryKey("id"));
    op.createTable("b", column("a_id", type), foreignKey("a_id").references("a"));
  }

  @Test
  void aComputedColumnMakesWayForAChangeOfWhatItIsComputedFrom() {
    assertThat(
            between(
                op ->
                    op.createTable(
                        "a", column("n", integer()), column("m", bigint()).storedAs("n + 1")),
                op ->
                    op.createTable(
                        "a", column("n", bigint()), column("m", bigint()).storedAs("n + 1"))))
        .containsExactly(
            "drop column a.m",
            "alter column a.n: type bigint",
            "add column a.m bigint stored as (n + 1)");
  }

  @Test
  void aConstraintUnderAnotherNameIsAnotherOne() {
    assertThat(
            between(
                op -> op.createTable("a", column("n", integer()), check("n > 0"), index("n")),
                op ->
                    op.createTable(
                        "a",
                        column("n", integer()),
                        check("n > 0").named("positive"),
                        index("n").named("by_n"))))
        .extracting(text -> text.substring(0, text.indexOf(' ')))
        .containsExactly("drop", "drop", "add", "create");
  }

  @Test
  void whatUsesAComputedColumnGoesAndComesBackWithIt() {
    Function<DataType, Consumer<Operations>> table =
        type ->
            op ->
                op.createTable(
                    "a",
                    column("n", type),
                    column("m", bigint()).storedAs("n + 1"),
                    check("m > 0").named("c"),
                    index("m").named("i"));
    assertThat(between(table.apply(integer()), table.apply(bigint())))
        .containsExactly(
            "drop index i of table a",
            "drop constraint c of table a",
            "drop column a.m",
            "alter column a.n: type bigint",
            "add column a.m bigint stored as (n + 1)",
            "add constraint c check (m > 0) to table a",
            "create index i (m) on table a");
  }

  @Test
  void aForeignKeyMakesWayWhereOneOfTheTwoColumnsChanges() {
    Consumer<Operations> before = op -> keyed(op, integer(), integer());
    assertThat(between(before, op -> keyed(op, integer(), bigint())))
        .containsExactly(
            "drop constraint fk_b_a_id of table b",
            "alter column b.a_id: type bigint",
            "add constraint fk_b_a_id foreign key (a_id) references a (id) to table b");
    assertThat(between(before, op -> keyed(op, bigint(), integer())))
        .containsExactly(
            "drop constraint fk_b_a_id of table b",
            "alter column a.id: type bigint",
            "add constraint fk_b_a_id foreign key (a_id) references a (id) to table b");
  }

  private static void keyed(Operations op, DataType target, DataType reference) {
    op.createTable("a", column("id", target), primaryKey("id"));
    op.createTable("b", column("a_id", reference), foreignKey("a_id").references("a"));
  }

  @Test
  void aNewForeignKeyWaitsUntilItsTargetIsAsItWillBe() {
    assertThat(
            between(
                op -> op.createTable("a", column("id", integer()), primaryKey("id")),
                op -> keyed(op, bigint(), bigint())))
        .map(text -> text.lines().findFirst().orElseThrow())
        .containsExactly(
            "create table b",
            "alter column a.id: type bigint",
            "add constraint fk_b_a_id foreign key (a_id) references a (id) to table b");
  }

  @Test
  void computedColumnsGoBeforeAndComeAfterWhatTheyAreComputedFrom() {
    Consumer<Operations> bare = op -> op.createTable("a", column("id", bigint()));
    Consumer<Operations> computed =
        op ->
            op.createTable(
                "a",
                column("id", bigint()),
                column("x", bigint()).virtualAs("y + 1"),
                column("y", bigint()).virtualAs("n + 1"),
                column("n", bigint()));
    assertThat(between(bare, computed))
        .extracting(text -> text.substring(0, 15))
        .containsExactly("add column a.n ", "add column a.y ", "add column a.x ");
    assertThat(between(computed, bare))
        .containsExactly("drop column a.x", "drop column a.y", "drop column a.n");
  }

  @Test
  void aSequenceThatOthersAskIsTakenFromItsColumnFirst() {
    assertThat(
            between(
                op -> {
                  op.createSequence("s");
                  op.createTable("a", column("id", bigint()), column("n", bigint()));
                  op.createTable(
                      "b", column("id", bigint()), column("m", bigint()).defaultTo(nextValue("s")));
                  op.setSequenceOwner("s", "a", "n");
                },
                op -> {
                  op.createTable("a", column("id", bigint()));
                  op.createTable("b", column("id", bigint()));
                }))
        .first()
        .asString()
        .contains("sequence s");
  }

  @Test
  void aForeignKeyMakesWayForAnotherKeyOfItsTarget() {
    Function<String, Consumer<Operations>> tables =
        key ->
            op -> {
              op.createTable("a", column("id", bigint()), primaryKey("id").named(key));
              op.createTable("b", column("a_id", bigint()), foreignKey("a_id").references("a"));
            };
    assertThat(between(tables.apply("one"), tables.apply("two")))
        .containsExactly(
            "drop constraint fk_b_a_id of table b",
            "drop constraint one of table a",
            "add constraint two primary key (id) to table a",
            "add constraint fk_b_a_id foreign key (a_id) references a (id) to table b");
  }

  @Test
  void aNameIsFreeBeforeAnotherTableTakesIt() {
    assertThat(
            between(
                op -> {
                  op.createTable("a", column("n", integer()));
                  op.createTable("b", column("n", integer()), index("n").named("x"));
                },
                op -> {
                  op.createTable("a", column("n", integer()), index("n").named("x"));
                  op.createTable("b", column("n", integer()));
                }))
        .containsExactly(
            "rename index x of table b to x_old",
            "create index x (n) on table a",
            "drop index x_old of table b");
  }

  @Test
  void aCircleIsOpenedBeforeItsTablesGo() {
    assertThat(
            between(
                op -> {
                  op.createTable("a", column("id", bigint()), primaryKey("id"));
                  op.createTable(
                      "b",
                      column("id", bigint()),
                      primaryKey("id"),
                      foreignKey("id").references("a"));
                  op.addForeignKey("a", foreignKey("id").references("b"));
                },
                op -> {}))
        .containsExactly("drop constraint fk_b_id of table b", "drop table a", "drop table b");
  }

  @Test
  void labelsAreAddedBeforeThoseThatAreThere() {
    assertThat(
            between(
                op -> op.createEnumType("mood", "good"),
                op -> op.createEnumType("mood", "bad", "good", "fine")))
        .containsExactly(
            "add label fine to enum type mood", "add label bad to enum type mood before good");
  }

  @Test
  void aLabelThatIsGoneNeedsAnotherType() {
    Consumer<Operations> table =
        op -> op.createTable("a", column("m", enumType("mood")).defaultTo("good"));
    assertThat(
            between(
                op -> {
                  op.createEnumType("mood", "good", "bad");
                  table.accept(op);
                },
                op -> {
                  op.createEnumType("mood", "good");
                  table.accept(op);
                }))
        .containsExactly(
            "rename enum type mood to mood_old",
            "create enum mood [good]",
            "alter column a.m: type enum mood",
            "drop enum type mood_old");
  }

  @Test
  void anOptionGoesBeforeTheKeyThatItNeedsAndComesAfterIt() {
    Consumer<Operations> without = op -> op.createTable("a", column("id", bigint()).notNull());
    Consumer<Operations> with =
        op ->
            op.createTable(
                "a",
                column("id", bigint()),
                primaryKey("id"),
                tableOption(Ddl.SQLITE, "WITHOUT ROWID"));
    assertThat(between(without, with))
        .containsExactly(
            "add constraint pk_a primary key (id) to table a",
            "table a: option on sqlite: WITHOUT ROWID");
    assertThat(between(with, without))
        .containsExactly("table a: no option on sqlite", "drop constraint pk_a of table a");
  }

  @Test
  void theOptionOfEachDialectIsReplacedByItself() {
    assertThat(
            between(
                op ->
                    op.createTable(
                        "a",
                        column("n", integer()),
                        tableOption(Ddl.MYSQL, "ENGINE=MyISAM"),
                        tableOption(Ddl.SQLITE, "STRICT")),
                op ->
                    op.createTable(
                        "a",
                        column("n", integer()),
                        tableOption(Ddl.SQLITE, "STRICT"),
                        tableOption(Ddl.MYSQL, "ENGINE=InnoDB"))))
        .containsExactly("table a: option on mysql: ENGINE=InnoDB");
  }

  @Test
  void aViewThatDoesNotSayWhatItReadsMakesWayIfItsTextNamesTheTable() {
    assertThat(
            between(
                op -> {
                  op.createTable("a", column("n", integer()));
                  op.createView("v", view("SELECT n FROM a"));
                },
                op -> {
                  op.createTable("a", column("n", bigint()));
                  op.createView("v", view("SELECT n FROM a"));
                }))
        .containsExactly(
            "drop view v", "alter column a.n: type bigint", "create view v as SELECT n FROM a");
  }

  @Test
  void anIdentityComesAfterTheKeyThatItNeedsAndGoesBeforeIt() {
    Consumer<Operations> plain = op -> op.createTable("a", column("id", bigint()).notNull());
    Consumer<Operations> numbered =
        op -> op.createTable("a", column("id", bigint()).identity(), primaryKey("id"));
    assertThat(between(plain, numbered))
        .containsExactly(
            "add constraint pk_a primary key (id) to table a", "alter column a.id: identity");
    assertThat(between(numbered, plain))
        .containsExactly("alter column a.id: no identity", "drop constraint pk_a of table a");
  }

  @Test
  void aNewIdentityComesWithItsKeyOnceTheOldOneIsGone() {
    assertThat(
            between(
                op -> op.createTable("a", column("old", bigint()).identity(), primaryKey("old")),
                op -> op.createTable("a", column("id", bigint()).identity(), primaryKey("id"))))
        .containsExactly(
            "alter column a.old: no identity",
            "drop constraint pk_a of table a",
            "add column a.id bigint not null identity",
            "add constraint pk_a primary key (id) to table a",
            "drop column a.old");
  }

  @Test
  void aComputedColumnGoesBeforeWhatItIsComputedFromChanges() {
    assertThat(
            between(
                op ->
                    op.createTable(
                        "a", column("n", integer()), column("m", bigint()).storedAs("n + 1")),
                op -> op.createTable("a", column("n", bigint()))))
        .containsExactly("drop column a.m", "alter column a.n: type bigint");
  }

  @Test
  void aTableThatGoesTakesItsForeignKeysWithIt() {
    assertThat(
            between(
                op -> {
                  keyed(op, integer());
                },
                op -> op.createTable("a", column("id", integer()), primaryKey("id"))))
        .containsExactly("drop table b");
  }

  @Test
  void theTimeGrowsWithTheNumberOfTables() {
    Schema many =
        Operation.applyAll(
            IntStream.range(0, 5_000)
                .mapToObj(
                    number ->
                        Recording.of(
                                Revision.of(
                                    Lineage.of("one").root(),
                                    op ->
                                        op.createTable(
                                            "t" + number,
                                            column("id", bigint()),
                                            primaryKey("id"))))
                            .upgrade()
                            .get(0))
                .toList(),
            Schema.empty());
    assertThat(SchemaOperations.between(many, many)).isEmpty();
    assertThat(SchemaOperations.between(Schema.empty(), many)).hasSize(5_000);
  }
}
