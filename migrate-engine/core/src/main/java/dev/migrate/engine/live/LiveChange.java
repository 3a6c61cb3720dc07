package dev.migrate.engine.live;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.SchemaDifference.Entry;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A change of the schema beside the live database. Only what changes is compared, so that an index
 * added by hand does not matter.
 */
public final class LiveChange {

  private final LiveSchema live;
  private final Schema before;
  private final Schema after;
  private final Schema from;
  private final Schema to;
  private final SchemaDifference change;

  public LiveChange(LiveSchema live, Schema before, Schema after) {
    this.live = live;
    this.before = before;
    this.after = after;
    Set<QualifiedName> changed = changedTables(before, after);
    this.from = live.stored(before, changed);
    this.to = live.stored(after, changed);
    this.change = SchemaDifference.between(from, to);
  }

  private static Set<QualifiedName> changedTables(Schema before, Schema after) {
    Set<QualifiedName> changed = new TreeSet<>();
    for (Schema schema : List.of(before, after)) {
      for (Table table : schema.tables()) {
        if (!before.findTable(table.name()).equals(after.findTable(table.name()))) {
          changed.add(table.name());
        }
      }
    }
    return changed;
  }

  /** Whether the database stores the same before and after it. */
  public boolean isInvisible() {
    return change.isEmpty();
  }

  /** Reads the live schema. */
  public State state() {
    Set<String> namespaces = new TreeSet<>(before.namespaces());
    namespaces.addAll(after.namespaces());
    Schema now = live.read(namespaces).withUnmodelled(List.of());
    boolean asAfter = isAs(to, now);
    return asAfter == isAs(from, now) ? State.NEITHER : asAfter ? State.AFTER : State.BEFORE;
  }

  /** Which side of the change the live schema is on. */
  public enum State {
    BEFORE,
    AFTER,
    NEITHER
  }

  /** Whether all that changes is as in one schema, whatever else is there. */
  private boolean isAs(Schema expected, Schema now) {
    return SchemaDifference.between(expected, now)
        .where(entry -> change.entries().stream().anyMatch(each -> isPart(entry, each)))
        .isEmpty();
  }

  /** A part of a table that no revision declared is not part of the change. */
  private static boolean isPart(Entry entry, Entry change) {
    return change.overlaps(entry)
        && (!entry.isUnexpected() || entry.element().equals(change.element()));
  }
}
