package dev.migrate.generate;

import dev.migrate.schema.ArrayType;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.DataType;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.VaryingType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of the schema before that do not stay as they are. Immutable.
 *
 * @param dropped the columns that the schema after does not have, without those of dropped tables
 * @param recreated the columns that are dropped and added again, since what they compute changes
 * @param retyped the columns that get another type or collation
 * @param droppedTables the tables that the schema after does not have
 */
record AffectedColumns(
    Set<ColumnName> dropped,
    Set<ColumnName> recreated,
    Set<ColumnName> retyped,
    Set<QualifiedName> droppedTables) {

  static AffectedColumns between(Schema from, Schema to) {
    AffectedColumns affected =
        new AffectedColumns(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
    Set<QualifiedName> replaced =
        from.enumTypes().stream()
            .filter(
                type ->
                    to.findEnumType(type.name())
                        .filter(after -> EnumTypeChanges.isReplaced(type, after))
                        .isPresent())
            .map(EnumType::name)
            .collect(Collectors.toSet());
    for (Table table : from.tables()) {
      to.findTable(table.name())
          .ifPresentOrElse(
              after -> affected.compare(table, after, replaced),
              () -> affected.droppedTables.add(table.name()));
    }
    return affected;
  }

  private void compare(Table before, Table after, Set<QualifiedName> replaced) {
    for (Column column : before.columns()) {
      ColumnName name = new ColumnName(before.name(), column.name());
      Optional<Column> then = after.findColumn(column.name());
      if (then.isEmpty()) {
        dropped.add(name);
      } else if (!then.get().generated().equals(column.generated())) {
        recreated.add(name);
      } else if (!then.get().type().equals(column.type())
          || !then.get().collation().equals(column.collation())
          || isOf(column.type(), replaced)) {
        (column.generated().isPresent() ? recreated : retyped).add(name);
      }
    }
    before.columns().stream()
        .filter(column -> column.generated().isPresent())
        .filter(column -> after.findColumn(column.name()).isPresent())
        .filter(column -> computesWithAffected(before, column))
        .forEach(column -> recreated.add(new ColumnName(before.name(), column.name())));
  }

  private static boolean isOf(DataType type, Set<QualifiedName> enumTypes) {
    if (type instanceof VaryingType varying) {
      return isOf(varying.standard(), enumTypes)
          || varying.variants().values().stream().anyMatch(each -> isOf(each, enumTypes));
    }
    return type instanceof ArrayType array
        ? isOf(array.element(), enumTypes)
        : type instanceof EnumReference reference && enumTypes.contains(reference.type());
  }

  /** A computed column stands in the way of a change of what it is computed from. */
  private boolean computesWithAffected(Table table, Column computed) {
    return table.columns().stream()
        .filter(column -> !column.equals(computed))
        .filter(column -> isAffected(new ColumnName(table.name(), column.name())))
        .anyMatch(
            column ->
                table.mentions(computed.generated().orElseThrow().expression(), column.name()));
  }

  boolean isAffected(ColumnName column) {
    return goes(column) || retyped.contains(column);
  }

  /** Whether a column is dropped, for good or to be added again. */
  boolean goes(ColumnName column) {
    return dropped.contains(column)
        || recreated.contains(column)
        || droppedTables.contains(column.table());
  }

  /** Whether a view that reads this has to make way. */
  boolean touches(DataReference data) {
    return droppedTables.contains(data.table())
        || of(data.table()).stream()
            .anyMatch(column -> data.columns().isEmpty() || data.columns().contains(column));
  }

  private List<String> of(QualifiedName table) {
    return List.of(dropped, recreated, retyped).stream()
        .flatMap(Set::stream)
        .filter(column -> column.table().equals(table))
        .map(ColumnName::column)
        .toList();
  }
}
