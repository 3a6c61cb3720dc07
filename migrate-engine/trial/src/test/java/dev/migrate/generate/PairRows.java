package dev.migrate.generate;

import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Literal;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Rows that two schemas allow: the values that they have in the first one, and those that they have
 * once it has become the second. A table for which there are none stays empty.
 */
final class PairRows {

  private static final int ROWS = 4;

  /** A row, with what is known of its values before and after. */
  record PairRow(Map<String, Literal> before, Map<String, Literal> after) {}

  private final Schema from;
  private final Schema to;
  private final List<DialectName> dialect;
  private final Random random;
  private final Map<QualifiedName, List<PairRow>> rows = new TreeMap<>();

  private PairRows(Schema from, Schema to, List<DialectName> dialect, long seed) {
    this.from = from;
    this.to = to;
    this.dialect = dialect;
    this.random = new Random(seed);
  }

  /** Rows of every table of the first schema. */
  static Map<QualifiedName, List<PairRow>> between(
      Schema from, Schema to, List<DialectName> dialect, long seed) {
    PairRows made = new PairRows(from, to, dialect, seed);
    from.tables().forEach(table -> made.rows.put(table.name(), made.rowsOf(table)));
    made.removeOrphans();
    return made.rows;
  }

  private List<PairRow> rowsOf(Table table) {
    Optional<Table> after = to.findTable(table.name());
    RowRules before = new RowRules(table);
    Optional<RowRules> then = after.map(RowRules::new);
    List<PairRow> made = new ArrayList<>();
    for (int number = 1; number <= ROWS; number++) {
      Optional<PairRow> row = row(table, after, number);
      if (row.isPresent()
          && before.allow(row.get().before())
          && then.map(rules -> rules.allow(row.get().after())).orElse(true)) {
        before.add(row.get().before());
        then.ifPresent(rules -> rules.add(row.get().after()));
        made.add(row.get());
      }
    }
    return made;
  }

  /** The first rows are full, the third is as empty as it can be, and the last is mixed. */
  private Optional<PairRow> row(Table table, Optional<Table> after, int number) {
    PairRow row = new PairRow(new LinkedHashMap<>(), new LinkedHashMap<>());
    for (Column column : table.columns()) {
      Optional<Column> then = after.flatMap(owner -> owner.findColumn(column.name()));
      boolean canBeNull =
          column.generated().isEmpty()
              && column.nullable()
              && then.map(Column::nullable).orElse(true);
      boolean isNull = canBeNull && (number == 3 || (number == 4 && random.nextBoolean()));
      Optional<PairValue> value = isNull ? Optional.empty() : value(column, then, number);
      if (value.isEmpty() && !canBeNull && column.generated().isEmpty()) {
        return Optional.empty();
      }
      row.before.put(column.name(), value.map(PairValue::before).orElse(Literal.NULL));
      then.ifPresent(
          known -> row.after.put(known.name(), value.map(PairValue::after).orElse(Literal.NULL)));
    }
    return after.map(table2 -> complete(row, table, table2, number)).orElse(Optional.of(row));
  }

  private Optional<PairValue> value(Column before, Optional<Column> kept, int number) {
    Column after = kept.orElse(before);
    Literal computed = Literal.of("computed");
    if (before.generated().isPresent()) {
      return Optional.of(new PairValue(computed, computed));
    }
    DataType was = before.type().on(dialect);
    if (after.generated().isPresent()) {
      return new TypeValues(from, from, number)
          .value(was, was)
          .map(value -> new PairValue(value, computed));
    }
    DataType then = after.type().on(dialect);
    TypeValues values = new TypeValues(from, kept.isPresent() ? to : from, number);
    return values
        .value(was, then)
        .flatMap(value -> values.converted(was, then).map(known -> new PairValue(value, known)));
  }

  /** A value, and what it becomes. */
  private record PairValue(Literal before, Literal after) {}

  /** What the columns that come get. */
  private static Optional<PairRow> complete(PairRow row, Table before, Table after, int number) {
    for (Column column : after.columns()) {
      if (before.findColumn(column.name()).isPresent()) {
        continue;
      }
      if (column.generated().isPresent() || column.identityMode().isPresent()) {
        row.after.put(column.name(), Literal.of("computed " + number));
      } else if (column.defaultValue().isPresent()) {
        boolean isLiteral = column.defaultValue().get() instanceof Literal;
        row.after.put(
            column.name(),
            isLiteral ? (Literal) column.defaultValue().get() : Literal.of("computed"));
      } else if (column.nullable()) {
        row.after.put(column.name(), Literal.NULL);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(row);
  }

  private void removeOrphans() {
    boolean more = true;
    while (more) {
      more = false;
      for (Map.Entry<QualifiedName, List<PairRow>> entry : rows.entrySet()) {
        more |= entry.getValue().removeIf(row -> isOrphan(entry.getKey(), row));
      }
    }
  }

  private boolean isOrphan(QualifiedName table, PairRow row) {
    return from.table(table).foreignKeys().stream()
            .anyMatch(key -> isOrphan(key, row.before(), false))
        || to.findTable(table).stream()
            .flatMap(known -> known.foreignKeys().stream())
            .anyMatch(key -> isOrphan(key, row.after(), true));
  }

  private boolean isOrphan(ForeignKey key, Map<String, Literal> row, boolean after) {
    List<Literal> values = RowRules.values(row, key.columns());
    return !values.contains(Literal.NULL)
        && rows.getOrDefault(key.target(), List.of()).stream()
            .map(target -> after ? target.after() : target.before())
            .noneMatch(target -> RowRules.values(target, key.targetColumns()).equals(values));
  }

  /** The columns that have a value of their own. */
  static List<String> insertable(Table table) {
    return table.columns().stream()
        .filter(column -> column.generated().isEmpty())
        .map(Column::name)
        .toList();
  }
}
