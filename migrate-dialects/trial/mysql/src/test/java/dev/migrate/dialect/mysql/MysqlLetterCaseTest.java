package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Operations;
import dev.migrate.report.StatementException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A server that keeps the names of tables in lower case, so that no other name is found again. */
class MysqlLetterCaseTest {

  private static final Consumer<Operations> TABLE =
      op -> op.createTable("account", column("Id", integer()), column("n", integer()));

  @Test
  void aNameWithUpperCaseLettersIsRefusedBeforeItIsGiven() throws SQLException {
    for (Consumer<Operations> change :
        List.<Consumer<Operations>>of(
            op -> op.createTable("Invoice", column("id", integer())),
            op -> op.renameTable("account", "Person"),
            op -> op.createView("Seen", view("SELECT n FROM account").reads("account", "n")))) {
      try (LiveSession session = new LiveSession(TestServer.mariadbInLowerCase())) {
        session.migrator(TABLE).upgrade();
        assertThat(session.rows("SELECT @@lower_case_table_names")).containsExactly("1");
        assertThatThrownBy(session.migrator(TABLE, change)::upgrade)
            .isInstanceOf(StatementException.class)
            .hasMessageContaining("lower_case_table_names = 1")
            .hasMessageContaining("write the names of tables in lower case");
        assertThat(session.rows("SHOW TABLES")).containsExactly("account", "migrate_history");
      }
    }
  }

  @Test
  void anAdoptedTableThatIsCalledOtherwiseIsNotChanged() throws SQLException {
    Consumer<Operations> adopted =
        op -> op.createTable("Account", column("id", integer()), column("n", integer()));
    try (LiveSession session = new LiveSession(TestServer.mariadbInLowerCase())) {
      session.execute("CREATE TABLE Account (id INT, n INT)");
      assertThat(session.differences(adopted)).isNotEmpty();
    }
  }

  @Test
  void namesInLowerCaseAndNamesOfColumnsAreNoMatter() throws SQLException {
    Consumer<Operations> change = op -> op.renameColumn("account", "Id", "ID2");
    try (LiveSession session = new LiveSession(TestServer.mariadbInLowerCase())) {
      session.migrator(TABLE, change).upgrade();
      assertThat(session.differences(TABLE, change)).isEmpty();
    }
  }

  @Test
  void elsewhereNamesAreWhatTheyAre() throws SQLException {
    Consumer<Operations> table = op -> op.createTable("Invoice", column("id", integer()));
    Consumer<Operations> change = op -> op.renameTable("Invoice", "Bill");
    try (LiveSession session = new LiveSession(TestServer.mariadb())) {
      session.migrator(table, change).upgrade();
      assertThat(session.differences(table, change)).isEmpty();
    }
  }
}
