package dev.migrate.dialect.mysql;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.IdentityMode;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
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
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One reading of the catalogue. Not thread-safe; made and thrown away by {@link MysqlInspector}.
 */
final class MysqlCatalogue {

  /** The name of an object as it is stored. */
  private record Stored(String database, String name) {}

  /** What has been read of a table so far. */
  private static final class Parts {

    private final Optional<String> comment;
    private final @Nullable String collation;
    private final Map<Integer, Row> columns = new TreeMap<>();
    private final Map<String, Map<Integer, Key>> indexes = new LinkedHashMap<>();
    private final Map<String, Reference> references = new LinkedHashMap<>();
    private final Map<String, String> checks = new LinkedHashMap<>();
    private final Map<String, String> columnChecks = new LinkedHashMap<>();
    private String creation = "";

    Parts(Optional<String> comment, @Nullable String collation) {
      this.comment = comment;
      this.collation = collation;
    }
  }

  /** A row of the columns. */
  private record Row(
      String name,
      String type,
      boolean nullable,
      @Nullable String defaultText,
      String extra,
      @Nullable String generation,
      @Nullable String collation,
      Optional<String> comment) {

    boolean isCut() {
      return defaultText != null
          && !extra.contains("DEFAULT_GENERATED")
          && MysqlBinaryDefaults.isCut(type, defaultText);
    }
  }

  /** A part of an index. */
  private record Key(IndexKey key, boolean isUnique, String type) {}

  /** What a foreign key refers to, by the position of its columns, and its actions. */
  private record Reference(
      String onUpdate,
      String onDelete,
      Map<Integer, String> columns,
      Map<Integer, String> target,
      List<Stored> table) {}

  @FunctionalInterface
  private interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final MysqlServer server;
  private final @Nullable String current;
  private final List<String> databases = new ArrayList<>();
  private final Map<Stored, Parts> tables = new LinkedHashMap<>();
  private final List<Stored> sequences = new ArrayList<>();
  private Schema schema = Schema.empty();
  private boolean hasViews;

  /** Reads the default database, if there is one, and these others; all of them exist. */
  MysqlCatalogue(
      Connection connection, MysqlServer server, @Nullable String current, Set<String> namespaces) {
    this.connection = connection;
    this.server = server;
    this.current = current;
    this.databases.addAll(namespaces);
    namespaces.forEach(namespace -> schema = schema.withNamespace(namespace));
    if (current != null) {
      databases.add(current);
    }
  }

  Schema read() throws SQLException {
    if (databases.isEmpty()) {
      return schema;
    }
    each(MysqlQueries.TABLES, this::readTable);
    each(MysqlQueries.COLUMNS, this::readColumn);
    String expression = server.isMysqlFrom(8, 0, 13) ? "EXPRESSION" : "NULL";
    each(MysqlQueries.INDEXES.replace("{expression}", expression), this::readIndex);
    each(MysqlQueries.REFERENCES, this::readReference);
    each(MysqlQueries.REFERENCE_COLUMNS, this::readReferenceColumn);
    if (server.isMariadb()) {
      each(MysqlQueries.CHECKS_OF_MARIADB, this::readCheck);
    } else if (server.isFrom(8, 0, 16)) {
      each(MysqlQueries.CHECKS_OF_MYSQL, this::readCheck);
    }
    if (hasViews) {
      each(MysqlQueries.VIEWS, this::readView);
    }
    readSequences();
    for (Map.Entry<Stored, Parts> each : tables.entrySet()) {
      readCreation(each.getKey(), each.getValue());
    }
    tables.forEach((stored, parts) -> schema = schema.with(table(stored, parts)));
    return schema;
  }

