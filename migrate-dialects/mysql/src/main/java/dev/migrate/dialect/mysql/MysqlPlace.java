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

  private MysqlPlace() {}

  static Place of(Connection connection, MysqlServer server) throws SQLException {
    String readOnlyVariable = server.isMariadb() ? "tx_read_only" : "transaction_read_only";
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT DATABASE(), @@SESSION." + readOnlyVariable)) {
      row.next();
      @Nullable String database = row.getString(1);
      boolean readOnly = row.getBoolean(2);
      return database == null
          ? Place.none(ADVICE, List.of()).readOnly(readOnly)
          : Place.in(database, List.of(use(database))).readOnly(readOnly);
    }
  }

  static String use(String database) {
    return "USE `" + database.replace("`", "``") + "`";
  }
}
