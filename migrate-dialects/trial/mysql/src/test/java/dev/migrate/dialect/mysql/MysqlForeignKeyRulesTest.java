package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Operations;
import dev.migrate.report.PlanException;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What foreign keys forbid is refused before anything runs, and only that: the server is asked. */
class MysqlForeignKeyRulesTest {

  @Nested
  class OnMariadb extends Rules {

    @Override
    TestServer server() {
      return TestServer.mariadb();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OnMysql extends Rules {

    @Override
    TestServer server() {
      return TestServer.mysql();
    }
  }

  abstract static class Rules {

    private static final List<Column> COLUMNS =
        List.of(
            column("x", bool()),
            column("x", integer()),
            column("x", nativeType("int unsigned")),
            column("x", bigint()),
            column("x", decimal(10, 2)),
            column("x", real()),
            column("x", doublePrecision()),
            column("x", varchar(10)),
            column("x", character(20)),
            column("x", varchar(10)).collate("latin1_bin"),
            column("x", varchar(10)).collate("utf8mb4_bin"),
            column("x", varchar(10)).collate("utf8mb4_unicode_ci"),
            column("x", binary(16)),
            column("x", date()),
            column("x", timestamp()),
            column("x", uuid()));

    abstract TestServer server();

    private static Consumer<Operations> tables(Column child, Column parent) {
      return op -> {
        op.createTable("p", parent.withName("id").notNull(), primaryKey("id"));
        op.createTable("c", child.withName("p"), foreignKey("p").references("p"));
      };
    }

    /** Runs on the server itself, whatever this library thinks of it. */
    private static boolean isPossible(LiveSession session, String... statements) {
      try {
        session.execute(statements);
        return true;
      } catch (SQLException refused) {
        return false;
      }
    }

    private String sql(Column column) {
      MysqlDefinitions definitions =
          new MysqlDefinitions(server().known(), server().dialect().capabilities());
      return definitions.type(column, Schema.empty());
    }

    @Test
    void whichColumnsCanBeCompared() throws SQLException {
      List<String> wrong = new ArrayList<>();
      try (LiveSession session = new LiveSession(server())) {
        for (Column parent : COLUMNS) {
          session.execute(
              "DROP TABLE IF EXISTS c, p",
              "CREATE TABLE p (id " + sql(parent) + " NOT NULL PRIMARY KEY)");
          for (Column child : COLUMNS) {
            session.execute("DROP TABLE IF EXISTS c");
            boolean possible =
                isPossible(
                    session,
                    "CREATE TABLE c (p "
                        + sql(child)
                        + ", CONSTRAINT fk FOREIGN KEY (p) REFERENCES p (id))");
            boolean planned = session.isPlanned(tables(child, parent));
            // Where one of them has the database's collation, the server has the last word.
            boolean unsure = child.collation().isPresent() != parent.collation().isPresent();
            if (planned != possible && !(unsure && planned)) {
              wrong.add(child + " to " + parent + (possible ? " is possible" : " is not"));
            }
          }
        }
      }
      assertThat(wrong).isEmpty();
    }

    @Test
    void whichTypesAColumnOfAForeignKeyCanGet() throws SQLException {
      List<DataType> types =
          List.of(
              varchar(10),
              varchar(20),
              varchar(63),
              varchar(70),
              character(10),
              integer(),
              bigint());
      List<String> wrong = new ArrayList<>();
      try (LiveSession session = new LiveSession(server())) {
        for (DataType from : types) {
          for (DataType to : types) {
            for (String side : List.of("p", "c")) {
              Column column = column("x", from);
              Consumer<Operations> before = tables(column, column);
              String name = side.equals("p") ? "id" : "p";
              Consumer<Operations> change = op -> op.alterColumn(side, name, type(to));
              String required = side.equals("p") ? " NOT NULL" : "";
              session.execute("DROP TABLE IF EXISTS c, p");
              session.execute(
                  "CREATE TABLE p (id " + sql(column) + " NOT NULL PRIMARY KEY)",
                  "CREATE TABLE c (p "
                      + sql(column)
                      + ", CONSTRAINT fk FOREIGN KEY (p) REFERENCES p (id))");
              boolean possible =
                  isPossible(
                      session,
                      "ALTER TABLE "
                          + side
                          + " MODIFY COLUMN "
                          + name
                          + " "
                          + sql(column("x", to))
                          + required);
              boolean planned = session.isPlanned(before, change);
              if (planned != possible) {
                wrong.add(
                    side + ": " + from + " to " + to + (possible ? " is possible" : " is not"));
              }
            }
          }
        }
      }
      assertThat(wrong).isEmpty();
    }

    @Test
    void aKeyThatCascadesToAColumnThatTakesNoNull() throws SQLException {
      Consumer<Operations> tables =
          op -> {
            op.createTable("p", column("id", integer()), unique("id"));
            op.createTable(
                "c",
                column("p", integer()).notNull(),
                foreignKey("p").references("p", "id").onUpdate(CASCADE));
          };
      try (LiveSession session = new LiveSession(server())) {
        if (!server().known().isMariadb()) {
          session.migrator(tables).upgrade();
        } else {
          assertThatThrownBy(session.migrator(tables)::upgrade)
              .isInstanceOf(PlanException.class)
              .hasMessageContaining("from a column that takes no NULL to one that does");
        }
      }
    }
  }
}
