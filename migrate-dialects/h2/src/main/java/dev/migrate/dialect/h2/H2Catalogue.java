package dev.migrate.dialect.h2;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.ElementName;
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
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import dev.migrate.schema.View;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of the catalogue. Not thread-safe; used once by {@link H2Inspector}. */
final class H2Catalogue {

  /** The name of an object as it is stored. */
  private record Stored(String schema, String name) {}

  /** The columns of a key, and the table they are in. */
  private record Key(Stored table, List<String> columns, List<Integer> positions) {}

  /** What a foreign key refers to, and its actions. */
  private record Reference(Stored key, String onDelete, String onUpdate) {}

  /** What has been read of a table so far. */
  private record Parts(
      Optional<String> comment,
      List<Column> columns,
      List<Constraint> constraints,
      Map<String, Index> indexes) {}

  @FunctionalInterface
  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final H2Names names;
  private final Set<String> namespaces;
  private final Map<Stored, Parts> tables = new HashMap<>();
  private final Map<Stored, Key> keys = new HashMap<>();
  private final Map<Stored, String> conditions = new HashMap<>();
  private final Map<Stored, Reference> references = new HashMap<>();
  private final H2Unmodelled unmodelled;
  private Schema schema = Schema.empty();

  /** Reads the default schema and these others, in stored names; all of them exist. */
  H2Catalogue(Connection connection, H2Names names, Set<String> namespaces) {
    this.connection = connection;
    this.names = names;
    this.namespaces = namespaces;
    this.unmodelled = new H2Unmodelled(names);
  }

  Schema read() throws SQLException {
    for (String namespace : namespaces) {
      schema = schema.withNamespace(names.model(namespace));
    }
    each(H2Queries.OTHERS, unmodelled::readObject);
    each(H2Queries.GRANTS, unmodelled::readGrant);
    each(H2Queries.OBJECTS, this::readObject);
    each(H2Queries.COLUMNS, this::readColumn);
    each(H2Queries.KEYS, this::readKey);
    each(H2Queries.CONSTRAINTS, this::readConstraint);
    each(H2Queries.INDEXES, this::readIndex);
    each(H2Queries.CONSTRAINT_ATTRIBUTES, this::readConstraintAttributes);
    each(H2Queries.INDEX_ATTRIBUTES, this::readIndexAttributes);
    tables.forEach((stored, parts) -> schema = schema.with(table(stored, parts)));
    return schema.withUnmodelled(unmodelled.elements());
  }

  /** The columns of tables of the default schema, which may be temporary ones; in their order. */
  List<List<Column>> columnsOf(List<QualifiedName> wanted) throws SQLException {
    List<List<Column>> columns = new ArrayList<>();
    for (QualifiedName table : wanted) {
      Parts parts = new Parts(Optional.empty(), new ArrayList<>(), List.of(), Map.of());
      tables.put(new Stored(names.defaultSchema(), names.stored(table.name())), parts);
      columns.add(parts.columns());
    }
    each(H2Queries.COLUMNS_OF_ALL, this::readColumn);
    return columns;
  }

  private Table table(Stored stored, Parts parts) {
    return new Table(
        name(stored),
        parts.columns(),
        parts.constraints(),
        List.copyOf(parts.indexes().values()),
        parts.comment(),
        List.of());
  }

  private void readObject(ResultSet row) throws SQLException {
    Stored stored = new Stored(row.getString(2), row.getString(3));
    Optional<String> text = Optional.ofNullable(row.getString(4)).filter(t -> !t.isEmpty());
    if (!names.isWritable(stored.name())) {
      unmodelled.unwritable(row.getString(1), stored.name());
      return;
    }
    switch (row.getString(1)) {
      case "TABLE" ->
          tables.put(
              stored, new Parts(text, new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>()));
      case "VIEW" -> {
        if (!unmodelled.isMaterialized(stored.schema(), stored.name())) {
          schema = schema.with(new View(name(stored), text.map(Expression::of), List.of()));
          unmodelled.attribute(ElementName.view(name(stored)), "comment", row.getString(11));
        }
      }
      default -> {
        schema = schema.with(sequence(stored, row));
        unmodelled.attribute(ElementName.sequence(name(stored)), "comment", row.getString(11));
      }
    }
  }

