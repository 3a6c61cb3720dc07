package dev.migrate.dialect.mysql;

import dev.migrate.dialect.mysql.MysqlStoredTable.Part;
import dev.migrate.dialect.mysql.MysqlStoredTable.Reference;
import dev.migrate.dialect.mysql.MysqlStoredTable.StoredCheck;
import dev.migrate.schema.Column;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Expression;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One reading of the catalogue. Not thread-safe; used once by {@link MysqlInspector}. */
final class MysqlCatalogue {

  /** The name of an object as it is stored. */
  private record Stored(String database, String name) {}

  @FunctionalInterface
  private interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final MysqlServer server;
  private final MysqlDatabases databases;
  private final Map<Stored, MysqlStoredTable> tables = new LinkedHashMap<>();
  private final List<Stored> sequences = new ArrayList<>();
  private final MysqlUnmodelled unmodelled = new MysqlUnmodelled();
  private Schema schema = Schema.empty();
  private boolean hasViews;

  /** Reads these databases, all of which exist. */
  MysqlCatalogue(Connection connection, MysqlServer server, MysqlDatabases databases) {
    this.connection = connection;
    this.server = server;
    this.databases = databases;
    for (String namespace : databases.namespaces()) {
      schema = schema.withNamespace(namespace);
    }
  }

  Schema read() throws SQLException {
    if (databases.names().isEmpty()) {
      return schema;
    }
    each(MysqlQueries.TABLES, this::readTable);
    String srs = server.isMysqlFrom(8, 0, 3) ? "SRS_ID" : "NULL";
    each(MysqlQueries.COLUMNS.replace("{srs}", srs), this::readColumn);
    String expression = server.isMysqlFrom(8, 0, 13) ? "EXPRESSION" : "NULL";
    String visible = server.isMariadb() ? "IF(IGNORED = 'YES', 'NO', 'YES')" : "IS_VISIBLE";
    each(
        MysqlQueries.INDEXES.replace("{expression}", expression).replace("{visible}", visible),
        this::readIndex);
    each(MysqlQueries.REFERENCES, this::readReference);
    each(MysqlQueries.REFERENCE_COLUMNS, this::readReferenceColumn);
    if (server.isMariadb()) {
      each(MysqlQueries.CHECKS_OF_MARIADB, this::readCheck);
    } else if (server.isFrom(8, 0, 16)) {
      each(MysqlQueries.CHECKS_OF_MYSQL, this::readCheck);
    }
    if (hasViews) {
      String algorithm = server.isMariadb() ? "ALGORITHM" : "'UNDEFINED'";
      each(MysqlQueries.VIEWS.replace("{algorithm}", algorithm), this::readView);
    }
    if (tables.values().stream().anyMatch(table -> table.options().isPartitioned())) {
      each(MysqlQueries.PARTITIONS, this::readPartition);
    }
    each(
        MysqlQueries.OBJECTS + (databases.hasEvents() ? MysqlQueries.EVENTS : ""),
        this::readObject);
    readSequences();
    for (Map.Entry<Stored, MysqlStoredTable> each : tables.entrySet()) {
      readCreation(each.getKey(), each.getValue());
    }
    tables.values().forEach(table -> schema = schema.with(table(table)));
    return schema.withUnmodelled(unmodelled.elements());
  }

  private void readTable(ResultSet row) throws SQLException {
    Stored stored = new Stored(row.getString(1), row.getString(2));
    String type = row.getString(3);
    switch (type) {
      case "BASE TABLE", "SYSTEM VERSIONED" ->
          tables.put(
              stored,
              new MysqlStoredTable(
                  name(stored),
                  new MysqlStoredOptions(
                      row.getString(6),
                      row.getString(5),
                      databases.collation(stored.database()),
                      row.getString(7),
                      type.equals("SYSTEM VERSIONED")),
                  text(row.getString(4))));
      case "VIEW" -> hasViews = true;
      case "SEQUENCE" -> sequences.add(stored);
      default -> {
        // A temporary table of the session: not part of the schema.
      }
    }
  }

  private static Optional<String> text(@Nullable String text) {
    return Optional.ofNullable(text).filter(t -> !t.isEmpty());
  }

  private Optional<MysqlStoredTable> table(ResultSet row) throws SQLException {
    return Optional.ofNullable(tables.get(new Stored(row.getString(1), row.getString(2))));
  }

  private void readColumn(ResultSet row) throws SQLException {
    MysqlStoredTable table = table(row).orElse(null);
    if (table != null) {
      table.add(
          row.getInt(3),
          new MysqlStoredColumn(
              row.getString(4),
              row.getString(5),
              row.getString(6).equals("YES"),
              row.getString(7),
              String.valueOf(row.getString(8)),
              text(row.getString(9)).orElse(null),
              row.getString(10),
              text(row.getString(11)),
              row.getString(12)));
    }
  }

  private void readIndex(ResultSet row) throws SQLException {
    MysqlStoredTable table = table(row).orElse(null);
    if (table == null) {
      return;
    }
    String column = row.getString(5);
    String expression = String.valueOf(row.getString(10));
    IndexKey key =
        column == null
            ? IndexKey.expression(Expression.of(MysqlColumnReader.computed(server, expression)))
            : IndexKey.column(column);
    String type = row.getString(9).toLowerCase(Locale.ROOT);
    boolean prefix = column != null && row.getInt(7) > 0 && !type.equals("spatial");
    table.add(
        row.getString(3),
        row.getInt(4),
        new Part(
            key.withDescending("D".equals(row.getString(6))).withPrefix(prefix ? row.getInt(7) : 0),
            row.getInt(8) == 0,
            type,
            !"NO".equals(row.getString(11)),
            text(row.getString(12)).orElse("")));
  }

