package dev.migrate.operation;

import dev.migrate.operation.Cell.Aspect;
import dev.migrate.schema.ChosenName;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.VaryingDefault;
import dev.migrate.schema.View;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How far an operation reaches beyond what it names: what a text may mean, which rows come along
 * with others, what an insert leaves to the database. Parts of footprints.
 */
final class Reach {

  private static final Set<ReferentialAction> WITHOUT_ACTION =
      Set.of(ReferentialAction.NO_ACTION, ReferentialAction.RESTRICT);

  private Reach() {}

  /** What a new column touches outside itself. */
  static Footprint footprint(QualifiedName table, Column column) {
    Footprint footprint = Footprint.NONE;
    for (QualifiedName type : References.enumTypes(column.type()).toList()) {
      footprint = footprint.reading(Cell.of(Aspect.RELATION, type));
      DefaultValue value = column.defaultValue().orElse(null);
      if (value != null) {
        footprint =
            footprint.reading(
                value instanceof Literal literal && literal.kind() == Literal.Kind.TEXT
                    ? Cell.of(Aspect.LABELS, type, literal.text())
                    : Cell.of(Aspect.LABELS, type));
      }
    }
    for (QualifiedName sequence : References.sequences(column).toList()) {
      footprint = footprint.reading(Cell.of(Aspect.COUNTING, sequence));
    }
    if (column.generated().isPresent()) {
      footprint = footprint.and(text(table, column.generated().get().expression()));
    }
    return column.identityMode().isPresent()
            || (column.type() instanceof NativeType type && type.isSerial())
        ? footprint.and(identity(table, column))
        : footprint;
  }

  /** PostgreSQL makes a sequence for an identity; most databases have one identity in a table. */
  static Footprint identity(QualifiedName table, Column column) {
    QualifiedName sequence = table.sibling(ChosenName.of(table.name(), column.name(), "seq"));
    return Footprint.NONE.writing(Cell.of(Aspect.NAME, sequence), Cell.of(Aspect.COUNTER, table));
  }

  /** The constraint that PostgreSQL makes for a column that takes no NULL, by its name. */
  static Cell notNull(QualifiedName table, String column) {
    return Cell.of(Aspect.CONSTRAINT, table, ChosenName.of(table.name(), column, "not_null"));
  }

  /** The columns of its table that a text may mean. */
  static Footprint text(QualifiedName table, Expression expression) {
    Footprint footprint = Footprint.NONE;
    for (DataReference meant : meantBy(table, expression)) {
      footprint = footprint.and(columns(meant));
    }
    return footprint;
  }

  /** That columns are there, and what they are; all columns if none is named. */
  static Footprint columns(DataReference data) {
    QualifiedName table = data.table();
    return data.columns().isEmpty()
        ? Footprint.NONE.reading(Cell.of(Aspect.COLUMN, table), Cell.of(Aspect.COLUMN_TYPE, table))
        : Footprint.NONE.readingColumns(table, data.columns());
  }

  /** The data of its table that a text may mean: by its words, or all if they do not show which. */
  static List<DataReference> meantBy(QualifiedName table, Expression expression) {
    Set<String> words = expression.words().orElse(Set.of(table.name().toLowerCase(Locale.ROOT)));
    if (words.contains(table.name().toLowerCase(Locale.ROOT))) {
      return List.of(new DataReference(table, List.of()));
    }
    return words.isEmpty() ? List.of() : List.of(new DataReference(table, List.copyOf(words)));
  }

  /** What data that raw SQL or code looks at stands for. */
  static Footprint reads(Schema schema, DataReference data) {
    Footprint footprint = Footprint.NONE.readingData(data).and(labels(schema, data));
    for (DataReference seen : seenThrough(schema, data.table())) {
      footprint = footprint.and(reads(schema, seen));
    }
    return isOpaque(schema, data.table()) ? footprint.reading(Cell.EVERYTHING) : footprint;
  }

  /** What data that raw SQL or code changes stands for: rows of other tables may go along. */
  static Footprint writes(Schema schema, DataReference data) {
    QualifiedName table = data.table();
    Footprint footprint =
        Footprint.NONE
            .writingData(data)
            .and(labels(schema, data))
            .and(parents(schema, table, data.columns()))
            .and(neighbours(schema, table, data.columns()));
    if (data.columns().isEmpty()) {
      footprint = footprint.readingData(data).and(inserting(schema, table, List.of()));
    }
    for (DataReference seen : seenThrough(schema, table)) {
      footprint = footprint.and(writes(schema, new DataReference(seen.table(), List.of())));
    }
    return isOpaque(schema, table) ? Footprint.UNKNOWN : footprint;
  }

  private static List<DataReference> seenThrough(Schema schema, QualifiedName name) {
    return schema.findView(name).map(View::reads).orElse(List.of());
  }

