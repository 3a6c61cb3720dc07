package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Operations;
import dev.migrate.report.PlanException;
import dev.migrate.report.StatementException;
import dev.migrate.schema.Column;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Primary keys that take the place of others. */
class MysqlPrimaryKeyTest {

  @Nested
  class OnMariadb extends Replaced {

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
  class OnMysql extends Replaced {

    @Override
    TestServer server() {
      return TestServer.mysql();
    }

    @Test
    void aServerThatDemandsAPrimaryKeyLetsItBeReplaced() throws SQLException {
      try (LiveSession session = new LiveSession(server())) {
        session.onServer("SET GLOBAL sql_require_primary_key = ON");
        try (LiveSession strict = new LiveSession(server())) {
          assertThat(strict.rows("SELECT @@sql_require_primary_key")).containsExactly("1");
          strict.migrator(TABLE, REPLACE).upgrade();
          assertThat(strict.differences(TABLE, REPLACE)).isEmpty();
          strict.migrator(TABLE, REPLACE).downgrade("r1");
          assertThat(strict.differences(TABLE)).isEmpty();
        } finally {
          session.onServer("SET GLOBAL sql_require_primary_key = OFF");
        }
      }
    }

    @Test
    void aPrimaryKeyThatTheServerGeneratedIsNamedBeforeAnotherIsAdded() throws SQLException {
      Consumer<Operations> table = op -> op.createTable("t", column("id", bigint()).notNull());
      Consumer<Operations> key = op -> op.addPrimaryKey("t", primaryKey("id"));
      try (LiveSession session = new LiveSession(server())) {
        session.onServer("SET GLOBAL sql_generate_invisible_primary_key = ON");
        try (LiveSession generating = new LiveSession(server())) {
          generating.migrator(table).upgrade();
          assertThat(generating.differences(table)).isEmpty();
          assertThatThrownBy(generating.migrator(table, key)::upgrade)
              .isInstanceOf(StatementException.class)
              .hasMessageContaining("the server generated the primary key my_row_id")
              .hasMessageContaining("DROP COLUMN my_row_id, ADD PRIMARY KEY (id)");
          String advice =
              "ALTER TABLE t DROP PRIMARY KEY, DROP COLUMN my_row_id, ADD PRIMARY KEY (id)";
          generating.migrator(table, op -> op.execute(sql(advice).means(key::accept))).upgrade();
          assertThat(generating.differences(table, key)).isEmpty();
        } finally {
          session.onServer("SET GLOBAL sql_generate_invisible_primary_key = OFF");
        }
      }
    }

    @Test
    void aColumnOfAForeignKeyBecomesNoIdentity() throws SQLException {
      Consumer<Operations> tables =
          op -> {
            op.createTable("p", column("id", integer()), primaryKey("id"));
            op.createTable("q", column("id", integer()).identity(), primaryKey("id"));
            op.createTable(
                "c",
                column("p", integer()).notNull(),
                column("q", integer()),
                foreignKey("p").references("p"),
                foreignKey("q").references("q"));
          };
      try (LiveSession session = new LiveSession(server())) {
        session.migrator(tables).upgrade();
        for (Consumer<Operations> change :
            java.util.List.<Consumer<Operations>>of(
                op -> op.alterColumn("p", "id", identity()),
                op -> op.alterColumn("q", "id", noIdentity()),
                op -> op.alterColumn("c", "p", identity()))) {
          assertThatThrownBy(session.migrator(tables, change)::upgrade)
              .isInstanceOf(PlanException.class)
              .hasMessageContaining("the foreign key fk_c_")
              .hasMessageContaining("drop the foreign key first");
        }
        Consumer<Operations> advice =
            op -> {
              op.dropConstraint("c", "fk_c_p");
              op.alterColumn("p", "id", identity());
              op.addForeignKey("c", foreignKey("p").references("p"));
            };
        session.migrator(tables, advice).upgrade();
        assertThat(session.differences(tables, advice)).isEmpty();
      }
    }
  }

  abstract static class Replaced {

    static final Consumer<Operations> TABLE =
        op -> {
          op.createTable(
              "t", column("a", bigint()), column("b", bigint()).notNull(), primaryKey("a"));
          op.insert("t", columns("a", "b"), row(1, 2));
        };

    static final Consumer<Operations> REPLACE =
        op -> {
          op.dropConstraint("t", "pk_t");
          op.addPrimaryKey("t", primaryKey("b"));
        };

    abstract TestServer server();