  private Sequence sequence(Stored stored, ResultSet row) throws SQLException {
    Sequence sequence =
        Sequence.of(name(stored))
            .startingAt(row.getLong(5))
            .incrementedBy(row.getLong(6))
            .type(H2TypeReader.read(row.getString(7)))
            .withLimits(Optional.of(row.getLong(8)), Optional.of(row.getLong(9)))
            .withCycles("YES".equals(row.getString(4)))
            .withCache(Optional.of(row.getLong(10)).filter(values -> values > 0));
    return H2SequenceDefaults.canonical(sequence, List.of(DialectName.H2));
  }

  private void readConstraintAttributes(ResultSet row) throws SQLException {
    Parts table =
        tables.get(new Stored(row.getString("TABLE_SCHEMA"), row.getString("TABLE_NAME")));
    String name = names.model(row.getString("CONSTRAINT_NAME"));
    if (table == null) {
      return;
    }
    QualifiedName owner =
        name(new Stored(row.getString("TABLE_SCHEMA"), row.getString("TABLE_NAME")));
    unmodelled.readAttributes(ElementName.constraint(owner, name), row);
    requireWritable(ElementName.constraint(owner, name), row.getString("CONSTRAINT_NAME"));
    boolean notDistinct = H2Unmodelled.isNullsNotDistinct(row);
    table
        .constraints()
        .replaceAll(
            known ->
                known instanceof Unique unique && unique.requiredName().equals(name)
                    ? unique.withNullsNotDistinct(notDistinct)
                    : known);
  }

  private void readIndexAttributes(ResultSet row) throws SQLException {
    Stored stored = new Stored(row.getString("TABLE_SCHEMA"), row.getString("TABLE_NAME"));
    Parts table = tables.get(stored);
    String name = row.getString("INDEX_NAME");
    if (table == null || !table.indexes().containsKey(name)) {
      return;
    }
    ElementName element = ElementName.index(name(stored), names.model(name));
    unmodelled.readAttributes(element, row);
    requireWritable(element, name);
    String type = row.getString("INDEX_TYPE_NAME");
    boolean usual = type.equals("INDEX") || type.equals("UNIQUE INDEX");
    unmodelled.attribute(element, "type", usual ? "" : type);
    boolean notDistinct = H2Unmodelled.isNullsNotDistinct(row);
    table.indexes().computeIfPresent(name, (key, index) -> index.withNullsNotDistinct(notDistinct));
  }

  private void readColumn(ResultSet row) throws SQLException {
    Parts table = tables.get(new Stored(row.getString(1), row.getString(2)));
    if (table == null) {
      return; // of a view
    }
    String domain = row.getString(6);
    DataType type =
        domain == null
            ? H2TypeReader.read(row.getString(4))
            : new NativeType(names.model(row.getString(5), domain).toString());
    QualifiedName owner = name(new Stored(row.getString(1), row.getString(2)));
    unmodelled.readColumn(ElementName.column(owner, names.model(row.getString(3))), row);
    requireWritable(ElementName.column(owner, names.model(row.getString(3))), row.getString(3));
    String defaultText = row.getString(8);
    String generation = row.getString(10);
    table
        .columns()
        .add(
            new Column(
                names.model(row.getString(3)),
                type,
                row.getString(7).equals("YES"),
                Optional.ofNullable(defaultText)
                    .map(text -> H2DefaultReader.read(text, type, names::modelOf)),
                identity(row.getString(9)),
                // H2 computes when a row is written, and has no other kind.
                Optional.ofNullable(generation).map(e -> new Generated(Expression.of(e), true)),
                Optional.empty(),
                Optional.ofNullable(row.getString(11)).filter(text -> !text.isEmpty())));
  }

  private void requireWritable(ElementName element, String stored) {
    unmodelled.attribute(element, "lower-case name", names.isWritable(stored) ? "" : stored);
  }

  private static Optional<IdentityMode> identity(@Nullable String generation) {
    return Optional.ofNullable(generation)
        .map(mode -> mode.equals("ALWAYS") ? IdentityMode.ALWAYS : IdentityMode.BY_DEFAULT);
  }

  private void readKey(ResultSet row) throws SQLException {
    Stored constraint = new Stored(row.getString(1), row.getString(2));
    Stored table = new Stored(row.getString(3), row.getString(4));
    Key key =
        keys.computeIfAbsent(
            constraint, name -> new Key(table, new ArrayList<>(), new ArrayList<>()));
    key.columns().add(names.model(row.getString(5)));
    key.positions().add(row.getInt(6));
  }

