package dev.migrate.picture.schema;

import dev.migrate.schema.Column;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.List;

/**
 * A column as it is drawn. Immutable.
 *
 * @param keys the keys in which it is: {@code PK}, {@code FK} and {@code UK}
 */
public record DrawnColumn(
    String name, String type, boolean isNullable, List<String> keys, Change change) {

  /** Copies. */
  public DrawnColumn {
    keys = List.copyOf(keys);
  }

  static DrawnColumn of(Table table, Column column, Change change) {
    String name = column.name();
    List<String> keys = new ArrayList<>();
    if (table.primaryKey().filter(key -> key.columns().contains(name)).isPresent()) {
      keys.add("PK");
    }
    if (table.foreignKeys().stream().anyMatch(key -> key.columns().contains(name))) {
      keys.add("FK");
    }
    boolean isUnique =
        table.constraints().stream()
            .anyMatch(each -> each instanceof Unique unique && unique.columns().contains(name));
    if (isUnique) {
      keys.add("UK");
    }
    return new DrawnColumn(name, column.type().toString(), column.nullable(), keys, change);
  }

  /** Whether it is in a key. */
  public boolean isKey() {
    return !keys.isEmpty();
  }
}