    @Test
    void aComputedColumnIsRefusedBeforeAnythingRuns() throws SQLException {
      Column computed = column("c", integer()).virtualAs("a + 1");
      try (LiveSession session = new LiveSession(server())) {
        for (Column each : new Column[] {computed, column("c", integer()).storedAs("a + 1")}) {
          Consumer<Operations> table =
              op -> {
                op.createTable("t", column("a", integer()), each);
                op.addPrimaryKey("t", primaryKey("c"));
              };
          if (each.generated().orElseThrow().stored() && isMysql()) {
            session.migrator(table).upgrade();
            assertThat(session.differences(table)).isEmpty();
          } else {
            assertThatThrownBy(session.migrator(table)::upgrade)
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("the computed column c in the primary key of table t");
            assertThat(session.rows("SHOW TABLES LIKE 't'")).isEmpty();
          }
        }
      }
    }

    private boolean isMysql() {
      return this instanceof OnMysql;
    }

    @Test
    void theKeyIsReplacedInOneStatement() throws SQLException {
      try (LiveSession session = new LiveSession(server())) {
        var script = session.migrator(TABLE, REPLACE).upgradeScript();
        assertThat(script.steps().get(1).statements())
            .singleElement()
            .hasToString("ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (b)");
        session.migrator(TABLE, REPLACE).upgrade();
        assertThat(session.differences(TABLE, REPLACE)).isEmpty();
      }
    }

    @Test
    void aNewColumnThatNumbersTheRowsTakesTheKey() throws SQLException {
      Consumer<Operations> surrogate =
          op -> {
            op.dropConstraint("t", "pk_t");
            op.alterColumn("t", "a", type(integer()), notNull());
            op.addColumn("t", column("id", bigint()).identity());
            op.addPrimaryKey("t", primaryKey("id"));
          };
      try (LiveSession session = new LiveSession(server())) {
        session.migrator(TABLE, surrogate).upgrade();
        assertThat(session.differences(TABLE, surrogate)).isEmpty();
        assertThat(session.rows("SELECT id, a, b FROM t")).containsExactly("1 1 2");
        session.migrator(TABLE, surrogate).downgrade("r1");
        assertThat(session.differences(TABLE)).isEmpty();
      }
    }

    @Test
    void aNewColumnThatNumbersTheRowsComesAndGoesWithItsKey() throws SQLException {
      Consumer<Operations> plain =
          op -> {
            op.createTable("t", column("a", bigint()));
            op.insert("t", columns("a"), row(3), row(4));
          };
      Consumer<Operations> numbered =
          op -> {
            op.addColumn("t", column("id", bigint()).identity());
            op.addPrimaryKey("t", primaryKey("id"));
          };
      try (LiveSession session = new LiveSession(server())) {
        session.migrator(plain, numbered).upgrade();
        assertThat(session.differences(plain, numbered)).isEmpty();
        assertThat(session.rows("SELECT id, a FROM t")).containsExactlyInAnyOrder("1 3", "2 4");
        session.migrator(plain, numbered).downgrade("r1");
        assertThat(session.differences(plain)).isEmpty();
      }
    }

    @Test
    void anIdentityStaysOneWhileItsKeyGrows() throws SQLException {
      Consumer<Operations> numbered =
          op -> {
            op.createTable(
                "t",
                column("id", bigint()).identity(),
                column("tenant", integer()).notNull(),
                primaryKey("id"));
            op.insert("t", columns("id", "tenant"), row(0, 1), row(5, 1));
          };
      Consumer<Operations> wider =
          op -> {
            op.dropConstraint("t", "pk_t");
            op.addPrimaryKey("t", primaryKey("id", "tenant"));
          };
      try (LiveSession session = new LiveSession(server())) {
        session.migrator(numbered, wider).upgrade();
        assertThat(session.differences(numbered, wider)).isEmpty();
        assertThat(session.rows("SELECT id FROM t")).containsExactly("0", "5");
      }
    }

    @Test
    void theSameKeyAgainIsNoStatement() throws SQLException {
      Consumer<Operations> same =
          op -> {
            op.dropConstraint("t", "pk_t");
            op.addPrimaryKey("t", primaryKey("a").named("other"));
          };
      try (LiveSession session = new LiveSession(server())) {
        assertThat(session.migrator(TABLE, same).upgradeScript().steps().get(1).statements())
            .isEmpty();
        session.migrator(TABLE, same).upgrade();
      }
    }
  }
}
