package dev.migrate.dialect.postgresql;

import dev.migrate.schema.ArrayType;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Deferrability;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.IdentityMode;
import dev.migrate.schema.MatchType;
import dev.migrate.schema.NextValue;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import dev.migrate.schema.Unique;
import dev.migrate.schema.View;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One reading of the catalogue. Not thread-safe; used once by {@link PostgresqlInspector}. */
final class PostgresqlCatalogue {

  /** What has been read of a table so far. */
  private record Parts(
      QualifiedName name,
      Optional<String> comment,
      List<TableOption> options,
      List<Column> columns,
      List<Constraint> constraints) {}

  @FunctionalInterface
  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final String defaultSchema;
  private final Set<String> schemas;
  private final int major;
  private final Map<Long, Parts> tables = new LinkedHashMap<>();
  private final PostgresqlUnmodelled unmodelled = new PostgresqlUnmodelled(this::name);
  private final PostgresqlIndexReader indexes = new PostgresqlIndexReader();
  private Schema schema = Schema.empty();

  /** Reads these schemas, all of which exist; the default one, if there is one, is among them. */
  PostgresqlCatalogue(Connection connection, int major, String defaultSchema, Set<String> schemas) {
    this.connection = connection;
    this.major = major;
    this.defaultSchema = defaultSchema;
    this.schemas = schemas;
  }

  Schema read() throws SQLException {
    readTables();
    each(PostgresqlQueries.SEQUENCES, this::readSequence);
    each(PostgresqlQueries.ENUM_TYPES, this::readEnumType);
    each(PostgresqlObjectQueries.OBJECTS, unmodelled::readObject);
    each(PostgresqlObjectQueries.GRANTS, unmodelled::readGrant);
    return schema.withUnmodelled(unmodelled.elements());
  }

  /** The tables and views alone. */
  Schema readTables() throws SQLException {
    for (String known : schemas) {
      schema = known.equals(defaultSchema) ? schema : schema.withNamespace(known);
    }
    each(PostgresqlQueries.TABLES, this::readTable);
    each(PostgresqlQueries.COLUMNS, this::readColumn);
    each(PostgresqlQueries.CONSTRAINTS, this::readConstraint);
    each(PostgresqlQueries.INDEXES, indexes::read);
    tables.forEach(this::put);
    return schema;
  }

  private void put(long oid, Parts parts) {
    if (parts.columns().isEmpty()) {
      unmodelled.object("table", parts.name(), "without columns");
      return;
    }
    indexes.unmodelled(oid, parts.name(), unmodelled);
    schema =
        schema.with(
            new Table(
                parts.name(),
                parts.columns(),
                parts.constraints(),
                indexes.of(oid),
                parts.comment(),
                parts.options()));
  }

  private void readTable(ResultSet row) throws SQLException {
    QualifiedName name = name(row.getString(2), row.getString(3));
    if (row.getBoolean(5)) {
      Optional<Expression> query = text(row, 6).map(Expression::of);
      schema = schema.with(new View(name, query, List.of()));
      ElementName view = ElementName.view(name);
      unmodelled.attribute(view, "options", row.getString(7));
      unmodelled.attribute(view, "comment", row.getString(4));
      return;
    }
    List<TableOption> options =
        PostgresqlTableOptions.of(row).stream()
            .map(sql -> new TableOption(DialectName.POSTGRESQL, sql))
            .toList();
    tables.put(
        row.getLong(1),
        new Parts(name, text(row, 4), options, new ArrayList<>(), new ArrayList<>()));
    ElementName table = ElementName.table(name);
    unmodelled.attribute(table, "persistence", row.getBoolean(12) ? "UNLOGGED" : "");
    unmodelled.attribute(
        table,
        "row level security",
        row.getBoolean(14) ? "FORCED" : row.getBoolean(13) ? "ENABLED" : "");
    unmodelled.attribute(table, "replica identity", row.getString(15));
    unmodelled.attribute(table, "type", row.getString(16));
  }

  private void readColumn(ResultSet row) throws SQLException {
    Parts table = tables.get(row.getLong(1));
    if (table == null) {
      return; // of an extension
    }
    DataType type = type(row);
    String generated = row.getString(9);
    Optional<String> expression = text(row, 10);
    Optional<Generated> computation =
        generated.isEmpty()
            ? Optional.empty()
            : expression.map(text -> new Generated(Expression.of(text), generated.equals("s")));
    Optional<DefaultValue> value =
        computation.isPresent() || expression.isEmpty()
            ? Optional.empty()
            : Optional.of(defaultValue(row, expression.get(), type));
    Optional<IdentityMode> identity = identity(row.getString(8));
    PostgresqlColumnAttributes attributes =
        new PostgresqlColumnAttributes(
            unmodelled, ElementName.column(table.name(), row.getString(2)));
    attributes.read(row);
    table
        .columns()
        .add(
            new Column(
                row.getString(2),
                type,
                !row.getBoolean(7) || attributes.isNotNullUnchecked(row),
                value,
                identity,
                computation,
                text(row, 13),
                text(row, 14)));
  }

  private DataType type(ResultSet row) throws SQLException {
    String enumType = row.getString(5);
    if (enumType == null) {
      return PostgresqlTypeReader.read(row.getString(3));
    }
    DataType reference = new EnumReference(name(row.getString(4), enumType));
    return row.getBoolean(6) ? new ArrayType(reference) : reference;
  }

