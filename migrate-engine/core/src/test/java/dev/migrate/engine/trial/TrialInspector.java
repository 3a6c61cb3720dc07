package dev.migrate.engine.trial;

import dev.migrate.Ddl;
import dev.migrate.dialect.Inspector;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import dev.migrate.schema.Unique;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tables with their columns, primary keys, unique constraints and indexes, without more. */
record TrialInspector() implements Inspector {

  private static final String TABLES =
      "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = CURRENT_SCHEMA";

  private static final String COLUMNS =
      "SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, IS_NULLABLE"
          + " FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = CURRENT_SCHEMA"
          + " ORDER BY ORDINAL_POSITION";

  private static final String KEYS =
      "SELECT C.TABLE_NAME, C.CONSTRAINT_NAME, C.CONSTRAINT_TYPE, K.COLUMN_NAME"
          + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS C"
          + " JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE K"
          + " ON K.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA"
          + " AND K.CONSTRAINT_NAME = C.CONSTRAINT_NAME"
          + " WHERE C.TABLE_SCHEMA = CURRENT_SCHEMA"
          + " AND C.CONSTRAINT_TYPE IN ('PRIMARY KEY', 'UNIQUE')"
          + " ORDER BY C.CONSTRAINT_NAME, K.ORDINAL_POSITION";

  private static final String INDEXES =
      "SELECT C.TABLE_NAME, C.INDEX_NAME, C.IS_UNIQUE, C.COLUMN_NAME"
          + " FROM INFORMATION_SCHEMA.INDEX_COLUMNS C JOIN INFORMATION_SCHEMA.INDEXES I"
          + " ON I.INDEX_SCHEMA = C.INDEX_SCHEMA AND I.INDEX_NAME = C.INDEX_NAME"
          + " WHERE NOT I.IS_GENERATED AND C.TABLE_SCHEMA = CURRENT_SCHEMA"
          + " ORDER BY C.INDEX_NAME, C.ORDINAL_POSITION";

  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  /** A constraint or an index: of which table, of which kind, and over which columns. */
  private record Part(String table, String kind, List<String> columns) {}

  @Override
  public Schema inspect(Connection connection, Set<String> namespaces) throws SQLException {
    Map<String, List<TableElement>> tables = new LinkedHashMap<>();
    each(connection, TABLES, row -> tables.put(name(row, 1), new ArrayList<>()));
    each(connection, COLUMNS, row -> tables.get(name(row, 1)).add(column(row)));
    parts(connection, KEYS)
        .forEach(
            (name, part) ->
                tables
                    .get(part.table())
                    .add(
                        part.kind().equals("PRIMARY KEY")
                            ? PrimaryKey.of(part.columns()).named(name)
                            : Unique.of(part.columns()).named(name)));
    parts(connection, INDEXES)
        .forEach((name, part) -> tables.get(part.table()).add(index(name, part)));
    Schema schema = Schema.empty();
    for (Map.Entry<String, List<TableElement>> table : tables.entrySet()) {
      schema = schema.with(Table.of(QualifiedName.exactly(table.getKey()), table.getValue()));
    }
    return schema;
  }

  @Override
  public Set<QualifiedName> relations(Connection connection) throws SQLException {
    return Set.copyOf(inspect(connection, Set.of()).names());
  }

  private static Column column(ResultSet row) throws SQLException {
    DataType type =
        switch (row.getString(3)) {
          case "INTEGER" -> Ddl.integer();
          case "BIGINT" -> Ddl.bigint();
          case "CHARACTER VARYING" -> Ddl.varchar(row.getInt(4));
          default -> Ddl.nativeType(row.getString(3));
        };
    Column column = Ddl.column(name(row, 2), type);
    return row.getString(5).equals("YES") ? column : column.notNull();
  }

  private static Index index(String name, Part part) {
    Index index = Index.of(part.columns().stream().map(IndexKey::column).toList()).named(name);
    return part.kind().equals("TRUE") ? index.unique() : index;
  }

  private static Map<String, Part> parts(Connection connection, String query) throws SQLException {
    Map<String, Part> parts = new LinkedHashMap<>();
    each(
        connection,
        query,
        row ->
            parts.computeIfAbsent(name(row, 2), new Kind(row)::part).columns().add(name(row, 4)));
    return parts;
  }

  private record Kind(String table, String kind) {

    Kind(ResultSet row) throws SQLException {
      this(name(row, 1), row.getString(3));
    }

    Part part(String name) {
      return new Part(table, kind, new ArrayList<>());
    }
  }

  private static void each(Connection connection, String query, Row reader) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }

  /** The renderer writes plain names bare, which H2 stores in upper case. */
  private static String name(ResultSet row, int column) throws SQLException {
    return row.getString(column).toLowerCase(Locale.ROOT);
  }
}
