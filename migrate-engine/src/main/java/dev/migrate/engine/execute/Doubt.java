package dev.migrate.engine.execute;

import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.error.Facts;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.report.Direction;
import dev.migrate.report.InDoubtException;
import dev.migrate.report.ScriptStep;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.SchemaDifference.Entry;
import dev.migrate.schema.Table;
import dev.migrate.schema.TypeChange;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides whether a statement was executed before a crash, by comparing the live schema with the
 * schema before and after it. Only what the statement changes is compared, so that an index which
 * somebody added by hand does not matter.
 */
final class Doubt {

  private final Site site;

  Doubt(Site site) {
    this.site = site;
  }

  /** Whether the statement of this number was executed. */
  boolean wasExecuted(ScriptStep script, int number) {
    List<Statement> statements = script.statements();
    Statement statement = statements.get(number - 1);
    if (EnumSet.of(Kind.DATA, Kind.CODE, Kind.CHECK).contains(statement.kind())) {
      return false;
    } else if (statement.kind() == Kind.OPAQUE) {
      throw ask(script, number, "nothing was said about what it does to the schema");
    }
    Schema before = script.step().before();
    for (Statement earlier : statements.subList(0, number - 1)) {
      before = earlier.kind() == Kind.CHECK ? before : earlier.part().applyTo(before);
    }
    Schema after = statement.part().applyTo(before);
    Set<QualifiedName> changed = changedTables(before, after);
    Schema from = LiveSchema.stored(site, before, changed);
    Schema to = LiveSchema.stored(site, after, changed);
    SchemaDifference change = SchemaDifference.between(from, to);
    if (change.isEmpty()) {
      requireRepeatable(script, number);
      return false;
    }
    Schema live = live(before, after);
    boolean asAfter = isAs(to, live, change);
    boolean asBefore = isAs(from, live, change);
    if (asAfter == asBefore) {
      throw ask(script, number, "the schema is neither as before it nor as after it");
    }
    return asAfter;
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

  /** Whether all that the statement changes is as in one schema, whatever else is there. */
  private static boolean isAs(Schema expected, Schema live, SchemaDifference change) {
    return SchemaDifference.between(expected, live)
        .where(entry -> change.entries().stream().anyMatch(each -> isPart(entry, each)))
        .isEmpty();
  }

  /** A part of a table that nobody declared is no part of the change. */
  private static boolean isPart(Entry entry, Entry change) {
    return change.overlaps(entry)
        && (!entry.isUnexpected() || entry.element().equals(change.element()));
  }

  /** What leaves no trace is run again, unless it may do something else the second time. */
  private static void requireRepeatable(ScriptStep script, int number) {
    Operation part = script.statements().get(number - 1).part();
    boolean computes =
        part instanceof AlterColumn alteration
            && alteration.changes().stream()
                .anyMatch(change -> change instanceof TypeChange t && t.using().isPresent());
    if (part instanceof ExecuteSql || computes) {
      throw ask(script, number, "the schema looks the same before and after it");
    }
  }

  private Schema live(Schema before, Schema after) {
    Set<String> namespaces = new TreeSet<>(before.namespaces());
    namespaces.addAll(after.namespaces());
    return LiveSchema.read(site, namespaces).withUnmodelled(List.of());
  }

  private static InDoubtException ask(ScriptStep script, int number, String reason) {
    Statement statement = script.statements().get(number - 1);
    String title = script.step().title();
    boolean up = script.step().direction() == Direction.UP;
    return new InDoubtException(
        Facts.of("was statement " + number + " of revision " + title + " executed?")
            .with("statement", statement.sql())
            .with("because", "the run before ended at it, and " + reason)
            .with("left", Failures.committed(number) + " before it; nothing ran now")
            .next(
                "look at the database, then call migrator.settle(RevisionId.of(\""
                    + script.step().id()
                    + "\"),\nSettlement.EXECUTED) or Settlement.NOT_EXECUTED, and "
                    + (up ? "upgrade()" : "downgrade(…)")
                    + " again"),
        script.step().id(),
        number,
        statement.sql(),
        null);
  }
}
