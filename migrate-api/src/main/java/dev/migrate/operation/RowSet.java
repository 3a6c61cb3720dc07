package dev.migrate.operation;

import dev.migrate.error.DefinitionException;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import dev.migrate.schema.VaryingType;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What inserting rows and deleting them have in common. */
final class RowSet {

  private RowSet() {}

  static void require(QualifiedName table, List<String> columns, List<Row> rows) {
    Objects.requireNonNull(table, "table");
    columns.forEach(column -> Required.name("column", column));
    if (columns.isEmpty() || rows.isEmpty() || new HashSet<>(columns).size() < columns.size()) {
      throw new DefinitionException(
          "rows of table " + table + " without columns, without rows, or with a column twice",
          "name each column once, and give at least one row");
    }
    for (Row row : rows) {
      if (row.values().size() != columns.size()) {
        throw new DefinitionException(
            "the row "
                + row
                + " of table "
                + table
                + " does not have a value for each of "
                + columns,
            "give as many values as columns");
      }
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
   * Adding certain rows is in conflict with neither other rows nor other additions, as long as no
   * other unique key could clash and nothing counts them.
   */
  static Footprint footprint(
      Schema schema, QualifiedName table, List<String> columns, List<Row> rows) {
    Footprint footprint =
        Footprint.within(table)
            .readingColumns(table, columns)
            .and(Reach.inserting(schema, table, columns))
            .and(Reach.labels(schema, new DataReference(table, columns)))
            .and(computed(table, values(rows)))
            .and(numbered(schema.table(table), columns));
    for (ForeignKey key : schema.table(table).foreignKeys()) {
      footprint = footprint.and(parents(schema, schema.table(table), key, columns, rows));
    }
    Footprint without = footprint;
    return certain(schema, table, columns, rows)
        .filter(cells -> hasOneKey(schema, table))
        .map(cells -> without.writing(cells.toArray(Cell[]::new)))
        .map(writing -> writing.adding(Cell.of(Aspect.ROWS, table)))
        .orElseGet(() -> without.writingData(new DataReference(table, List.of())));
  }

  private static List<DefaultValue> values(List<Row> rows) {
    return rows.stream().flatMap(row -> row.values().stream()).toList();
  }

  /** What the database looks at, and uses up, to compute values. */
  static Footprint computed(QualifiedName table, List<DefaultValue> values) {
    Footprint footprint = Footprint.NONE;
    for (DefaultValue value : new LinkedHashSet<>(values)) {
      for (QualifiedName sequence : References.sequences(value).toList()) {
        footprint =
            footprint
                .reading(Cell.of(Aspect.COUNTING, sequence))
                .writing(Cell.of(Aspect.COUNTER, sequence));
      }
      for (Expression text : References.texts(value).toList()) {
        // A query can look at any table, and a function can count.
        footprint =
            text.mentions("select")
                ? footprint.reading(Cell.EVERYTHING)
                : footprint.and(Reach.text(table, text)).writing(Cell.of(Aspect.COUNTER, table));
      }
    }
    return footprint;
  }

  /** Numbers that an insert names move the counter beyond them, in whatever order they come. */
  private static Footprint numbered(Table table, List<String> columns) {
    boolean numbers =
        table.columns().stream()
            .anyMatch(c -> c.identityMode().isPresent() && columns.contains(c.name()));
    return numbers ? Footprint.NONE.adding(Cell.of(Aspect.COUNTER, table.name())) : Footprint.NONE;
  }

  /** The rows to which new rows refer: certain ones, if their keys are there to read. */
  private static Footprint parents(
      Schema schema, Table owner, ForeignKey key, List<String> columns, List<Row> rows) {
    Footprint all =
        Footprint.NONE.readingData(new DataReference(key.target(), key.targetColumns()));
    List<Row> referred = new ArrayList<>();
    for (Row row : rows) {
      List<DefaultValue> values = new ArrayList<>();
      for (String column : key.columns()) {
        int index = columns.indexOf(column);
        if (index < 0 && owner.column(column).defaultValue().isPresent()) {
          return all;
        }
        values.add(index < 0 ? Literal.NULL : row.values().get(index));
      }
      if (!values.contains(Literal.NULL)) {
        referred.add(new Row(values));
      }
    }
    return referred.isEmpty()
        ? Footprint.NONE.readingColumns(key.target(), key.targetColumns())
        : certain(schema, key.target(), key.targetColumns(), referred)
            .filter(cells -> key.targetColumns().size() == keyOf(schema, key.target()).size())
            .map(cells -> certainly(key.target(), key.targetColumns(), cells))
            .orElse(all);
  }

  private static List<String> keyOf(Schema schema, QualifiedName table) {
    return schema.table(table).primaryKey().map(PrimaryKey::columns).orElse(List.of());
  }

  /** Looks at certain rows and not at how many there are. */
  static Footprint certainly(QualifiedName table, List<String> columns, Set<Cell> cells) {
    Footprint footprint = Footprint.within(table).readingColumns(table, columns);
    for (String column : columns) {
      footprint = footprint.reading(Cell.of(Aspect.VALUES, table, column));
    }
    return footprint.reading(cells.toArray(Cell[]::new));
  }

  /** A cell for each row; empty if it is not known which rows these are. */
  static Optional<Set<Cell>> certain(
      Schema schema, QualifiedName table, List<String> columns, List<Row> rows) {
    return isKeyed(schema, table, columns)
        ? cells(schema.table(table), columns, rows)
        : Optional.empty();
  }

  /** Whether nothing but the primary key can forbid a row. */
  static boolean hasOneKey(Schema schema, QualifiedName table) {
    return uniqueKeys(schema.table(table)) == 1;
  }

  private static long uniqueKeys(Table table) {
    return table.constraints().stream()
            .filter(known -> known instanceof PrimaryKey || known instanceof Unique)
            .count()
        + table.indexes().stream().filter(Index::isUnique).count();
  }

  /** A cell for each row; empty if not all keys are of kinds whose equality is plain everywhere. */
  private static Optional<Set<Cell>> cells(Table owner, List<String> columns, List<Row> rows) {
    List<String> key = owner.primaryKey().orElseThrow().columns();
    Set<Cell> cells = new LinkedHashSet<>();
    for (Row row : rows) {
      List<String> values = new ArrayList<>();
      for (String name : key) {
        DefaultValue value = row.values().get(columns.indexOf(name));
        if (!(value instanceof Literal literal) || !isPlain(owner.column(name).type(), literal)) {
          return Optional.empty();
        }
        values.add(folded(literal.text()));
      }
      cells.add(Cell.of(Aspect.ROW, owner.name(), values.toString()));
    }
    return Optional.of(cells);
  }

  private static boolean isPlain(DataType type, Literal value) {
    return switch (value.kind()) {
      case NUMBER ->
          value.text().indexOf('.') < 0
              && (type instanceof DecimalType
                  || (type instanceof SimpleType simple && simple.isWholeNumber()));
      case TEXT, UUID, DATE, BOOLEAN ->
          !(type instanceof NativeType || type instanceof VaryingType);
      default -> false;
    };
  }

  /** What collations take for equal: upper and lower case, accents, spaces at the end. */
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT)
        .stripTrailing();
  }
}
