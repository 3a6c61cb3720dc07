package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What surrounds a reading of the catalogue: which schemas are there, and the settings of the
 * session that change how PostgreSQL spells what it stores. While it is open they are the usual
 * ones; a session that has them anyway costs no further statement.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html">19.11 Client
 *     Connection Defaults in the manual</a>
 */
final class PostgresqlReading implements AutoCloseable {

  /** With these, what is stored is spelled the same in every session. */
  private static final Map<String, String> USUAL =
      Map.of(
          "quote_all_identifiers", "off",
          "bytea_output", "hex",
          "standard_conforming_strings", "on",
          "IntervalStyle", "postgres");

  private final Connection connection;
  private final Map<String, String> others = new LinkedHashMap<>();
  private final Set<String> schemas = new TreeSet<>();
  private String current = "";

  /** Looks which of these schemas are there; the default one is read in any case. */
  PostgresqlReading(Connection connection, Set<String> namespaces) throws SQLException {
    this.connection = connection;
    try (PreparedStatement query = connection.prepareStatement(PostgresqlQueries.SCHEMAS)) {
      query.setArray(1, connection.createArrayOf("text", namespaces.toArray()));
      query.setArray(2, connection.createArrayOf("text", USUAL.keySet().toArray()));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          read(rows);
        }
      }
    }
    for (String setting : others.keySet()) {
      set(setting, Objects.requireNonNull(USUAL.get(setting)));
    }
  }

  /** The connection, while its settings are these. */
  Connection connection() {
    return connection;
  }

  private void read(ResultSet row) throws SQLException {
    String name = row.getString(2);
    switch (row.getString(1)) {
      case "current" -> current = name;
      case "schema" -> schemas.add(name);
      default -> {
        if (!row.getString(3).equals(USUAL.get(name))) {
          others.put(name, row.getString(3));
        }
      }
    }
  }

  /** The schema without a namespace; empty if the search path leads nowhere. */
  String current() {
    return current;
  }

  /** The schemas that are there, the default one among them. */
  Set<String> schemas() {
    return schemas;
  }

  private void set(String setting, String value) throws SQLException {
    try (PreparedStatement change = connection.prepareStatement("SELECT set_config(?, ?, false)")) {
      change.setString(1, setting);
      change.setString(2, value);
      change.execute();
    }
  }

  @Override
  public void close() throws SQLException {
    for (Map.Entry<String, String> setting : others.entrySet()) {
      set(setting.getKey(), setting.getValue());
    }
  }
}
