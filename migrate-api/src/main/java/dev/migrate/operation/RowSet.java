package dev.migrate.operation;

import dev.migrate.error.DefinitionException;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.Literal;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.HashSet;
import java.util.List;

/** What inserting rows and deleting them have in common. */
final class RowSet {

  private RowSet() {}

  static void require(QualifiedName table, List<String> columns, List<Row> rows) {
    if (columns.isEmpty() || rows.isEmpty() || new HashSet<>(columns).size() < columns.size()) {
      throw new DefinitionException(
          "rows of table " + table + " without columns, without rows, or with a column twice",
          "name each column once, and give at least one row");
    }
    for (Row row : rows) {
      if (row.values().size() != columns.size()) {
        throw new DefinitionException(
            "the row " + row + " of table " + table + " has not a value for each of " + columns,
            "give as many values as columns");
      }
    }
  }

  /** The columns must be there and take the kinds of values given. */
  static void requireFit(Schema schema, QualifiedName table, List<String> names, List<Row> rows) {
    Table owner = schema.table(table);
    for (int i = 0; i < names.size(); i++) {
      Column column = owner.column(names.get(i));
      for (Row row : rows) {
        requireFit(table, column, row.values().get(i));
      }
    }
  }

  static void requireFit(QualifiedName table, Column column, Literal value) {
    boolean impossible =
        value.kind() == Literal.Kind.NULL
            ? !column.nullable()
            : !column.type().accepts(value.kind());
    if (impossible) {
      throw new DefinitionException(
          "the value " + value + " does not fit " + table + "." + column,
          "give a value of the column's type");
    }
  }

  /** Whether the columns name the whole primary key, so that each row is one certain row. */
  static boolean isKeyed(Schema schema, QualifiedName table, List<String> columns) {
    return schema
        .table(table)
        .primaryKey()
        .map(PrimaryKey::columns)
        .filter(columns::containsAll)
        .isPresent();
  }

  /**
   * Adding certain rows disturbs neither other rows nor other additions, as long as no other unique
   * key could clash and nothing counts them.
   */
  static Footprint footprint(
      Schema schema, QualifiedName table, List<String> columns, List<Row> rows) {
    Table owner = schema.table(table);
    Footprint footprint =
        Footprint.within(table)
            .readingColumns(table, columns)
            .reading(Cell.of(Aspect.REQUIRED_COLUMNS, table));
    for (Column column : owner.columns()) {
      if (!columns.contains(column.name())) {
        footprint = footprint.reading(Cell.of(Aspect.COLUMN_DEFAULT, table, column.name()));
      }
    }
    long keys = owner.constraints().stream().filter(c -> owner.hasKey(c.columns())).count();
    if (!isKeyed(schema, table, columns) || keys > 1) {
      return footprint.writingData(new DataReference(table, List.of()));
    }
    List<String> key = owner.primaryKey().orElseThrow().columns();
    for (Row row : rows) {
      List<Literal> values = key.stream().map(c -> row.values().get(columns.indexOf(c))).toList();
      footprint = footprint.writing(Cell.of(Aspect.ROW, table, values.toString()));
    }
    for (var foreignKey : owner.foreignKeys()) {
      footprint =
          footprint.readingData(new DataReference(foreignKey.target(), foreignKey.targetColumns()));
    }
    return footprint.adding(Cell.of(Aspect.ROWS, table));
  }
}
