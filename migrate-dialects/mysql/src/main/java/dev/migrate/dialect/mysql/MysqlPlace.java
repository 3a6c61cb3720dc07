package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Place;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The current database of a connection, in which all names are that have no other. */
final class MysqlPlace {

  private static final String ADVICE =
      "name the database in the URL: jdbc:mysql://host:3306/DATABASE; if it is missing, create it"
          + " first";

  /** Users with one of these write where others find the server read-only. */
  private static final String MAY_WRITE =
      "SELECT EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.USER_PRIVILEGES WHERE PRIVILEGE_TYPE IN"
          + " ('SUPER', 'READ ONLY ADMIN', 'READ_ONLY ADMIN', 'CONNECTION_ADMIN')"
          + " AND GRANTEE = CONCAT('''', SUBSTRING_INDEX(CURRENT_USER(), '@', 1), '''@''',"
          + " SUBSTRING_INDEX(CURRENT_USER(), '@', -1), ''''))";

  private MysqlPlace() {}

  static Place of(Connection connection, MysqlServer server) throws SQLException {
    String readOnlyVariable = server.isMariadb() ? "tx_read_only" : "transaction_read_only";
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT DATABASE(), @@SESSION." + readOnlyVariable + ", @@GLOBAL.read_only + 0")) {
      row.next();
      @Nullable String database = row.getString(1);
      boolean readOnly = row.getBoolean(2) || (row.getBoolean(3) && !mayWrite(connection));
      return database == null
          ? Place.none(ADVICE, List.of()).readOnly(readOnly)
          : Place.in(database, List.of(use(database))).readOnly(readOnly);
    }
  }

  private static boolean mayWrite(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(MAY_WRITE)) {
      return row.next() && row.getBoolean(1);
    }
  }

  static String use(String database) {
    return "USE `" + database.replace("`", "``") + "`";
  }
}
