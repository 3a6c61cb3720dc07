package dev.migrate.report;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.date;
import static dev.migrate.Ddl.decimal;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.notNull;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.smallint;
import static dev.migrate.Ddl.sql;
import static dev.migrate.Ddl.timestamp;
import static dev.migrate.Ddl.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LossesTest {

  private static List<Operation> recorded(Consumer<Operations> operations) {
    return Recording.of(Revision.of(Lineage.of("r").root(), operations)).upgrade();
  }

  private static final Schema SCHEMA =
      schema(
          op -> {
            op.createTable("discount", column("id", integer()), column("rate", integer()));
            op.createTable("a", column("id", integer()));
            op.createTable("b", column("id", integer()));
            op.createTable(
                "c",
                column("id", integer()),
                column("n", decimal(10, 4)),
                column("at", timestamp()),
                column("next", integer()).storedAs("id + 1"));
          });

  private static Schema schema(Consumer<Operations> operations) {
    return Operation.applyAll(recorded(operations), Schema.empty());
  }

  private static List<String> losses(Consumer<Operations> operations) {
    return Losses.of(recorded(operations), SCHEMA);
  }

  @Test
  void aTypeThatCannotHoldEveryValueIsTold() {
    assertThat(
            losses(
                op -> {
                  op.alterColumn("c", "n", type(decimal(10, 2)));
                  op.alterColumn("c", "at", type(date()));
                }))
        .containsExactly(
            "decimal places of column c.n, by decimal(10,2); a downgrade does not bring"
                + " them back",
            "the time of day of column c.at, by date; a downgrade does not bring them back");
  }

  @Test
  void aWiderTypeAndAComputedColumnLoseNothing() {
    assertThat(
            losses(
                op -> {
                  op.alterColumn("c", "n", type(decimal(12, 5)), notNull());
                  op.alterColumn("c", "next", type(smallint()));
                  op.dropColumn("c", "next");
                }))
        .isEmpty();
  }

  @Test
  void aConversionOfOnesOwnMayChangeValues() {
    assertThat(losses(op -> op.alterColumn("c", "n", type(bigint()).using("n * 100"))))
        .containsExactly(
            "values of column c.n, by using n * 100; a downgrade does not bring them back");
  }

  @Test
  void theMeaningOfRawSqlIsTold() {
    assertThat(
            losses(op -> op.execute(sql("DROP TABLE b").means(meaning -> meaning.dropTable("b")))))
        .containsExactly("the rows of table b");
  }

  @Test
  void aDowngradeNamesWhatTheUpgradeHasChangedForGood() {
    assertThat(
            Losses.forGood(
                recorded(
                    op -> {
                      op.alterColumn("c", "n", type(decimal(10, 2)));
                      op.dropColumn("c", "at");
                    }),
                SCHEMA))
        .containsExactly("for good decimal places of column c.n, by decimal(10,2)");
  }

  @Test
  void whereATableGoesNothingElseIsSaidOfIt() {
    assertThat(
            losses(
                op -> {
                  op.delete("discount", columns("id"), row(1));
                  op.dropColumn("discount", "rate");
                  op.dropTable("discount");
                }))
        .containsExactly("the rows of table discount");
  }

  @Test
  void aTableThatGoesUnderAnotherNameIsTheSame() {
    assertThat(
            losses(
                op -> {
                  op.delete("a", columns("id"), row(1));
                  op.renameTable("a", "renamed");
                  op.dropTable("renamed");
                }))
        .containsExactly("the rows of table renamed");
  }

  @Test
  void anotherTableOfTheSameNameIsAnotherOne() {
    assertThat(
            losses(
                op -> {
                  op.delete("a", columns("id"), row(1));
                  op.renameTable("a", "kept");
                  op.createTable("a", column("id", integer()));
                  op.dropTable("a");
                }))
        .containsExactly("1 row of table a", "the rows of table a");
  }

  @Test
  void otherTablesAreToldInOrder() {
    assertThat(
            losses(
                op -> {
                  op.delete("a", columns("id"), row(1), row(2));
                  op.dropTable("b");
                  op.dropColumn("c", "n");
                }))
        .containsExactly("2 rows of table a", "the rows of table b", "the values of column c.n");
  }
}