  private static boolean isOpaque(Schema schema, QualifiedName name) {
    return schema.findView(name).filter(view -> view.reads().isEmpty()).isPresent();
  }

  /** The labels that values of columns are; of all columns if none is named. */
  static Footprint labels(Schema schema, DataReference data) {
    Footprint footprint = Footprint.NONE;
    for (Column column : columnsOf(schema, data.table())) {
      if (data.columns().isEmpty() || data.columns().contains(column.name())) {
        for (QualifiedName type : References.enumTypes(column.type()).toList()) {
          footprint = footprint.reading(Cell.of(Aspect.LABELS, type));
        }
      }
    }
    return footprint;
  }

  /**
   * What an insert depends on and uses up by leaving columns to the database. Of a constant it is
   * enough that nobody changes what fills columns: it is as well filled in if the column is dropped
   * or gets another name.
   */
  static Footprint inserting(Schema schema, QualifiedName table, List<String> named) {
    List<Cell> reads = new ArrayList<>();
    List<Cell> writes = new ArrayList<>();
    reads.add(Cell.of(Aspect.REQUIRED_COLUMNS, table));
    for (Column column : columnsOf(schema, table)) {
      if (!named.contains(column.name())) {
        if (!isConstant(column)) {
          reads.add(Cell.of(Aspect.COLUMN_DEFAULT, table, column.name()));
        }
        References.sequences(column)
            .forEach(
                name -> {
                  reads.add(Cell.of(Aspect.COUNTING, name));
                  writes.add(Cell.of(Aspect.COUNTER, name));
                });
        if (column.identityMode().isPresent() || isComputed(column.defaultValue())) {
          writes.add(Cell.of(Aspect.COUNTER, table));
        }
      }
    }
    return Footprint.NONE.reading(reads.toArray(Cell[]::new)).writing(writes.toArray(Cell[]::new));
  }

  private static boolean isConstant(Column column) {
    return column.identityMode().isEmpty()
        && column.generated().isEmpty()
        && column.defaultValue().filter(value -> !(value instanceof Literal)).isEmpty();
  }

  private static boolean isComputed(Optional<DefaultValue> value) {
    return value.filter(v -> v instanceof Expression || v instanceof VaryingDefault).isPresent();
  }

  /** The rows to which foreign keys over these columns, or over any if none is named, refer. */
  static Footprint parents(Schema schema, QualifiedName table, List<String> columns) {
    Footprint footprint = Footprint.NONE;
    for (ForeignKey key : schema.findTable(table).map(Table::foreignKeys).orElse(List.of())) {
      if (columns.isEmpty() || key.columns().stream().anyMatch(columns::contains)) {
        footprint = footprint.readingData(new DataReference(key.target(), key.targetColumns()));
      }
    }
    return footprint;
  }

  private static List<Column> columnsOf(Schema schema, QualifiedName table) {
    return schema.findTable(table).map(Table::columns).orElse(List.of());
  }

  /** The cells of "some key" and "some index" among others: who drops one changes them. */
  static Cell[] keysIn(Set<Cell> cells) {
    return cells.stream()
        .filter(cell -> cell.aspect() == Aspect.KEY_OVER || cell.aspect() == Aspect.INDEX_OVER)
        .toArray(Cell[]::new);
  }

  /**
   * The rows that a deleted row takes along, or one with other values in these columns: those of
   * all tables that refer to it, and to those in turn. A key that takes no action looks whether
   * there are any.
   *
   * @param columns the columns that change; none for rows that go
   */
  static Footprint neighbours(Schema schema, QualifiedName target, List<String> columns) {
    Footprint footprint = Footprint.NONE;
    Set<QualifiedName> changed = new HashSet<>();
    Deque<QualifiedName> open = new ArrayDeque<>(List.of(target));
    List<String> moved = columns;
    while (!open.isEmpty()) {
      QualifiedName parent = open.pop();
      for (Table table : schema.tables()) {
        for (ForeignKey key : table.foreignKeys()) {
          if (key.target().equals(parent) && isMoved(key, moved)) {
            footprint = footprint.and(reached(table.name(), key));
            if (takesAction(key) && changed.add(table.name())) {
              open.push(table.name());
            }
          }
        }
      }
      moved = List.of();
    }
    return footprint;
  }

  private static boolean isMoved(ForeignKey key, List<String> columns) {
    return columns.isEmpty() || key.targetColumns().stream().anyMatch(columns::contains);
  }

  private static Footprint reached(QualifiedName table, ForeignKey key) {
    return takesAction(key)
        ? Footprint.NONE.writingData(new DataReference(table, List.of()))
        : Footprint.NONE.readingData(new DataReference(table, key.columns()));
  }

  private static boolean takesAction(ForeignKey key) {
    return !WITHOUT_ACTION.contains(key.onDelete()) || !WITHOUT_ACTION.contains(key.onUpdate());
  }
}
