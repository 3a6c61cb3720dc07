package dev.migrate.dialect.h2;

import dev.migrate.operation.Operation;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the model allows and H2 does not have; refused before anything runs. H2 cannot sort large
 * objects, and so cannot have them in an index or a key (error code 50100).
 *
 * @param definitions for the refusals
 */
record H2Rules(H2Definitions definitions) {

  private static final long LEAST_OF_CACHED = Long.MIN_VALUE / 2;

  /**
   * H2 computes with the number of values that a cache leaves, which overflows for a sequence that
   * counts down to the least number there is.
   */
  void requireCacheable(Sequence sequence) {
    boolean isCached = sequence.cache().filter(values -> values > 1).isPresent();
    boolean isBounded = sequence.minimum().filter(least -> least > LEAST_OF_CACHED).isPresent();
    if (sequence.increment() < 0 && isCached && !isBounded) {
      throw definitions.unsupported(
          "the cache of the sequence " + sequence.name() + ", which counts down without a minimum",
          "give it a minimum(…) above " + LEAST_OF_CACHED + ", or leave cache(…) out");
    }
  }

  /** Refuses a new name that H2 stores like the old one, which it takes for taken. */
  void requireOtherName(Operation rename, String name, String newName) {
    if (!name.equals(newName) && stored(name).equals(stored(newName))) {
      throw definitions.unsupported(
          rename + ", whose names H2 stores alike,",
          "leave it out on this database: put it in an op.on(…) of each other database");
    }
  }

  private String stored(String name) {
    return definitions.names().isBare(name) ? name.toUpperCase(Locale.ROOT) : name;
  }

  void requireSortable(Table table, Constraint constraint) {
    if (!(constraint instanceof Check)) {
      requireSortable(table, constraint.columns(), "the constraint " + constraint.requiredName());
    }
  }

  void requireSortable(Table table, Index index) {
    requireSortable(table, index.columns(), "the index " + index.requiredName());
  }

  /** Refuses large objects among these columns, those of a constraint or an index. */
  private void requireSortable(Table table, List<String> columns, String user) {
    for (String name : columns) {
      table
          .findColumn(name)
          .filter(column -> isLarge(column.type()))
          .ifPresent(
              column -> {
                throw definitions.unsupported(
                    user
                        + " over the column "
                        + table.name()
                        + "."
                        + name
                        + " of type "
                        + column.type(),
                    "make the column varchar(…) or binary(…)");
              });
    }
  }

  /** Refuses a large object instead of a column that a key or an index has. */
  void requireStillSortable(Table table, Column changed) {
    List<String> users = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (!(constraint instanceof Check) && constraint.columns().contains(changed.name())) {
        users.add("the constraint " + constraint.requiredName());
      }
    }
    for (Index index : table.indexes()) {
      if (index.columns().contains(changed.name())) {
        users.add("the index " + index.requiredName());
      }
    }
    if (!users.isEmpty() && isLarge(changed.type())) {
      throw definitions.unsupported(
          "the type "
              + changed.type()
              + " for the column "
              + table.name()
              + "."
              + changed.name()
              + " in "
              + users.get(0),
          "make the column varchar(…) or binary(…), or drop " + users.get(0) + " first");
    }
  }

  /** H2 looks for the table that a foreign key refers to in the schema of the key's own table. */
  void requireReachable(QualifiedName table, ForeignKey key) {
    if (table.namespace().isPresent() && key.target().namespace().isEmpty()) {
      throw definitions.unsupported(
          "the foreign key "
              + key.requiredName()
              + " from the schema "
              + table.namespace().orElseThrow()
              + " to the table "
              + key.target()
              + " of the default schema",
          "write op.execute(sql(\"ALTER TABLE … ADD CONSTRAINT … REFERENCES public."
              + key.target()
              + "\").means(o -> o.addForeignKey(…)))");
    }
  }

  /**
   * H2 demands a constraint over the columns that a foreign key refers to; an index will not do.
   */
  void requireKey(ForeignKey key, Schema schema) {
    Table target = schema.table(key.target());
    if (!target.withIndexes(List.of()).hasKey(key.targetColumns())) {
      throw definitions.unsupported(
          "the foreign key " + key.requiredName() + " to columns with a unique index",
          "make it a unique constraint: addUnique(\""
              + key.target()
              + "\", unique(\""
              + String.join("\", \"", key.targetColumns())
              + "\"))");
    }
  }

  private boolean isLarge(DataType declared) {
    DataType type = H2Conversion.own(declared.on(definitions.dialects()));
    return type == SimpleType.TEXT
        || type == SimpleType.BLOB
        || (type instanceof NativeType unknown && unknown.sql().contains("LARGE OBJECT"));
  }
}