  private DefaultValue defaultValue(ResultSet row, String text, DataType type) throws SQLException {
    DefaultValue value = PostgresqlDefaultReader.read(text, type);
    String sequence = row.getString(12);
    return value instanceof NextValue && sequence != null
        ? new NextValue(name(row.getString(11), sequence))
        : value;
  }

  private static Optional<IdentityMode> identity(String mode) {
    return switch (mode) {
      case "a" -> Optional.of(IdentityMode.ALWAYS);
      case "d" -> Optional.of(IdentityMode.BY_DEFAULT);
      default -> Optional.empty();
    };
  }

  private void readConstraint(ResultSet row) throws SQLException {
    Parts table = tables.get(row.getLong(1));
    if (table == null) {
      return; // of an extension
    }
    String kind = row.getString(3);
    String name = row.getString(2);
    if (row.getBoolean(20)) {
      unmodelled.object(
          kind.equals("f") ? "foreign key with a period" : "exclusion constraint",
          name,
          ElementName.table(table.name()),
          row.getString(21));
      return;
    }
    boolean isEnforced = row.getBoolean(18);
    table
        .constraints()
        .add(
            constraint(kind, list(row, 4), row)
                .named(name)
                .withNotEnforced(!isEnforced)
                .withNotValid(isEnforced && !row.getBoolean(12)));
    ElementName element = ElementName.constraint(table.name(), name);
    unmodelled.attribute(element, "inheritance", row.getBoolean(19) ? "NO INHERIT" : "");
    unmodelled.attribute(element, "comment", row.getString(22));
    unmodelled.attribute(element, "storage parameters", row.getString(23));
  }

  private Constraint constraint(String kind, List<String> columns, ResultSet row)
      throws SQLException {
    Deferrability deferrability = deferrability(row.getBoolean(10), row.getBoolean(11));
    return switch (kind) {
      case "p" ->
          PrimaryKey.of(columns).withDeferrability(deferrability).withIncluded(list(row, 16));
      case "u" ->
          Unique.of(columns)
              .withDeferrability(deferrability)
              .withIncluded(list(row, 16))
              .withNullsNotDistinct(row.getBoolean(17));
      case "c" -> Check.of(Expression.of(row.getString(13)));
      default ->
          ForeignKey.of(columns)
              .references(name(row.getString(5), row.getString(6)), list(row, 7))
              .onDelete(action(row.getString(8)), list(row, 15).toArray(String[]::new))
              .onUpdate(action(row.getString(9)))
              .withMatch(row.getBoolean(14) ? MatchType.FULL : MatchType.SIMPLE)
              .withDeferrability(deferrability);
    };
  }

  private static ReferentialAction action(String code) {
    return switch (code) {
      case "r" -> ReferentialAction.RESTRICT;
      case "c" -> ReferentialAction.CASCADE;
      case "n" -> ReferentialAction.SET_NULL;
      case "d" -> ReferentialAction.SET_DEFAULT;
      default -> ReferentialAction.NO_ACTION;
    };
  }

  private static Deferrability deferrability(boolean deferrable, boolean deferred) {
    if (!deferrable) {
      return Deferrability.NOT_DEFERRABLE;
    }
    return deferred ? Deferrability.INITIALLY_DEFERRED : Deferrability.INITIALLY_IMMEDIATE;
  }

  private void readSequence(ResultSet row) throws SQLException {
    QualifiedName name = name(row.getString(1), row.getString(2));
    String owner = row.getString(7);
    Optional<ColumnName> ownedBy =
        owner == null
            ? Optional.empty()
            : Optional.of(new ColumnName(name(row.getString(5), row.getString(6)), owner));
    Sequence sequence =
        Sequence.of(name)
            .startingAt(row.getLong(3))
            .incrementedBy(row.getLong(4))
            .withOwner(ownedBy)
            .withType(Optional.of(PostgresqlTypeReader.read(row.getString(8))))
            .withLimits(Optional.of(row.getLong(9)), Optional.of(row.getLong(10)))
            .withCycles(row.getBoolean(11))
            .withCache(Optional.of(row.getLong(12)));
    schema = schema.with(PostgresqlSequenceDefaults.canonical(sequence, List.of()));
    ElementName element = ElementName.sequence(name);
    unmodelled.attribute(element, "comment", row.getString(13));
    unmodelled.attribute(element, "persistence", row.getBoolean(14) ? "UNLOGGED" : "");
  }

  private void readEnumType(ResultSet row) throws SQLException {
    List<String> labels = list(row, 3);
    QualifiedName name = name(row.getString(1), row.getString(2));
    if (labels.isEmpty()) {
      unmodelled.object("enum type", name, "without labels");
      return;
    }
    schema = schema.with(new EnumType(name, labels));
    unmodelled.attribute(ElementName.enumType(name), "comment", row.getString(4));
  }

  private QualifiedName name(String namespace, String name) {
    return namespace.equals(defaultSchema)
        ? QualifiedName.exactly(name)
        : QualifiedName.in(namespace, name);
  }

  private static Optional<String> text(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  private static List<String> list(ResultSet row, int column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private void each(String sql, Row reader) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(PostgresqlQueries.on(major, sql))) {
      query.setArray(1, connection.createArrayOf("text", schemas.toArray()));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }
}
