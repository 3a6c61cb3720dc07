package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.Statement;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Cell;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.DeleteRows;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Footprint;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.UpdateRows;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferrability;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * PostgreSQL changes no table while checks of its rows are deferred to the end of the transaction
 * (SQLSTATE 55006, "pending trigger events"). So the checks are made before the change, and put off
 * again after it.
 *
 * @param renderer writes the names
 * @see <a href="https://www.postgresql.org/docs/current/sql-set-constraints.html">SET
 *     CONSTRAINTS</a>
 */
record PostgresqlDeferrals(Renderer renderer) {

  /** A deferrable key and the table that it belongs to. */
  private record Deferrable(QualifiedName table, Constraint constraint) {

    boolean isInitiallyDeferred() {
      return deferrability(constraint) == Deferrability.INITIALLY_DEFERRED;
    }

    boolean isOf(Set<QualifiedName> tables) {
      return tables.contains(table)
          || (constraint instanceof ForeignKey key && tables.contains(key.target()));
    }
  }

  /** The statements of a change, with the checks that must come before it. */
  List<Statement> around(Operation operation, RenderContext context, List<Statement> statements) {
    List<Deferrable> pending = pending(operation, context);
    if (statements.isEmpty() || pending.isEmpty()) {
      return statements;
    }
    List<Statement> all = new ArrayList<>();
    all.add(set(pending, "IMMEDIATE", operation));
    all.addAll(statements);
    Schema after = operation.applyTo(context.before());
    List<Deferrable> again =
        pending.stream()
            .filter(Deferrable::isInitiallyDeferred)
            .filter(key -> deferrables(after).contains(key))
            .toList();
    if (!again.isEmpty()) {
      all.add(set(again, "DEFERRED", operation));
    }
    return all;
  }

  /** The keys of which checks may be put off, of the tables that an operation changes. */
  private List<Deferrable> pending(Operation operation, RenderContext context) {
    if (context.earlier().isEmpty() || isOfRows(operation)) {
      return List.of();
    }
    Schema before = context.before();
    List<Deferrable> all = deferrables(before);
    if (all.isEmpty() || !changesTables(operation, before)) {
      return List.of();
    }
    Set<QualifiedName> tables = tables(operation, before);
    return all.stream()
        .filter(key -> key.isOf(tables))
        .filter(key -> isPending(key, context))
        .toList();
  }

  private static boolean changesTables(Operation operation, Schema before) {
    Schema after = operation.applyTo(before);
    return after.changedSince(before).stream().anyMatch(name -> before.findTable(name).isPresent());
  }

  /** Whether rows were changed after the last operation that had the key checked. */
  private static boolean isPending(Deferrable key, RenderContext context) {
    for (int i = context.earlier().size() - 1; i >= 0; i--) {
      Operation earlier = context.earlier().get(i);
      if (isOfRows(earlier)) {
        return key.isInitiallyDeferred() || isRaw(earlier);
      }
      if (key.isOf(tables(earlier, context.before()))) {
        return false;
      }
    }
    return false;
  }

  private static boolean isOfRows(Operation operation) {
    return operation instanceof InsertRows
        || operation instanceof UpdateRows
        || operation instanceof DeleteRows
        || isRaw(operation);
  }

  /** Raw SQL and code can put off what is checked at once otherwise. */
  private static boolean isRaw(Operation operation) {
    return operation instanceof RunCode
        || (operation instanceof ExecuteSql sql && sql.meaning().isEmpty());
  }

  /** The tables of a schema that an operation needs or changes, as far as they are still there. */
  private static Set<QualifiedName> tables(Operation operation, Schema schema) {
    Footprint footprint;
    try {
      footprint = operation.footprint(schema);
    } catch (MigrateException otherSchema) {
      return Set.of();
    }
    Set<QualifiedName> named =
        Stream.concat(footprint.reads().stream(), footprint.writes().stream())
            .filter(cell -> cell.aspect() == Aspect.RELATION)
            .map(Cell::object)
            .flatMap(object -> object.stream())
            .collect(Collectors.toSet());
    return schema.tables().stream()
        .map(Table::name)
        .filter(
            name -> named.stream().anyMatch(n -> n.toString().equalsIgnoreCase(name.toString())))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static List<Deferrable> deferrables(Schema schema) {
    List<Deferrable> all = new ArrayList<>();
    for (Table table : schema.tables()) {
      for (Constraint constraint : table.constraints()) {
        if (deferrability(constraint) != Deferrability.NOT_DEFERRABLE) {
          all.add(new Deferrable(table.name(), constraint));
        }
      }
    }
    return all;
  }

  private static Deferrability deferrability(Constraint constraint) {
    if (constraint instanceof ForeignKey key) {
      return key.deferrability();
    } else if (constraint instanceof Unique key) {
      return key.deferrability();
    }
    return constraint instanceof PrimaryKey key
        ? key.deferrability()
        : Deferrability.NOT_DEFERRABLE;
  }

  private Statement set(List<Deferrable> keys, String when, Operation part) {
    String names =
        keys.stream()
            .map(key -> renderer.name(key.table().sibling(key.constraint().requiredName())))
            .distinct()
            .collect(Collectors.joining(", "));
    return Statement.structure("SET CONSTRAINTS " + names + " " + when, part);
  }
}
