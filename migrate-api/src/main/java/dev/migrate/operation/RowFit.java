package dev.migrate.operation;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Index;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Literal.Kind;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import dev.migrate.schema.ValueFit;
import dev.migrate.schema.VaryingType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the rows of an operation can be those of a table. Finds what is surely a mistake; what
 * only the database can know is left to it.
 *
 * @param schema the schema before the operation
 * @param table the table
 */
record RowFit(Schema schema, Table table) {

  static RowFit of(Schema schema, QualifiedName table) {
    return new RowFit(schema, schema.table(table));
  }

  /** The columns must be there and take the values; no two rows have the same key. */
  void requireInsertable(List<String> names, List<Row> rows) {
    for (int i = 0; i < names.size(); i++) {
      Column column = table.column(names.get(i));
      for (Row row : rows) {
        requireFit(column, row.values().get(i));
      }
    }
    table.columns().stream()
        .filter(column -> isMissing(column) && !names.contains(column.name()))
        .findFirst()
        .ifPresent(column -> refuseMissing(column, rows.get(0)));
    keys().forEach(key -> requireDistinct(key, names, rows));
  }

  /** Native types such as serial fill themselves. */
  private static boolean isMissing(Column column) {
    boolean open = column.type() instanceof NativeType || column.type() instanceof VaryingType;
    return column.isRequired() && !open;
  }

  private void refuseMissing(Column column, Row row) {
    throw new SchemaException(
        Facts.of("the rows for table " + table.name() + " have no value for " + column.name())
            .with("column", column.toString())
            .with("row", row.toString())
            .next("name the column with a value, or give it a default first"));
  }

  void requireFit(Column column, DefaultValue value) {
    if (column.generated().isPresent()) {
      throw new SchemaException(
          Facts.of("the column " + table.name() + "." + column.name() + " is computed")
              .with("column", column.toString())
              .next("leave it out; the database fills it"));
    }
    if (value instanceof Literal literal) {
      if (literal.kind() == Kind.NULL && !column.nullable()) {
        throw misfit(column, value, Optional.empty());
      }
      requireComparable(column, literal);
      ValueFit.misfit(literal, column.type())
          .ifPresent(
              reason -> {
                throw misfit(column, value, Optional.of(reason));
              });
    } else if (!ValueFit.accepts(value, column.type())) {
      throw misfit(column, value, Optional.empty());
    }
    References.sequences(value).forEach(schema::sequence);
  }

  /** The kind of value must be one that the column can have. */
  void requireComparable(Column column, Literal value) {
    if (!column.type().accepts(value.kind())) {
      throw misfit(column, value, Optional.empty());
    }
    References.requireLabel(schema, table.name(), column, value);
  }

  private SchemaException misfit(Column column, DefaultValue value, Optional<String> reason) {
    Facts facts =
        Facts.of(
                "the value " + shown(value) + " does not fit " + table.name() + "." + column.name())
            .with("column", column.toString());
    return new SchemaException(
        reason
            .map(known -> facts.with("because", known).next("give a value that the column keeps"))
            .orElseGet(() -> facts.next("give a value of the column's type")));
  }

  /** No megabyte in a message. */
  private static String shown(DefaultValue value) {
    String text = value.toString();
    return text.length() <= 100 ? text : text.substring(0, 100) + "…";
  }

  /** What distinguishes rows whatever else they have. */
  private List<Key> keys() {
    List<Key> keys = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof PrimaryKey || constraint instanceof Unique) {
        boolean nulls = constraint instanceof Unique unique && unique.isNullsNotDistinct();
        keys.add(new Key("constraint " + constraint.requiredName(), constraint.columns(), nulls));
      }
    }
    for (Index index : table.indexes()) {
      boolean whole =
          index.where().isEmpty()
              && index.keys().stream().allMatch(k -> k.column().isPresent() && k.prefix() == 0);
      if (index.isUnique() && whole) {
        List<String> columns =
            index.keys().stream().map(key -> key.column().orElseThrow()).toList();
        keys.add(new Key("index " + index.requiredName(), columns, index.isNullsNotDistinct()));
      }
    }
    return keys;
  }

  private record Key(String name, List<String> columns, boolean isNullsNotDistinct) {}

  private void requireDistinct(Key key, List<String> names, List<Row> rows) {
    if (rows.size() == 1) {
      return;
    }
    Map<List<Literal>, Row> seen = new HashMap<>();
    for (Row row : rows) {
      Optional<List<Literal>> values = values(key, names, row);
      Optional<Row> same = values.map(known -> seen.put(known, row));
      if (same.isPresent()) {
        throw new SchemaException(
            Facts.of("two rows for table " + table.name() + " have the same key")
                .with("key", key.name() + " " + key.columns())
                .with("rows", same.orElseThrow() + "\n" + row)
                .next("keep one of them, or give them different values"));
      }
    }
  }

  /** The values of a key, if they are certain; a NULL is like no other unless the key says so. */
  private Optional<List<Literal>> values(Key key, List<String> names, Row row) {
    List<Literal> values = new ArrayList<>();
    for (String name : key.columns()) {
      int index = names.indexOf(name);
      DefaultValue value =
          index < 0
              ? table.column(name).defaultValue().orElse(Literal.NULL)
              : row.values().get(index);
      boolean identity = index < 0 && table.column(name).identityMode().isPresent();
      boolean generated = table.column(name).generated().isPresent();
      if (identity || generated || !(value instanceof Literal literal)) {
        return Optional.empty();
      } else if (isNull(literal) && !key.isNullsNotDistinct()) {
        return Optional.empty();
      }
      values.add(literal);
    }
    return Optional.of(values);
  }

  private static boolean isNull(Literal value) {
    return value.kind() == Kind.NULL;
  }
}
