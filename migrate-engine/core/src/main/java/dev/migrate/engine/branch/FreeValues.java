package dev.migrate.engine.branch;

import dev.migrate.operation.Cell;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.Footprint;
import dev.migrate.schema.Check;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.Locale;
import java.util.Optional;

/** Values that nothing forbids, so that a statement which changes them runs whatever they are. */
final class FreeValues {

  private FreeValues() {}

  /** Whether two operations that meet in a cell do no more than change free values there. */
  static boolean isFree(Cell cell, Footprint one, Footprint other, Schema schema) {
    Optional<Table> table = cell.object().flatMap(name -> find(schema, name));
    return table.isPresent()
        && !changesRules(one, table.get())
        && !changesRules(other, table.get())
        && (cell.aspect() == Aspect.VALUES
            ? !cell.detail().isEmpty() && isFree(table.get(), cell.detail(), schema)
            : isUnruled(table.get(), schema));
  }

  private static Optional<Table> find(Schema schema, QualifiedName name) {
    return schema.tables().stream()
        .filter(table -> lower(table.name().toString()).equals(lower(name.toString())))
        .findFirst();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Whether an operation changes what a row of the table must be like. */
  private static boolean changesRules(Footprint footprint, Table table) {
    return footprint.writes().stream()
            .filter(cell -> cell.object().flatMap(n -> sameName(n, table)).isPresent())
            .anyMatch(
                cell ->
                    switch (cell.aspect()) {
                      case ROWS, ROW, VALUES, COUNTER -> false;
                      default -> true;
                    })
        || footprint.adds().stream()
            .filter(cell -> cell.object().flatMap(n -> sameName(n, table)).isPresent())
            .anyMatch(cell -> cell.aspect() != Aspect.ROWS);
  }

  private static Optional<QualifiedName> sameName(QualifiedName name, Table table) {
    return Optional.of(name)
        .filter(known -> lower(known.toString()).equals(lower(table.name().toString())));
  }

  /** Whether no key, foreign key or check looks at a column. */
  private static boolean isFree(Table table, String column, Schema schema) {
    return table.constraints().stream()
            .noneMatch(
                constraint -> constraint instanceof Check || names(constraint.columns(), column))
        && table.indexes().stream().noneMatch(index -> index.isUnique())
        && schema.tables().stream()
            .flatMap(other -> other.foreignKeys().stream())
            .filter(key -> key.target().equals(table.name()))
            .noneMatch(key -> names(key.targetColumns(), column));
  }

  private static boolean names(Iterable<String> columns, String column) {
    for (String known : columns) {
      if (known.equalsIgnoreCase(column)) {
        return true;
      }
    }
    return false;
  }

  /** Whether rows may come and go: only a generated number distinguishes them. */
  private static boolean isUnruled(Table table, Schema schema) {
    return table.constraints().stream()
            .allMatch(
                constraint ->
                    constraint instanceof dev.migrate.schema.PrimaryKey
                        && constraint.columns().size() == 1
                        && table.column(constraint.columns().get(0)).identityMode().isPresent())
        && table.indexes().stream().noneMatch(Index::isUnique)
        && schema.tables().stream()
            .flatMap(other -> other.foreignKeys().stream())
            .noneMatch(key -> key.target().equals(table.name()));
  }
}
