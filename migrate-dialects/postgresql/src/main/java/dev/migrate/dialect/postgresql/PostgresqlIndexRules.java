package dev.migrate.dialect.postgresql;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What PostgreSQL's methods of indexes cannot do, said before anything runs. What a method of an
 * extension can do is not known here.
 *
 * @param words for the refusals
 * @see <a href="https://www.postgresql.org/docs/current/indexes-types.html">11.2 Index Types in the
 *     manual</a>
 */
record PostgresqlIndexRules(PostgresqlDefinitions words) {

  /** INDEX_MAX_KEYS and MaxHeapAttributeNumber: Appendix K, PostgreSQL Limits, in the manual. */
  private static final int MOST_KEYS = 32;

  private static final int MOST_COLUMNS = 1600;

  private static final String USUAL = "btree";
  private static final Set<String> KNOWN = Set.of(USUAL, "hash", "gist", "spgist", "gin", "brin");
  private static final Set<String> ONE_COLUMN = Set.of("hash", "spgist");
  private static final Set<String> INCLUDING = Set.of(USUAL, "gist", "spgist");

  void require(Table table, Index index) {
    requireRoom("the index " + index.requiredName(), index.keys().size() + index.included().size());
    requireStored(table, index.columns(), "the index " + index.requiredName());
    String method = index.method().orElse(USUAL).toLowerCase(Locale.ROOT);
    if (!KNOWN.contains(method) || method.equals(USUAL)) {
      return;
    }
    String what = "the index " + index.requiredName() + " by the method " + method;
    if (index.isUnique()) {
      throw words.unsupported("uniqueness of " + what, "leave using(…) or unique() out");
    } else if (index.keys().stream().anyMatch(IndexKey::isDescending)) {
      throw words.unsupported("an order in " + what, "leave using(…) or desc(…) out");
    } else if (index.keys().stream().anyMatch(key -> key.nulls().isPresent())) {
      throw words.unsupported(
          "a place for NULLs in " + what, "leave using(…), or nullsFirst() and nullsLast() out");
    } else if (ONE_COLUMN.contains(method) && index.keys().size() > 1) {
      throw words.unsupported("several columns in " + what, "create an index for each of them");
    } else if (!INCLUDING.contains(method) && !index.included().isEmpty()) {
      throw words.unsupported("further columns in " + what, "leave using(…) or including(…) out");
    }
  }

  /** Refuses a table with more columns than a row can have. */
  void requireRoom(Table table) {
    if (table.columns().size() > MOST_COLUMNS) {
      throw words.unsupported(
          "the table " + table.name() + " with " + table.columns().size() + " columns",
          "keep to " + MOST_COLUMNS + " columns, or divide the table");
    }
  }

  private void requireRoom(String user, int columns) {
    if (columns > MOST_KEYS) {
      throw words.unsupported(
          user + " over " + columns + " columns", "keep to " + MOST_KEYS + " columns");
    }
  }

  void require(Table table, Constraint constraint) {
    if (!(constraint instanceof Check)) {
      requireRoom("the constraint " + constraint.requiredName(), constraint.usedColumns().size());
    }
    requireStored(table, constraint.columns(), "the constraint " + constraint);
  }

  /** A column that is computed when it is read has nothing that could be sorted. */
  private void requireStored(Table table, List<String> columns, String user) {
    Optional<String> virtual =
        table.columns().stream()
            .filter(column -> column.generated().filter(g -> !g.stored()).isPresent())
            .map(Column::name)
            .filter(columns::contains)
            .findFirst();
    if (virtual.isPresent()) {
      throw words.unsupported(
          user + " over the column " + virtual.get() + ", which is computed when it is read,",
          "write storedAs(…) instead of virtualAs(…)");
    }
  }
}
