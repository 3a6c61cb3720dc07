package dev.migrate.generate;

import dev.migrate.schema.ArrayType;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.DataType;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.VaryingType;
import dev.migrate.schema.View;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of the schema before that do not stay as they are. Immutable.
 *
 * @param dropped the columns that the schema after does not have, without those of dropped tables
 * @param recreated the columns that are dropped before others change, since what they compute
 *     changes; most of them are added again
 * @param retyped the columns that get another type or collation
 * @param droppedTables the tables that the schema after does not have
 * @param changedTables the tables that have one of these columns
 */
record AffectedColumns(
    Set<ColumnName> dropped,
    Set<ColumnName> recreated,
    Set<ColumnName> retyped,
    Set<QualifiedName> droppedTables,
    Set<QualifiedName> changedTables) {

  static AffectedColumns between(Schema from, Schema to) {
    AffectedColumns affected =
        new AffectedColumns(
            new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
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
              after -> affected.note(table, after, replaced),
              () -> affected.droppedTables.add(table.name()));
    }
    return affected;
  }

  private void note(Table before, Table after, Set<QualifiedName> replaced) {
    compare(before, after, replaced);
    before.columns().stream()
        .filter(column -> isAffected(new ColumnName(before.name(), column.name())))
        .findFirst()
        .ifPresent(column -> changedTables.add(before.name()));
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

  /** Whether a view has to make way for a change of what it reads. */
  boolean touches(View view) {
    return view.reads().isEmpty()
        ? view.query().filter(this::mayRead).isPresent()
        : view.reads().stream().anyMatch(this::touches);
  }

  /** Whether the text of a view that does not declare what it reads has the name of a table. */
  private boolean mayRead(Expression query) {
    return Stream.concat(droppedTables.stream(), changedTables.stream())
        .anyMatch(table -> query.mentions(table.name()));
  }

  private boolean touches(DataReference data) {
    QualifiedName table = data.table();
    return droppedTables.contains(table)
        || (data.columns().isEmpty()
            ? changedTables.contains(table)
            : data.columns().stream()
                .anyMatch(column -> isAffected(new ColumnName(table, column))));
  }
}
