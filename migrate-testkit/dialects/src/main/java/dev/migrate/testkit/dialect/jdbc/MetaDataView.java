package dev.migrate.testkit.dialect.jdbc;

import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What JDBC's meta data can say of a schema, in words: its tables, columns and keys. */
public final class MetaDataView {

  private MetaDataView() {}

  /** What the driver says, of the connection's own catalogue and schema. */
  public static String ofDriver(Connection connection) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    String catalogue = connection.getCatalog();
    String schema = connection.getSchema();
    List<String> tables = new ArrayList<>();
    try (ResultSet row =
        metaData.getTables(
            catalogue, schema, "%", new String[] {"TABLE", "BASE TABLE", "SYSTEM TABLE"})) {
      while (row.next()) {
        if (!row.getString("TABLE_TYPE").startsWith("SYSTEM")) {
          tables.add(row.getString("TABLE_NAME"));
        }
      }
    }
    TreeSet<String> lines = new TreeSet<>();
    for (String table : tables) {
      if (!table.startsWith("sqlite_")) {
        Map<Integer, String> primary = primaryKey(metaData, catalogue, schema, table);
        lines.addAll(columns(metaData, catalogue, schema, table, primary.values()));
        lines.addAll(keys(metaData, catalogue, schema, table, primary));
      }
    }
    return String.join("\n", lines);
  }

  /** A primary key takes no NULL, whether or not that was stated of its columns too. */
  private static List<String> columns(
      DatabaseMetaData metaData,
      String catalogue,
      String schema,
      String table,
      Collection<String> primary)
      throws SQLException {
    List<String> lines = new ArrayList<>();
    String escape = metaData.getSearchStringEscape();
    String pattern = table.replace("_", escape + "_");
    try (ResultSet row = metaData.getColumns(catalogue, schema, pattern, "%")) {
      while (row.next()) {
        String column = row.getString("COLUMN_NAME");
        boolean nullable = row.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
        lines.add(column(table, column, nullable && !primary.contains(column)));
      }
    }
    return lines;
  }

  private static Map<Integer, String> primaryKey(
      DatabaseMetaData metaData, String catalogue, String schema, String table)
      throws SQLException {
    Map<Integer, String> primary = new TreeMap<>();
    try (ResultSet row = metaData.getPrimaryKeys(catalogue, schema, table)) {
      while (row.next()) {
        primary.put(row.getInt("KEY_SEQ"), row.getString("COLUMN_NAME"));
      }
    }
    return primary;
  }

  private static List<String> keys(
      DatabaseMetaData metaData,
      String catalogue,
      String schema,
      String table,
      Map<Integer, String> primary)
      throws SQLException {
    List<String> lines = new ArrayList<>();
    if (!primary.isEmpty()) {
      lines.add(primaryKey(table, List.copyOf(primary.values())));
    }
    Map<String, List<String>> foreign = new TreeMap<>();
    try (ResultSet row = metaData.getImportedKeys(catalogue, schema, table)) {
      while (row.next()) {
        String key = row.getString("FK_NAME") + " to " + row.getString("PKTABLE_NAME");
        foreign
            .computeIfAbsent(key, name -> new ArrayList<>())
            .add(row.getString("FKCOLUMN_NAME") + "=" + row.getString("PKCOLUMN_NAME"));
      }
    }
    foreign.forEach(
        (key, pairs) -> lines.add(foreignKey(table, key.replaceFirst(".* to ", ""), pairs)));
    return lines;
  }

  /** What the model says. */
  public static String ofModel(Schema schema) {
    TreeSet<String> lines = new TreeSet<>();
    for (Table table : schema.tables()) {
      String name = table.name().name();
      for (Column column : table.columns()) {
        lines.add(column(name, column.name(), column.nullable()));
      }
      table.primaryKey().ifPresent(key -> lines.add(primaryKey(name, key.columns())));
      for (ForeignKey key : table.foreignKeys()) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
          pairs.add(key.columns().get(i) + "=" + key.targetColumns().get(i));
        }
        lines.add(foreignKey(name, key.target().name(), pairs));
      }
    }
    return String.join("\n", lines);
  }

  private static String column(String table, String column, boolean nullable) {
    return lower(table + "." + column + (nullable ? "" : " not null"));
  }

  private static String primaryKey(String table, List<String> columns) {
    return lower(table + " primary key " + columns);
  }

  private static String foreignKey(String table, String target, List<String> pairs) {
    return lower(table + " foreign key to " + target + " " + pairs.stream().sorted().toList());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
