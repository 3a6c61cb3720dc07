package dev.migrate.generate;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An inspected schema without what nobody chose: the only name that a database has for a primary
 * key, and the index that comes with a foreign key. The database has both again without a word.
 */
final class ChosenParts {

  private ChosenParts() {}

  static Schema of(Schema schema, Dialect dialect) {
    Schema ordered = schema;
    for (Table table : schema.tables()) {
      ordered = ordered.with(ordered(table));
    }
    Schema named = withSame(ordered, dialect, ChosenParts::withGeneratedKeyName);
    return withSame(named, dialect, ChosenParts::withoutIndexesOfForeignKeys);
  }

  /** Catalogues have their own order, or none. */
  private static Table ordered(Table table) {
    return table.withElements(
        table.columns(),
        table.constraints().stream()
            .sorted(Comparator.comparing(ChosenParts::rank).thenComparing(Constraint::requiredName))
            .toList(),
        table.indexes().stream().sorted(Comparator.comparing(Index::requiredName)).toList());
  }

  private static int rank(Constraint constraint) {
    return constraint instanceof PrimaryKey
        ? 0
        : constraint instanceof Unique ? 1 : constraint instanceof ForeignKey ? 2 : 3;
  }

  /** The tables after a change, where the database would not store it. */
  private static Schema withSame(Schema schema, Dialect dialect, UnaryOperator<Table> change) {
    Schema changed = schema;
    for (Table table : schema.tables()) {
      changed = changed.with(change.apply(table));
    }
    Schema before = dialect.canonical(schema);
    Schema after = dialect.canonical(changed);
    Schema same = schema;
    for (Table table : changed.tables()) {
      Optional<Table> stored = before.findTable(table.name());
      if (stored.isPresent() && stored.equals(after.findTable(table.name()))) {
        same = same.with(table);
      }
    }
    return same;
  }

  private static Table withGeneratedKeyName(Table table) {
    return table.withConstraints(
        table.constraints().stream()
            .map(
                constraint ->
                    constraint instanceof PrimaryKey
                        ? constraint.named(constraint.generatedName(table.name()))
                        : constraint)
            .toList());
  }

  private static Table withoutIndexesOfForeignKeys(Table table) {
    Set<String> keys =
        table.foreignKeys().stream().map(ForeignKey::requiredName).collect(Collectors.toSet());
    return table.withIndexes(
        table.indexes().stream().filter(index -> !keys.contains(index.requiredName())).toList());
  }
}
