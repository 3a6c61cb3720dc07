package dev.migrate.schema;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which tables have a foreign key to which. Immutable; a copy shares what did not change. */
record ReferringTables(
    PersistentMap<QualifiedName, PersistentMap<QualifiedName, QualifiedName>> byTarget) {

  static final ReferringTables NONE = new ReferringTables(PersistentMap.empty());

  /** The names of the tables that refer to a table, in order. */
  List<QualifiedName> to(QualifiedName target) {
    return referring(target).keys();
  }

  /** The same after a table came, changed or went. */
  ReferringTables replaced(Optional<Table> before, Optional<Table> after) {
    List<QualifiedName> old = targets(before);
    List<QualifiedName> present = targets(after);
    if (old.equals(present)) {
      return this;
    }
    PersistentMap<QualifiedName, PersistentMap<QualifiedName, QualifiedName>> changed = byTarget;
    for (QualifiedName target : old) {
      QualifiedName table = before.orElseThrow().name();
      changed = changed.with(target, referring(changed.get(target)).without(table));
    }
    for (QualifiedName target : present) {
      QualifiedName table = after.orElseThrow().name();
      changed = changed.with(target, referring(changed.get(target)).with(table, table));
    }
    return new ReferringTables(changed);
  }

  private static List<QualifiedName> targets(Optional<Table> table) {
    List<ForeignKey> keys = table.map(Table::foreignKeys).orElse(List.of());
    return keys.isEmpty() ? List.of() : keys.stream().map(ForeignKey::target).distinct().toList();
  }

  private PersistentMap<QualifiedName, QualifiedName> referring(QualifiedName target) {
    return referring(byTarget.get(target));
  }

  private static PersistentMap<QualifiedName, QualifiedName> referring(
      @Nullable PersistentMap<QualifiedName, QualifiedName> known) {
    return known == null ? PersistentMap.empty() : known;
  }
}
