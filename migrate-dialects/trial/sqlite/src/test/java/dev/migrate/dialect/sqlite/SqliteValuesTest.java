package dev.migrate.dialect.sqlite;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Operations;
import dev.migrate.report.PlanException;
import dev.migrate.report.StatementException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Values stay what they are, and rows refer to rows, whatever the connection is set to. */
class SqliteValuesTest {

  private static final BigDecimal LONG = new BigDecimal("12345678901234567.89");

  private static final Consumer<Operations> MONEY =
      op ->
          op.createTable(
              "t",
              column("id", integer()),
              column("d", decimal(24, 2)),
              column("n", nativeType("NUMERIC")),
              primaryKey("id"));

  private static final Consumer<Operations> FAMILY =
      op -> {
        op.createTable("p", column("id", integer()), primaryKey("id"));
        op.createTable(
            "c",
            column("id", integer()),
            column("p", integer()),
            primaryKey("id"),
            foreignKey("p").references("p"));
        op.createTable(
            "d", column("p", integer()), foreignKey("p").references("p").onDelete(CASCADE));
        op.insert("p", columns("id"), row(1), row(2));
        op.insert("c", columns("id", "p"), row(1, 1));
        op.insert("d", columns("p"), row(2));
      };

  private static void refused(Consumer<Operations> given, Consumer<Operations> change)
      throws SQLException {
    try (LiveFile file = new LiveFile()) {
      file.migrator(given).upgrade();
      assertThatThrownBy(file.migrator(given, change)::upgrade)
          .isInstanceOf(PlanException.class)
          .hasMessageContaining("which is kept with 15 digits")
          .hasMessageContaining("count the smallest unit");
    }
  }

  @Test
  void aDecimalThatWouldLoseDigitsIsRefusedBeforeAnythingRuns() throws SQLException {
    refused(MONEY, op -> op.insert("t", columns("id", "d"), row(1, LONG)));
    refused(MONEY, op -> op.insert("t", columns("id", "n"), row(1, LONG)));
    refused(MONEY, op -> op.delete("t", columns("d"), row(LONG)));
    refused(MONEY, op -> op.update("t", set("d", LONG).where("id", 1).needsNoUndo()));
    refused(MONEY, op -> op.update("t", set("id", 1).where("d", LONG).needsNoUndo()));
    refused(MONEY, op -> op.alterColumn("t", "d", defaultTo(LONG)));
    refused(MONEY, op -> op.addColumn("t", column("e", decimal(20, 2)).defaultTo(LONG)));
    refused(MONEY, op -> op.createTable("u", column("e", decimal(20, 2)).defaultTo(LONG)));
    refused(
        MONEY,
        op -> op.insert("t", columns("id", "d"), row(1, new BigDecimal("123456789012345678901"))));
  }

  @Test
  void decimalsThatAreKeptAreNot() throws SQLException {
    try (LiveFile file = new LiveFile()) {
      file.migrator(
              MONEY,
              op ->
                  op.insert(
                      "t",
                      columns("id", "d"),
                      row(1, new BigDecimal("1234567890123.45")),
                      row(2, new BigDecimal("-9223372036854775808.00")),
                      row(3, new BigDecimal("0.1")),
                      row(4, new BigDecimal("100000000000000000.00"))))
          .upgrade();
      assertThat(file.rows("SELECT d, typeof(d) FROM t ORDER BY id"))
          .containsExactly(
              "1234567890123.45 real",
              "-9223372036854775808 integer",
              "0.1 real",
              "100000000000000000 integer");
    }
  }

