package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Operations;
import dev.migrate.report.PlanException;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Constraints keep their names when their table gets another one. */
class MysqlTableRenameTest {

  @Nested
  class OnMariadb extends Names {

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
  class OnMysql extends Names {

    @Override
    TestServer server() {
      return TestServer.mysql();
    }
  }

  abstract static class Names {

    private static final Consumer<Operations> TABLES =
        op -> {
          op.createTable("p", column("id", integer()), primaryKey("id"));
          op.createTable(
              "c",
              column("p", integer()),
              column("q", integer()),
              column("r", integer()),
              foreignKey("p").references("p").named("c_ibfk_1"),
              foreignKey("q").references("p").named("c_ibfk_x"),
              foreignKey("r").references("p").named("C_ibfk_3"),
              index("q").named("ix"),
              check("p > 0").named("c_chk_1"),
              check("q > 0").named("c_chk_q"),
              check("r > 0").named("positive"));
        };

    private static final Consumer<Operations> RENAME = op -> op.renameTable("c", "kid");

    abstract TestServer server();

    @Test
    void theyAreWhatTheModelSays() throws SQLException {
      try (LiveSession session = new LiveSession(server())) {
        session.migrator(TABLES, RENAME).upgrade();
        assertThat(session.differences(TABLES, RENAME)).isEmpty();
        Consumer<Operations> drop =
            op -> {
              op.dropConstraint("kid", "c_ibfk_1");
              op.dropConstraint("kid", "c_chk_1");
            };
        session.migrator(TABLES, RENAME, drop).upgrade();
        assertThat(session.differences(TABLES, RENAME, drop)).isEmpty();
        session.migrator(TABLES, RENAME, drop).downgrade("base");
      }
    }

    @Test
    void namesThatAServerWritesInAnotherWayAreNoException() throws SQLException {
      Consumer<Operations> table =
          op -> {
            op.createTable("p", column("id", integer()), primaryKey("id"));
            op.createTable(
                "my-table ü",
                column("p", integer()),
                foreignKey("p").references("p").named("my-table ü_ibfk_1"),
                check("p > 0").named("my-table ü_chk_1"));
          };
      Consumer<Operations> rename = op -> op.renameTable("my-table ü", "kid$");
      Consumer<Operations> back = op -> op.renameTable("kid$", "my-table ü");
      try (LiveSession session = new LiveSession(server())) {
        session.migrator(table, rename).upgrade();
        assertThat(session.differences(table, rename)).isEmpty();
        session.migrator(table, rename, back).upgrade();
        assertThat(session.differences(table)).isEmpty();
      }
    }

    @Test
    void aNameThatAnotherTableHasIsRefusedBeforeAnythingRuns() throws SQLException {
      Consumer<Operations> taken =
          op ->
              op.createTable(
                  "other",
                  column("p", integer()),
                  foreignKey("p").references("p").named("kid_ibfk_1"));
      try (LiveSession session = new LiveSession(server())) {
        session.migrator(TABLES, taken).upgrade();
        assertThatThrownBy(session.migrator(TABLES, taken, RENAME)::upgrade)
            .isInstanceOf(PlanException.class)
            .hasMessageContaining("kid_ibfk_1")
            .hasMessageContaining("table other")
            .hasMessageContaining("rename that constraint first");
        Consumer<Operations> other = op -> op.renameConstraint("other", "kid_ibfk_1", "fk_other_p");
        session
            .migrator(
                TABLES,
                taken,
                op -> {
                  other.accept(op);
                  RENAME.accept(op);
                })
            .upgrade();
        assertThat(session.differences(TABLES, taken, other, RENAME)).isEmpty();
      }
    }
  }
}