  private void readTable(ResultSet row) throws SQLException {
    Stored stored = new Stored(row.getString(1), row.getString(2));
    switch (row.getString(3)) {
      case "BASE TABLE", "SYSTEM VERSIONED" ->
          tables.put(stored, new Parts(text(row.getString(4)), row.getString(5)));
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

  private @Nullable Parts parts(ResultSet row) throws SQLException {
    return tables.get(new Stored(row.getString(1), row.getString(2)));
  }

  private void readColumn(ResultSet row) throws SQLException {
    Parts table = parts(row);
    if (table != null) {
      table.columns.put(
          row.getInt(3),
          new Row(
              row.getString(4),
              row.getString(5),
              row.getString(6).equals("YES"),
              row.getString(7),
              String.valueOf(row.getString(8)),
              text(row.getString(9)).orElse(null),
              row.getString(10),
              text(row.getString(11))));
    }
  }

  private void readIndex(ResultSet row) throws SQLException {
    Parts table = parts(row);
    if (table == null) {
      return;
    }
    String column = row.getString(5);
    IndexKey key =
        column == null
            ? IndexKey.expression(Expression.of(computed(String.valueOf(row.getString(10)))))
            : IndexKey.column(column);
    key = "D".equals(row.getString(6)) ? key.descending() : key;
    String type = row.getString(9).toLowerCase(Locale.ROOT);
    boolean prefix = column != null && row.getInt(7) > 0 && !type.equals("spatial");
    table
        .indexes
        .computeIfAbsent(row.getString(3), name -> new TreeMap<>())
        .put(
            row.getInt(4),
            new Key(prefix ? key.withPrefix(row.getInt(7)) : key, row.getInt(8) == 0, type));
  }

  private void readReference(ResultSet row) throws SQLException {
    Parts table = parts(row);
    if (table != null) {
      table.references.put(
          row.getString(3),
          new Reference(
              row.getString(4),
              row.getString(5),
              new TreeMap<>(),
              new TreeMap<>(),
              new ArrayList<>()));
    }
  }

  private void readReferenceColumn(ResultSet row) throws SQLException {
    Parts table = parts(row);
    Reference reference = table == null ? null : table.references.get(row.getString(3));
    if (reference != null) {
      reference.columns().put(row.getInt(4), row.getString(5));
      reference.target().put(row.getInt(4), row.getString(8));
      reference.table().add(new Stored(row.getString(6), row.getString(7)));
    }
  }

  private void readCheck(ResultSet row) throws SQLException {
    Parts table = parts(row);
    if (table != null) {
      boolean ofColumn = "Column".equals(row.getString(5));
      (ofColumn ? table.columnChecks : table.checks)
          .put(row.getString(3), computed(row.getString(4)));
    }
  }

  private void readView(ResultSet row) throws SQLException {
    Stored stored = new Stored(row.getString(1), row.getString(2));
    Optional<Expression> query =
        text(row.getString(3)).filter(t -> !t.isBlank()).map(Expression::of);
    schema = schema.with(new View(name(stored), query, List.of()));
  }

  /** A sequence is a table of one row, so all of them are read in one query. */
  private void readSequences() throws SQLException {
    if (sequences.isEmpty()) {
      return;
    }
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < sequences.size(); i++) {
      Stored stored = sequences.get(i);
      queries.add(
          "SELECT "
              + i
              + ", start_value, increment FROM "
              + quoted(stored.database())
              + "."
              + quoted(stored.name()));
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(String.join(" UNION ALL ", queries))) {
      while (rows.next()) {
        QualifiedName name = name(sequences.get(rows.getInt(1)));
        long increment = rows.getLong(3);
        // 0 stands for a variable of the server, which is 1 unless it is one of several masters.
        schema =
            schema.with(
                Sequence.of(name)
                    .startingAt(rows.getLong(2))
                    .incrementedBy(increment == 0 ? 1 : increment));
      }
    }
  }

  /** One query more for each table that has a default of bytes; there are hardly any. */
  private void readCreation(Stored stored, Parts parts) throws SQLException {
    if (server.isMariadb() || parts.columns.values().stream().noneMatch(Row::isCut)) {
      return;
    }
    String sql = "SHOW CREATE TABLE " + quoted(stored.database()) + "." + quoted(stored.name());
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      parts.creation = row.getString(2);
    }
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  private Table table(Stored stored, Parts parts) {
    List<Column> columns = parts.columns.values().stream().map(row -> column(parts, row)).toList();
    List<Constraint> constraints = new ArrayList<>();
    List<Index> indexes = new ArrayList<>();
    parts.indexes.forEach((name, keys) -> addIndex(name, keys, constraints, indexes));
    parts.references.forEach((name, key) -> addReference(name, key, constraints));
    parts.checks.forEach((name, sql) -> constraints.add(Check.of(Expression.of(sql)).named(name)));
    parts.columnChecks.forEach(
        (name, sql) -> constraints.add(Check.of(Expression.of(sql)).named(name)));
    return new Table(name(stored), columns, constraints, indexes, parts.comment, List.of());
  }

  private Column column(Parts table, Row row) {
    DataType type = type(table, row);
    String extra = row.extra().toLowerCase(Locale.ROOT);
    boolean generated = row.generation() != null && extra.contains("generated");
    boolean text = row.collation() != null && type != SimpleType.JSON;
    return new Column(
        row.name(),
        type,
        row.nullable(),
        generated ? Optional.empty() : defaultValue(table, row, type),
        extra.contains("auto_increment") ? Optional.of(IdentityMode.BY_DEFAULT) : Optional.empty(),
        generated
            ? Optional.of(
                new Generated(
                    Expression.of(computed(String.valueOf(row.generation()))),
                    !extra.contains("virtual generated")))
            : Optional.empty(),
        Optional.ofNullable(row.collation())
            .filter(collation -> text && !collation.equals(table.collation)),
        row.comment());
  }

  /**
   * What the model has no word for belongs to the type, so that it is not lost when the column is
   * restated. In MariaDB a JSON column is a text with a check of its own.
   */
  private DataType type(Parts table, Row row) {
    String more =
        (row.extra().toLowerCase(Locale.ROOT).contains("on update current_timestamp")
                ? " "
                    + row.extra()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll(".*(on update current_timestamp(\\(\\d?\\))?).*", "$1")
                : "")
            + (row.extra().contains("INVISIBLE") ? " invisible" : "");
    if (!more.isEmpty()) {
      return new NativeType(row.type() + more);
    }
    String document = "json_valid(" + quoted(row.name()) + ")";
    // The check keeps the name that the column had before it was renamed.
    if (row.type().equals("longtext") && table.columnChecks.containsValue(document)) {
      table.columnChecks.values().remove(document);
      return SimpleType.JSON;
    }
    return MysqlTypeReader.read(row.type());
  }

  private Optional<DefaultValue> defaultValue(Parts table, Row row, DataType type) {
    String text = row.defaultText();
    if (text == null || (server.isMariadb() && text.equals("NULL"))) {
      return Optional.empty();
    }
    boolean computed =
        server.isMariadb() || row.extra().toUpperCase(Locale.ROOT).contains("DEFAULT_GENERATED");
    if (!table.creation.isEmpty() && row.isCut()) {
      return MysqlBinaryDefaults.read(table.creation, quoted(row.name()), type);
    }
    if (!computed) {
      return Optional.of(MysqlDefaultReader.plain(text, type));
    }
    String sql = computed(text);
    return Optional.of(
        MysqlDefaultReader.read(
            sql.isBlank() ? "''" : sql,
            type,
            (database, name) ->
                MysqlInspector.name(current, database == null ? "" + current : database, name)));
  }

  private String computed(String shown) {
    return server.isMariadb() ? shown : MysqlText.computed(shown);
  }

  private void addIndex(
      String name, Map<Integer, Key> keys, List<Constraint> constraints, List<Index> indexes) {
    List<IndexKey> all = keys.values().stream().map(Key::key).toList();
    Key first = keys.values().iterator().next();
    boolean plain = all.stream().allMatch(MysqlCatalogue::isPlain);
    List<String> columns = all.stream().flatMap(key -> key.column().stream()).toList();
    if (name.equals("PRIMARY")) {
      constraints.add(PrimaryKey.of(columns).named(name));
    } else if (first.isUnique() && plain) {
      constraints.add(Unique.of(columns).named(name));
    } else {
      Index index = Index.of(all).named(name);
      index = first.isUnique() ? index.unique() : index;
      indexes.add(first.type().equals("btree") ? index : index.using(first.type()));
    }
  }

  private static boolean isPlain(IndexKey key) {
    return key.column().isPresent() && !key.isDescending() && key.prefix() == 0;
  }

  private void addReference(String name, Reference reference, List<Constraint> constraints) {
    if (reference.table().isEmpty()) {
      return; // to a table that the user may not see
    }
    constraints.add(
        ForeignKey.of(List.copyOf(reference.columns().values()))
            .references(name(reference.table().get(0)), List.copyOf(reference.target().values()))
            .onDelete(action(reference.onDelete()))
            .onUpdate(action(reference.onUpdate()))
            .named(name));
  }

  private static ReferentialAction action(String rule) {
    return ReferentialAction.valueOf(rule.replace(' ', '_'));
  }

  private QualifiedName name(Stored stored) {
    return MysqlInspector.name(current, stored.database(), stored.name());
  }

  /** One query for each database would be simpler, but there may be many. */
  private void each(String sql, Reader reader) throws SQLException {
    String all = String.join(" UNION ALL ", Collections.nCopies(databases.size(), sql));
    try (PreparedStatement query = connection.prepareStatement(all)) {
      for (int i = 0; i < databases.size(); i++) {
        query.setString(i + 1, databases.get(i));
      }
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }
}