  private void readConstraint(ResultSet row) throws SQLException {
    Stored constraint = new Stored(row.getString(2), row.getString(3));
    switch (row.getInt(1)) {
      case 1 -> conditions.put(constraint, row.getString(4));
      case 2 ->
          references.put(
              constraint,
              new Reference(
                  new Stored(row.getString(4), row.getString(5)),
                  row.getString(6),
                  row.getString(7)));
      default -> {
        Parts table = tables.get(new Stored(row.getString(4), row.getString(5)));
        if (table != null) {
          constraint(constraint, row.getString(6), columns(row.getString(7)))
              .filter(known -> hasColumns(table, known.columns()))
              .ifPresent(table.constraints()::add);
        }
      }
    }
  }

  /** The lists of columns in the definition of a constraint: its own, then those it refers to. */
  private List<List<String>> columns(@Nullable String definition) {
    return definition == null
        ? List.of()
        : H2Text.lists(definition).stream()
            .map(list -> list.stream().map(names::model).toList())
            .toList();
  }

  /** Only to those who see no definitions, a constraint may seem to have other columns. */
  private static boolean hasColumns(Parts table, List<String> columns) {
    return table.columns().stream().map(Column::name).toList().containsAll(columns);
  }

  /** Empty for a foreign key to a table that the user may not see. */
  private Optional<Constraint> constraint(Stored stored, String kind, List<List<String>> lists) {
    String name = names.model(stored.name());
    Key key = keys.getOrDefault(stored, new Key(stored, List.of(), List.of()));
    List<String> columns = lists.isEmpty() ? key.columns() : lists.get(0);
    return switch (kind) {
      case "CHECK" ->
          Optional.ofNullable(conditions.get(stored))
              .map(condition -> Check.of(Expression.of(condition)).named(name));
      case "PRIMARY KEY" -> Optional.of(PrimaryKey.of(columns).named(name));
      case "UNIQUE" -> Optional.of(Unique.of(columns).named(name));
      default -> {
        Reference reference = references.get(stored);
        Key target = reference == null ? null : keys.get(reference.key());
        yield reference == null || target == null
            ? Optional.empty()
            : Optional.of(
                ForeignKey.of(columns)
                    .references(
                        name(target.table()),
                        lists.size() < 2 ? columns(target, key.positions()) : lists.get(1))
                    .onDelete(action(reference.onDelete()))
                    .onUpdate(action(reference.onUpdate()))
                    .named(name));
      }
    };
  }

  private static List<String> columns(Key key, List<Integer> positions) {
    return positions.stream().map(position -> key.columns().get(position - 1)).toList();
  }

  private static ReferentialAction action(String rule) {
    return ReferentialAction.valueOf(rule.replace(' ', '_'));
  }

  private void readIndex(ResultSet row) throws SQLException {
    Parts table = tables.get(new Stored(row.getString(4), row.getString(5)));
    if (table == null) {
      return;
    }
    String name = row.getString(3);
    int position = row.getInt(1);
    if (position == 0) {
      table.indexes().put(name, NO_INDEX);
      return;
    }
    Index sofar = table.indexes().get(name);
    if (sofar == null) {
      return; // generated
    }
    IndexKey column = IndexKey.column(names.model(row.getString(6)));
    List<IndexKey> columns = new ArrayList<>(position == 1 ? List.of() : sofar.keys());
    columns.add("DESC".equals(row.getString(7)) ? column.descending() : column);
    Index index = Index.of(columns).named(names.model(name));
    table.indexes().put(name, sofar.isUnique() || row.getBoolean(8) ? index.unique() : index);
  }

  /** Holds the place of an index until its first column comes. */
  private static final Index NO_INDEX = Index.of(List.of(IndexKey.column("?")));

  private QualifiedName name(Stored stored) {
    return names.model(stored.schema(), stored.name());
  }

  private void each(String sql, Row reader) throws SQLException {
    List<String> schemas = new ArrayList<>(namespaces);
    schemas.add(names.defaultSchema());
    String marks = String.join(", ", Collections.nCopies(schemas.size(), "?"));
    int lists = sql.split("\\{schemas}", -1).length - 1;
    try (PreparedStatement query =
        connection.prepareStatement(sql.replace(H2Queries.SCHEMAS, marks))) {
      for (int i = 0; i < lists * schemas.size(); i++) {
        query.setString(i + 1, schemas.get(i % schemas.size()));
      }
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }
}
