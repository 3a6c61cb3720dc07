package dev.migrate.dialect.mysql;

import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.TableOption;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One table of the catalogue, assembled row by row. Not thread-safe; used once by {@link
 * MysqlCatalogue}.
 */
final class MysqlStoredTable {

  private static final String PRIMARY = "PRIMARY";

  /** A part of an index. */
  record Part(IndexKey key, boolean isUnique, String type, boolean isVisible, String comment) {}

  /** A check, and whether it stands in the definition of a column. */
  record StoredCheck(String name, String sql, boolean isOfColumn, boolean isEnforced) {}

  /** What a foreign key refers to, by the position of its columns, and its actions. */
  static final class Reference {

    private final String onUpdate;
    private final String onDelete;
    private final Map<Integer, String> columns = new TreeMap<>();
    private final Map<Integer, String> target = new TreeMap<>();
    private @Nullable QualifiedName table;

    Reference(String onUpdate, String onDelete) {
      this.onUpdate = onUpdate;
      this.onDelete = onDelete;
    }

    void add(int position, String column, QualifiedName targetTable, String targetColumn) {
      columns.put(position, column);
      target.put(position, targetColumn);
      table = targetTable;
    }

    /** Empty if the user may not see the target. */
    private Optional<ForeignKey> key(String name) {
      return Optional.ofNullable(table)
          .map(
              known ->
                  ForeignKey.of(List.copyOf(columns.values()))
                      .references(known, List.copyOf(target.values()))
                      .onDelete(action(onDelete))
                      .onUpdate(action(onUpdate))
                      .named(name));
    }

    private static ReferentialAction action(String rule) {
      return ReferentialAction.valueOf(rule.replace(' ', '_'));
    }
  }

  private final QualifiedName name;
  private final MysqlStoredOptions options;
  private final Optional<String> comment;
  private final Map<Integer, MysqlStoredColumn> columns = new TreeMap<>();
  private final Map<String, Map<Integer, Part>> indexes = new LinkedHashMap<>();
  private final Map<String, Reference> references = new LinkedHashMap<>();
  private final List<StoredCheck> checks = new ArrayList<>();
  private final Map<Integer, MysqlPartitions.Part> partitions = new TreeMap<>();
  private String creation = "";

  MysqlStoredTable(QualifiedName name, MysqlStoredOptions options, Optional<String> comment) {
    this.name = name;
    this.options = options;
    this.comment = comment;
  }

  QualifiedName name() {
    return name;
  }

  MysqlStoredOptions options() {
    return options;
  }

  Optional<String> comment() {
    return comment;
  }

  void add(int position, MysqlStoredColumn column) {
    columns.put(position, column);
  }

  void add(String index, int position, Part part) {
    indexes.computeIfAbsent(index, any -> new TreeMap<>()).put(position, part);
  }

  void add(String foreignKey, Reference reference) {
    references.put(foreignKey, reference);
  }

  Optional<Reference> reference(String foreignKey) {
    return Optional.ofNullable(references.get(foreignKey));
  }

  void add(StoredCheck check) {
    checks.add(check);
  }

  void add(int position, MysqlPartitions.Part partition) {
    partitions.put(position, partition);
  }

  /** The whole text, for what the catalogue does not show; empty unless that is needed. */
  String creation() {
    return creation;
  }

  void creation(String sql) {
    creation = sql;
  }

  /** Whether something is shown by {@code SHOW CREATE TABLE} alone. */
  boolean needsCreation() {
    boolean bytes = columns.values().stream().anyMatch(MysqlStoredColumn::isCut);
    boolean parser =
        indexes.values().stream()
            .flatMap(parts -> parts.values().stream())
            .anyMatch(part -> part.type().equals("fulltext"));
    return bytes || parser || new MysqlColumnChecks(this).isUnclear();
  }

  List<MysqlStoredColumn> columns() {
    return List.copyOf(columns.values());
  }

  List<StoredCheck> checks() {
    return checks;
  }

  Map<String, Map<Integer, Part>> indexes() {
    return indexes;
  }