  @Test
  void aDeleteLeavesNoOrphans() throws SQLException {
    for (Consumer<Operations> orphans :
        List.<Consumer<Operations>>of(
            op -> op.delete("p", columns("id"), row(1)),
            op -> op.update("p", set("id", 9).where("id", 1).needsNoUndo()),
            op -> op.insert("c", columns("id", "p"), row(2, 99)),
            op -> op.execute(sql("DELETE FROM p WHERE id = 1").writes("p").needsNoUndo()),
            op ->
                op.run(
                    code(
                            "delete",
                            context -> {
                              try (var statement = context.connection().createStatement()) {
                                statement.execute("DELETE FROM p WHERE id = 1");
                              }
                            })
                        .writes("p")
                        .needsNoUndo()))) {
      try (LiveFile file = new LiveFile()) {
        file.migrator(FAMILY).upgrade();
        assertThatThrownBy(file.migrator(FAMILY, orphans)::upgrade)
            .isInstanceOf(StatementException.class);
        assertThat(file.rows("SELECT id FROM p")).containsExactly("1", "2");
        assertThat(file.rows("PRAGMA foreign_keys")).containsExactly("0");
      }
    }
  }

  @Test
  void aDeleteCascadesAsItIsDeclared() throws SQLException {
    try (LiveFile file = new LiveFile()) {
      file.migrator(FAMILY, op -> op.delete("p", columns("id"), row(2))).upgrade();
      assertThat(file.rows("SELECT * FROM d")).isEmpty();
    }
  }

  @Test
  void rawSqlThatRebuildsATableDeletesNoRowsOfOthersAndLeavesNoOrphans() throws SQLException {
    List<String> rebuild =
        List.of(
            "CREATE TABLE p2 (id INTEGER PRIMARY KEY, n INTEGER)",
            "INSERT INTO p2 (id) SELECT id FROM p WHERE id > %d",
            "DROP TABLE p",
            "ALTER TABLE p2 RENAME TO p");
    for (int least : new int[] {0, 1}) {
      Consumer<Operations> raw =
          op ->
              rebuild.forEach(
                  sql -> op.execute(sql(sql.formatted(least)).writes("p").needsNoUndo()));
      try (LiveFile file = new LiveFile()) {
        file.migrator(FAMILY).upgrade();
        if (least == 0) {
          file.migrator(FAMILY, raw).upgrade();
          assertThat(file.rows("SELECT count(*) FROM d")).containsExactly("1");
        } else {
          assertThatThrownBy(file.migrator(FAMILY, raw)::upgrade)
              .isInstanceOf(StatementException.class);
          assertThat(file.rows("SELECT count(*) FROM p")).containsExactly("2");
        }
      }
    }
  }

  @Test
  void aTextThatIsNoNumberKeepsItsColumnFromBecomingOne() throws SQLException {
    for (String value : List.of("abc", "1e", " ", "0x10")) {
      Consumer<Operations> table =
          op -> {
            op.createTable(
                "t", column("id", integer()), column("v", varchar(30)), primaryKey("id"));
            op.insert("t", columns("id", "v"), row(1, "7"), row(2, value), row(3, null));
          };
      try (LiveFile file = new LiveFile()) {
        file.migrator(table).upgrade();
        assertThatThrownBy(
                file.migrator(table, op -> op.alterColumn("t", "v", type(integer())))::upgrade)
            .isInstanceOf(StatementException.class)
            .hasMessageContaining("the value '" + value + "' of column v is not a number");
        assertThat(file.rows("SELECT v, typeof(v) FROM t WHERE id = 1")).containsExactly("7 text");
      }
    }
  }

  @Test
  void aTextOfManyDigitsKeepsItsColumnFromBecomingDecimal() throws SQLException {
    Consumer<Operations> table =
        op -> {
          op.createTable("t", column("v", varchar(30)));
          op.insert("t", columns("v"), row("12345678901234567.89"), row("100.50"));
        };
    try (LiveFile file = new LiveFile()) {
      file.migrator(table).upgrade();
      assertThatThrownBy(
              file.migrator(table, op -> op.alterColumn("t", "v", type(decimal(20, 2))))::upgrade)
          .isInstanceOf(StatementException.class)
          .hasMessageContaining("'12345678901234567.89' of column v has more than 15 digits");
      file.execute("DELETE FROM t WHERE v LIKE '123%'");
      file.migrator(table, op -> op.alterColumn("t", "v", type(decimal(20, 2)))).upgrade();
      assertThat(file.rows("SELECT v FROM t")).containsExactly("100.5");
    }
  }
}
