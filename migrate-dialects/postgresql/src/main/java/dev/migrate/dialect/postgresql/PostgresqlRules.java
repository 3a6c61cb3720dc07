package dev.migrate.dialect.postgresql;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.Deferrability;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the model allows and PostgreSQL does not have, above all in indexes; refused before anything
 * runs. What an index method of an extension can do is not known here.
 *
 * @param words for the refusals
 * @see <a href="https://www.postgresql.org/docs/current/indexes-types.html">11.2 Index Types in the
 *     manual</a>
 */
record PostgresqlRules(PostgresqlDefinitions words) {

  /** INDEX_MAX_KEYS and MaxHeapAttributeNumber: Appendix K, PostgreSQL Limits, in the manual. */
  private static final int MOST_KEYS = 32;

  private static final int MOST_COLUMNS = 1600;

  /** Columns that every table has: 5.6 System Columns in the manual. */
  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

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

  /** Refuses a collation on a column that is not text. */
  void requireCollatable(Column column) {
    DataType type = column.type().on(words.dialects());
    if (column.collation().isPresent() && PostgresqlCollations.isSurelyWithout(type)) {
      throw words.unsupported(
          "the collation "
              + column.collation().orElseThrow()
              + " of the column "
              + column.name()
              + " of type "
              + type,
          "leave collate(…) out: only text is compared by a collation");
    }
  }

  /** Refuses a name that a column of the system has. */
  void requireOwnName(String column) {
    if (SYSTEM_COLUMNS.contains(column)) {
      throw words.unsupported(
          "a column named " + column, "choose another name: every table has such a column already");
    }
  }

  /** Refuses the name of a schema that only the system may have. */
  void requireOwnNamespace(String name) {
    if (name.startsWith("pg_")) {
      throw words.unsupported(
          "a schema named " + name, "choose a name that does not begin with pg_");
    }
  }

  /** PostgreSQL refers to keys that are checked at once only. */
  void requireKey(ForeignKey key, Schema schema) {
    Table target = schema.table(key.target());
    Table checkedAtOnce =
        target.withConstraints(
            target.constraints().stream().filter(other -> !isDeferrable(other)).toList());
    if (!checkedAtOnce.hasKey(key.targetColumns())) {
      throw words.unsupported(
          "the foreign key " + key.requiredName() + " to a deferrable key of " + key.target(),
          "leave deferrable() of that key out, or add a unique index over its columns");
    }
  }

  private static boolean isDeferrable(Constraint constraint) {
    Deferrability deferrability =
        constraint instanceof PrimaryKey key
            ? key.deferrability()
            : constraint instanceof Unique unique
                ? unique.deferrability()
                : Deferrability.NOT_DEFERRABLE;
    return deferrability != Deferrability.NOT_DEFERRABLE;
  }

  /** Refuses an enum type with the name of a built-in type. */
  void requireTypeName(QualifiedName name) {
    boolean hidden =
        name.namespace().isEmpty() && PostgresqlReservedWords.TYPES.contains(name.name());
    if (hidden) {
      throw words.unsupported(
          "an enum type named " + name + ", as one of PostgreSQL's own types is,",
          "choose another name, or have it in a schema: \"app." + name.name() + "\"");
    }
  }
}
