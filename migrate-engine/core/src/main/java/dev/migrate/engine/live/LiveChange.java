package dev.migrate.engine.live;

import dev.migrate.schema.ElementName;
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
  private final Set<QualifiedName> tables;
  private final Schema from;
  private final Schema to;
  private final SchemaDifference change;

  public LiveChange(LiveSchema live, Schema before, Schema after) {
    this.live = live;
    this.before = before;
    this.after = after;
    this.tables = changedTables(before, after);
    this.from = live.stored(before, tables);
    this.to = live.stored(after, tables);
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

  /** The tables that change. */
  Set<QualifiedName> tables() {
    return tables;
  }

  /** Whether there is a table of this name before the change or after it. */
  boolean declares(QualifiedName table) {
    return from.findTable(table).isPresent() || to.findTable(table).isPresent();
  }

  /** The schema before it, as the database stores it. */
  Schema from() {
    return from;
  }

  /** The schema after it, as the database stores it. */
  Schema to() {
    return to;
  }

  /** Reads the live schema. */
  Schema now() {
    Set<String> namespaces = new TreeSet<>(before.namespaces());
    namespaces.addAll(after.namespaces());
    return live.read(namespaces).withUnmodelled(List.of());
  }

  /** In which attributes the columns that change are no longer as before the change. */
  SchemaDifference lost(Schema now) {
    return SchemaDifference.between(from, now)
        .where(
            entry ->
                entry.attribute().isPresent()
                    && entry.element().kind() == ElementName.Kind.COLUMN
                    && change.entries().stream()
                        .anyMatch(each -> each.element().equals(entry.element())));
  }

  /** Reads the live schema, and compares it with both sides. */
  public State state() {
    Schema now = now();
    List<QualifiedName> missing = tables.stream().filter(table -> isMissing(table, now)).toList();
    if (!missing.isEmpty()) {
      return new State(Side.NEITHER, missing);
    }
    boolean asAfter = isAs(to, now);
    Side side =
        asAfter == isAs(from, now)
            ? isStillToDrop(now) ? Side.BEFORE : Side.NEITHER
            : asAfter ? Side.AFTER : Side.BEFORE;
    return new State(side, List.of());
  }

  /** Whether a table is gone that exists before the change and after it. */
  private boolean isMissing(QualifiedName table, Schema now) {
    return from.findTable(table).isPresent()
        && to.findTable(table).isPresent()
        && now.findTable(table).isEmpty();
  }

  /**
   * Whether the change drops one column, which is there: then it did not happen, even if an index
   * or constraint that goes with the column is gone.
   */
  private boolean isStillToDrop(Schema now) {
    List<ElementName> dropped =
        change.where(Entry::isMissing).entries().stream()
            .map(Entry::element)
            .filter(element -> element.kind() == ElementName.Kind.COLUMN)
            .toList();
    return dropped.size() == 1
        && change.entries().stream().allMatch(Entry::isMissing)
        && now.has(dropped.get(0));
  }

  /**
   * Where the live schema stands.
   *
   * @param side which side of the change it is on
   * @param missing the tables that it lacks although they exist on both sides
   */
  public record State(Side side, List<QualifiedName> missing) {}

  /** Which side of the change the live schema is on. */
  public enum Side {
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