  /**
   * The primary key that MySQL adds to a table without one is not declared, nor is its column.
   *
   * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/create-table-gipks.html">Generated
   *     invisible primary keys</a>
   */
  boolean dropGeneratedKey() {
    Map<Integer, Part> key = indexes.getOrDefault(PRIMARY, Map.of());
    boolean alone =
        key.size() == 1
            && key.values().stream()
                .allMatch(
                    part ->
                        part.key()
                            .column()
                            .filter(MysqlStoredColumn.GENERATED_KEY::equals)
                            .isPresent());
    boolean generated = alone && columns.values().removeIf(MysqlStoredColumn::isGeneratedKey);
    if (generated) {
      indexes.remove(PRIMARY);
    }
    return generated;
  }

  List<Constraint> constraints(Map<String, String> atColumns) {
    List<Constraint> constraints = new ArrayList<>();
    indexes.forEach((index, parts) -> constraint(index, parts).ifPresent(constraints::add));
    references.forEach((key, reference) -> reference.key(key).ifPresent(constraints::add));
    for (StoredCheck check : checks) {
      Check read =
          Check.of(Expression.of(check.sql()))
              .withNotEnforced(!check.isEnforced())
              .named(check.name());
      if (!check.isOfColumn()) {
        constraints.add(read);
      } else if (atColumns.containsKey(check.name())) {
        constraints.add(
            read.named(isTaken(check.name()) ? check.name() + " (column)" : check.name())
                .atColumn(atColumns.get(check.name())));
      }
    }
    return constraints;
  }

  /** Checks of columns and checks of the table are two spaces of names. */
  private boolean isTaken(String check) {
    return checks.stream().anyMatch(other -> !other.isOfColumn() && other.name().equals(check));
  }

  private Optional<Constraint> constraint(String index, Map<Integer, Part> parts) {
    List<String> names =
        parts.values().stream().flatMap(part -> part.key().column().stream()).toList();
    if (index.equals(PRIMARY)) {
      return Optional.of(PrimaryKey.of(names).named(index));
    }
    return isUnique(parts) ? Optional.of(Unique.of(names).named(index)) : Optional.empty();
  }

  /** Whether the model holds the index as a constraint. */
  private boolean isUnique(Map<Integer, Part> parts) {
    Part first = parts.values().iterator().next();
    boolean plain =
        parts.values().stream()
            .map(Part::key)
            .allMatch(key -> key.column().isPresent() && !key.isDescending() && key.prefix() == 0);
    return first.isUnique() && first.isVisible() && plain && method(first).isEmpty();
  }

  /** How an index is built, if not in the way that is usual for the table's engine. */
  private Optional<String> method(Part part) {
    if (options.hasHashes()) {
      return Optional.of(part.type()).filter(type -> !type.equals("hash"));
    }
    // Of a unique key that is too long, MariaDB keeps a hash.
    boolean usual = part.type().equals("btree") || (part.type().equals("hash") && part.isUnique());
    return usual ? Optional.empty() : Optional.of(part.type());
  }

  List<Index> modelledIndexes() {
    List<Index> modelled = new ArrayList<>();
    indexes.forEach(
        (index, parts) -> {
          if (!index.equals(PRIMARY) && !isUnique(parts)) {
            Part first = parts.values().iterator().next();
            modelled.add(
                Index.of(parts.values().stream().map(Part::key).toList())
                    .named(index)
                    .withUnique(first.isUnique())
                    .withInvisible(!first.isVisible())
                    .withMethod(method(first)));
          }
        });
    return modelled;
  }

  /** What the index of a constraint is, where the model holds the constraint alone. */
  Optional<String> keyMethod(String index) {
    return indexes.getOrDefault(index, Map.of()).values().stream()
        .findFirst()
        .flatMap(this::method);
  }

  List<TableOption> tableOptions(MysqlServer server) {
    Optional<String> parts =
        partitions.isEmpty()
            ? Optional.empty()
            : Optional.of(MysqlPartitions.sql(partitions.values()));
    return options.sql(parts).map(sql -> new TableOption(server.names().get(0), sql)).stream()
        .toList();
  }
}