  private void readReference(ResultSet row) throws SQLException {
    MysqlStoredTable table = table(row).orElse(null);
    if (table != null) {
      table.add(row.getString(3), new Reference(row.getString(4), row.getString(5)));
    }
  }

  private void readReferenceColumn(ResultSet row) throws SQLException {
    Optional<MysqlStoredTable> table = table(row);
    if (table.isPresent()) {
      Optional<Reference> reference = table.get().reference(row.getString(3));
      if (reference.isPresent()) {
        Stored target = new Stored(row.getString(6), row.getString(7));
        reference.get().add(row.getInt(4), row.getString(5), name(target), row.getString(8));
      }
    }
  }

  private void readCheck(ResultSet row) throws SQLException {
    MysqlStoredTable table = table(row).orElse(null);
    if (table != null) {
      table.add(
          new StoredCheck(
              row.getString(3),
              MysqlColumnReader.computed(server, row.getString(4)),
              "Column".equals(row.getString(5)),
              "YES".equals(row.getString(6))));
    }
  }

  private void readView(ResultSet row) throws SQLException {
    QualifiedName name = name(new Stored(row.getString(1), row.getString(2)));
    Optional<Expression> query =
        text(row.getString(3))
            .filter(t -> !t.isBlank())
            .map(shown -> MysqlViewQuery.read(shown, databases.current()));
    schema = schema.with(new View(name, query, List.of()));
    String definer = row.getString(6);
    unmodelled.view(
        ElementName.view(name),
        row.getString(4),
        row.getString(5),
        definer.equals(databases.user()) ? "" : definer,
        row.getString(7));
  }

  private void readPartition(ResultSet row) throws SQLException {
    MysqlStoredTable table = table(row).orElse(null);
    if (table != null) {
      int subPosition = row.getInt(4);
      table.add(
          row.getInt(3) * 10_000 + subPosition,
          new MysqlPartitions.Part(
              row.getString(5),
              row.getString(6),
              row.getString(7),
              row.getString(8),
              row.getString(9),
              row.getString(10),
              subPosition));
    }
  }

  private void readObject(ResultSet row) throws SQLException {
    String owner = row.getString(2);
    QualifiedName table = owner == null ? null : name(new Stored(row.getString(1), owner));
    boolean view = table != null && schema.findView(table).isPresent();
    unmodelled.object(
        row.getString(3),
        name(new Stored(row.getString(1), row.getString(4))).toString(),
        table == null ? null : view ? ElementName.view(table) : ElementName.table(table),
        row.getString(5));
  }

  /** A sequence is a table of one row, so all of them are read in one query. */
  private void readSequences() throws SQLException {
    if (sequences.isEmpty()) {
      return;
    }
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < sequences.size(); i++) {
      queries.add(
          "SELECT "
              + i
              + ", start_value, increment, minimum_value, maximum_value, cache_size, cycle_option"
              + " FROM "
              + quoted(sequences.get(i)));
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(String.join(" UNION ALL ", queries))) {
      while (rows.next()) {
        schema =
            schema.with(
                MysqlSequenceDefaults.stored(
                    name(sequences.get(rows.getInt(1))),
                    rows.getLong(2),
                    rows.getLong(3),
                    rows.getLong(4),
                    rows.getLong(5),
                    rows.getLong(6),
                    rows.getBoolean(7)));
      }
    }
  }

  /** One query more for each table of which only that shows all; there are hardly any. */
  private void readCreation(Stored stored, MysqlStoredTable table) throws SQLException {
    if (!table.needsCreation()) {
      return;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW CREATE TABLE " + quoted(stored))) {
      row.next();
      table.creation(row.getString(2));
    }
  }

  private static String quoted(Stored stored) {
    return "`"
        + stored.database().replace("`", "``")
        + "`.`"
        + stored.name().replace("`", "``")
        + "`";
  }

  private Table table(MysqlStoredTable stored) {
    if (stored.dropGeneratedKey()) {
      unmodelled.generatedKey(stored);
    }
    MysqlColumnReader reader =
        new MysqlColumnReader(
            server,
            (database, name) ->
                name(new Stored(database == null ? databases.currentName() : database, name)));
    List<Column> columns =
        stored.columns().stream().map(column -> reader.column(stored, column)).toList();
    unmodelled.indexes(stored);
    return new Table(
        stored.name(),
        columns,
        stored.constraints(new MysqlColumnChecks(stored).columns()),
        stored.modelledIndexes(),
        stored.comment(),
        stored.tableOptions(server));
  }

  private QualifiedName name(Stored stored) {
    return databases.qualified(stored.database(), stored.name());
  }

  /** One query for each database would be simpler, but there may be many. */
  private void each(String sql, Reader reader) throws SQLException {
    List<String> names = databases.names();
    int parameters = (int) sql.chars().filter(character -> character == '?').count();
    String all = String.join(" UNION ALL ", Collections.nCopies(names.size(), sql));
    try (PreparedStatement query = connection.prepareStatement(all)) {
      for (int i = 0; i < names.size() * parameters; i++) {
        query.setString(i + 1, names.get(i / parameters));
      }
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }
}
