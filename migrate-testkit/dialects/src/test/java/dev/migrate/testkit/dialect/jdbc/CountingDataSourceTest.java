package dev.migrate.testkit.dialect.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.testkit.UrlDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class CountingDataSourceTest {

  private final CountingDataSource source = new CountingDataSource(UrlDataSource.h2());

  @Test
  void everyExecutionIsCountedWithItsText() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (a INT)");
      statement.addBatch("INSERT INTO t VALUES (1)");
      statement.addBatch("INSERT INTO t VALUES (2)");
      statement.executeBatch();
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?)")) {
        insert.setInt(1, 3);
        insert.executeUpdate();
        insert.setInt(1, 4);
        insert.addBatch();
        insert.setInt(1, 5);
        insert.addBatch();
        insert.executeBatch();
      }
      assertThat(statement.getConnection()).isSameAs(connection);
      assertThat(source.openConnections()).isEqualTo(1);
    }
    assertThat(source.statements()).isEqualTo(6);
    assertThat(source.sql())
        .containsExactly(
            "CREATE TABLE t (a INT)",
            "INSERT INTO t VALUES (1)",
            "INSERT INTO t VALUES (2)",
            "INSERT INTO t VALUES (?)",
            "INSERT INTO t VALUES (?)",
            "INSERT INTO t VALUES (?)");
    assertThat(source.openConnections()).isZero();
  }

  @Test
  void transactionsAndCatalogueQueriesAreCounted() throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      connection.commit();
      connection.rollback();
      connection.setAutoCommit(true);
      connection.getMetaData().getDatabaseProductName();
      connection.getMetaData().getTables(null, null, "%", null).close();
      assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
    }
    assertThat(source)
        .hasToString(
            "1 connections, 0 statements, 1 metadata queries, 1 commits, 1 rollbacks, 2 changes of"
                + " auto-commit");
    source.reset();
    assertThat(source.connections()).isZero();
    assertThat(source.sql()).isEmpty();
  }

  @Test
  void failuresAreTheDriversOwn() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("SELEKT"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("Syntax error");
    }
    assertThat(source.statements()).isEqualTo(1);
  }
}
