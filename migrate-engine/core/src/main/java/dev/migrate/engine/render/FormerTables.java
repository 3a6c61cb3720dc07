package dev.migrate.engine.render;

import dev.migrate.operation.ElementChange;
import dev.migrate.operation.Operation;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names that tables have before operations that rename or create them. Not thread-safe. */
public final class FormerTables {

  /** The name before, by the name afterwards; empty for tables that are created. */
  private final Map<QualifiedName, Optional<QualifiedName>> before;

  /** Before any operation. */
  public FormerTables() {
    this(Map.of());
  }

  private FormerTables(Map<QualifiedName, Optional<QualifiedName>> before) {
    this.before = new HashMap<>(before);
  }

  /** The same, apart from what either follows later. */
  public FormerTables copy() {
    return new FormerTables(before);
  }

  /** Takes an operation into account. */
  public void follow(Operation operation) {
    for (ElementChange change : operation.elementChanges()) {
      if (change.is(ElementChange.Kind.RENAMED, ElementName.Kind.TABLE)) {
        before.put(change.after().object(), of(change.element().object()));
      } else if (change.is(ElementChange.Kind.CREATED, ElementName.Kind.TABLE)) {
        before.put(change.element().object(), Optional.empty());
      }
    }
  }

  /**
   * Whether the operations so far say something about a table.
   *
   * @param table the name that it has after them
   * @return whether it was renamed or created
   */
  public boolean knows(QualifiedName table) {
    return before.containsKey(table);
  }

  /**
   * The name that a table had before all operations so far.
   *
   * @param table the name that it has after them
   * @return its name; empty if it was created
   */
  public Optional<QualifiedName> of(QualifiedName table) {
    return before.getOrDefault(table, Optional.of(table));
  }
}
