package dev.migrate.testkit.dialect.sample;

import dev.migrate.schema.ArrayType;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.Literal;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What most databases can have, as opposed to what the model can say. */
final class OrdinarySchema {

  /** Types of which values are not sorted. */
  private static final Set<DataType> UNSORTED =
      Set.of(SimpleType.TEXT, SimpleType.BLOB, SimpleType.JSON);

  private OrdinarySchema() {}

  /** Whether the schema is one that most databases can have. */
  static boolean is(Schema schema) {
    Set<QualifiedName> names = new HashSet<>();
    for (Table table : schema.tables()) {
      for (Constraint constraint : table.constraints()) {
        if (!names.add(table.name().sibling(constraint.requiredName()))
            || isUnsorted(table, constraint.columns())) {
          return false;
        }
      }
      for (Index index : table.indexes()) {
        if (!names.add(table.name().sibling(index.requiredName()))
            || isUnsorted(table, index.columns())) {
          return false;
        }
      }
      if (table.columns().stream().allMatch(column -> column.generated().isPresent())
          || table.columns().stream().anyMatch(OrdinarySchema::hasNoDocument)
          || table.foreignKeys().stream().anyMatch(key -> isUneven(schema, table, key))) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasNoDocument(Column column) {
    return column.type() == SimpleType.JSON
        && column.defaultValue().isPresent()
        && column
            .defaultValue()
            .filter(List.of(Literal.NULL, Literal.of("{}"))::contains)
            .isEmpty();
  }

  /** Whether a foreign key refers to columns of other types. */
  private static boolean isUneven(Schema schema, Table table, ForeignKey key) {
    Table target = schema.table(key.target());
    return IntStream.range(0, key.columns().size())
        .anyMatch(
            i ->
                !table
                    .column(key.columns().get(i))
                    .type()
                    .equals(target.column(key.targetColumns().get(i)).type()));
  }

  private static boolean isUnsorted(Table table, List<String> columns) {
    return columns.stream()
        .map(column -> table.column(column).type())
        .anyMatch(type -> UNSORTED.contains(type) || type instanceof ArrayType);
  }
}
