package dev.migrate.engine.json;

import dev.migrate.operation.ExecuteSql;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.DialectName;
import java.util.List;
import java.util.Set;

/** What a value is on one dialect, apart from its components. */
final class DialectVariants {

  private DialectVariants() {}

  static Object choose(Object value, List<DialectName> names) {
    if (value instanceof DataType type) {
      return type.on(names);
    } else if (value instanceof DefaultValue standard) {
      return standard.on(names);
    } else if (value instanceof ExecuteSql sql && !sql.only().isEmpty()) {
      return new ExecuteSql(
          sql.sql(),
          Set.of(),
          sql.declarations(),
          sql.undo(),
          sql.meaning(),
          sql.isOutsideTransaction(),
          sql.keepsSchema());
    }
    return value;
  }
}
