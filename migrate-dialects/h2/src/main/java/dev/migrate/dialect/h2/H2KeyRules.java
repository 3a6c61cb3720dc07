package dev.migrate.dialect.h2;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.Index;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * What H2 cannot sort, and so cannot have in an index or a key: large objects (error code 50100).
 *
 * @param definitions for the refusals
 */
record H2KeyRules(H2Definitions definitions) {

  /** Refuses large objects among these columns, those of a constraint or an index. */
  void require(Table table, List<String> columns, String user) {
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

  private boolean isLarge(DataType declared) {
    DataType type = H2Conversion.own(declared.on(definitions.dialects()));
    return type == SimpleType.TEXT
        || type == SimpleType.BLOB
        || (type instanceof NativeType unknown && unknown.sql().contains("LARGE OBJECT"));
  }
}
