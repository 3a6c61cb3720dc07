package dev.migrate.dialect.mysql;

import dev.migrate.schema.Column;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collations and character sets that a declared schema states although they are the defaults of
 * this database: there the catalogue does not record whether they were stated.
 */
record MysqlResolution(MysqlServer server) {

  Schema resolve(Connection connection, Schema declared) throws SQLException {
    List<Table> stating = declared.tables().stream().filter(this::states).toList();
    if (stating.isEmpty()) {
      return declared;
    }
    MysqlDatabases databases = MysqlDatabases.of(connection, new HashSet<>(declared.namespaces()));
    Map<String, String> ofCharacterSets = characterSets(connection);
    Schema resolved = declared;
    for (Table table : stating) {
      String database = table.name().namespace().orElse(databases.currentName());
      Optional<String> usual =
          Optional.ofNullable(databases.collation(database)).map(MysqlCollations::plain);
      resolved = resolved.with(resolve(table, usual, ofCharacterSets));
    }
    return resolved;
  }

  private boolean states(Table table) {
    MysqlTableOptions options = MysqlTableOptions.of(table, server.names());
    return options.collation().isPresent()
        || options.characterSet().isPresent()
        || table.columns().stream().anyMatch(column -> column.collation().isPresent());
  }

  private Table resolve(Table table, Optional<String> usual, Map<String, String> ofCharacterSets) {
    MysqlTableOptions options = MysqlTableOptions.of(table, server.names());
    Optional<String> stated =
        options
            .collation()
            .or(() -> options.characterSet().map(set -> ofCharacterSets.getOrDefault(set, set)));
    Optional<String> other = stated.filter(collation -> !Optional.of(collation).equals(usual));
    List<TableOption> all =
        options.withCollation(other).canonical().stream()
            .map(sql -> new TableOption(server.names().get(0), sql))
            .toList();
    Optional<String> effective = stated.or(() -> usual);
    return table
        .withOptions(stated.isEmpty() ? table.options() : all)
        .withColumns(
            columns -> columns.stream().map(column -> resolve(column, effective)).toList());
  }

  private static Column resolve(Column column, Optional<String> effective) {
    boolean usual = column.collation().map(MysqlCollations::plain).equals(effective);
    return usual ? column.withCollation(Optional.empty()) : column;
  }

  /** The collation of each character set. */
  private Map<String, String> characterSets(Connection connection) throws SQLException {
    Map<String, String> collations = new HashMap<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery(MysqlQueries.CHARACTER_SETS)) {
        while (row.next()) {
          collations.put(
              MysqlCollations.plain(row.getString(1)), MysqlCollations.plain(row.getString(2)));
        }
      }
      Optional<String> variable = variable();
      if (variable.isPresent()) {
        try (ResultSet row = statement.executeQuery("SELECT " + variable.get())) {
          row.next();
          put(String.valueOf(row.getString(1)), collations);
        }
      }
    }
    return collations;
  }

  /** Where the session may take other ones. */
  private Optional<String> variable() {
    if (server.isMysqlFrom(8, 0, 11)) {
      return Optional.of("CONCAT('utf8mb4=', @@default_collation_for_utf8mb4)");
    }
    return server.isMariadbFrom(11, 2, 1)
        ? Optional.of("@@character_set_collations")
        : Optional.empty();
  }

  private static void put(String assignments, Map<String, String> collations) {
    for (String assignment : assignments.split(",", -1)) {
      String[] parts = assignment.strip().split("=", -1);
      if (parts.length == 2) {
        collations.put(MysqlCollations.plain(parts[0]), MysqlCollations.plain(parts[1]));
      }
    }
  }
}
