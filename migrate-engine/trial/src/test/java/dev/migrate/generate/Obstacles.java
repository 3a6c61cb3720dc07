package dev.migrate.generate;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.schema.CollationChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TypeChange;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one database or another refuses while operations run, although each of them fits the schema:
 * a column changes that a view, a key or a computation uses, a name is taken, an identity has no
 * key, something comes after data is destroyed. Not thread-safe.
 */
final class Obstacles {

  private final Schema target;
  private final List<String> found = new ArrayList<>();
  private boolean hasDestroyed;

  private Obstacles(Schema target) {
    this.target = target;
  }

  /** What stands in the way of operations between two schemas, in words. */
  static List<String> of(List<Operation> operations, Schema from, Schema to) {
    Obstacles obstacles = new Obstacles(to);
    Schema schema = from;
    for (Operation operation : operations) {
      obstacles.before(operation, schema);
      Schema next = operation.applyTo(schema);
      obstacles.requireOneIdentity(operation, schema, next);
      schema = next;
    }
    return obstacles.found;
  }

  private void before(Operation operation, Schema schema) {
    if (operation instanceof AlterColumn alter
        && alter.changes().stream()
            .anyMatch(
                change -> change instanceof TypeChange || change instanceof CollationChange)) {
      beforeChange(alter, schema);
    } else if (operation instanceof DropConstraint drop) {
      beforeDrop(drop, schema.table(drop.table()));
    }
    newName(operation).ifPresent(name -> beforeName(operation, table(operation), name, schema));
    if (hasDestroyed
        && (operation instanceof AddColumn
            || operation instanceof CreateTable
            || operation instanceof AlterColumn)) {
      found.add(operation + " comes after data is destroyed");
    }
    hasDestroyed |=
        (operation instanceof DropTable drop && target.findTable(drop.table()).isEmpty())
            || (operation instanceof DropColumn column
                && target.findTable(column.table()).stream()
                    .anyMatch(table -> table.findColumn(column.column()).isEmpty())
                && schema.table(column.table()).column(column.column()).generated().isEmpty());
  }

  private void beforeChange(AlterColumn alter, Schema schema) {
    QualifiedName name = alter.table();
    Table table = schema.table(name);
    String column = alter.column();
    schema.views().stream()
        .filter(view -> reads(view, name, column))
        .forEach(view -> found.add(alter + " while " + view + " reads it"));
    if (alter.changes().stream().noneMatch(TypeChange.class::isInstance)) {
      return;
    }
    for (Table other : schema.tables()) {
      for (ForeignKey key : other.foreignKeys()) {
        if ((other.name().equals(name) && key.columns().contains(column))
            || (key.target().equals(name) && key.targetColumns().contains(column))) {
          found.add(alter + " while " + key + " of " + other.name() + " has it");
        }
      }
    }
    for (Column other : table.columns()) {
      if (!other.name().equals(column)
          && other.generated().stream().anyMatch(g -> table.mentions(g.expression(), column))) {
        found.add(alter + " while " + other + " is computed from it");
      }
    }
  }

  private static boolean reads(View view, QualifiedName table, String column) {
    for (DataReference data : view.reads()) {
      if (data.table().equals(table)
          && (data.columns().isEmpty() || data.columns().contains(column))) {
        return true;
      }
    }
    return false;
  }

  private void beforeDrop(DropConstraint drop, Table table) {
    boolean isOfIdentity =
        table.constraint(drop.constraint()) instanceof PrimaryKey key
            && key.columns().stream()
                .anyMatch(column -> table.column(column).identityMode().isPresent())
            && target.findTable(table.name()).stream()
                .flatMap(after -> key.columns().stream().flatMap(c -> after.findColumn(c).stream()))
                .noneMatch(column -> column.identityMode().isPresent());
    if (isOfIdentity) {
      found.add(drop + " while its column is an identity, which it does not stay");
    }
  }

  private static Optional<String> newName(Operation operation) {
    if (operation instanceof AddConstraint add) {
      return add.constraint().name();
    } else if (operation instanceof CreateIndex create) {
      return create.index().name();
    } else if (operation instanceof RenameConstraint rename) {
      return Optional.of(rename.newName());
    }
    return operation instanceof RenameIndex rename
        ? Optional.of(rename.newName())
        : Optional.empty();
  }

  private static QualifiedName table(Operation operation) {
    return operation.elementChanges().get(0).element().object();
  }

  private void beforeName(Operation operation, QualifiedName table, String name, Schema schema) {
    schema.tables().stream()
        .filter(other -> !other.name().equals(table))
        .filter(other -> names(other).anyMatch(name::equals))
        .filter(
            other ->
                target.findTable(other.name()).stream()
                    .noneMatch(after -> names(after).anyMatch(name::equals)))
        .filter(other -> target.findTable(other.name()).isPresent())
        .forEach(other -> found.add(operation + " while " + other.name() + " has the name"));
  }

  private static Stream<String> names(Table table) {
    return FreeName.names(table);
  }

  /** Most databases have one in a table; a random schema can have more. */
  private void requireOneIdentity(Operation operation, Schema before, Schema after) {
    for (Table table : after.tables()) {
      long count = identities(table);
      boolean isNew =
          before.findTable(table.name()).stream().anyMatch(known -> identities(known) < count);
      boolean stays =
          target.findTable(table.name()).stream().anyMatch(then -> identities(then) > 1);
      if (count > 1 && isNew && !stays) {
        found.add(operation + " leads to two identities of " + table.name());
      }
    }
  }

  private static long identities(Table table) {
    return table.columns().stream().filter(c -> c.identityMode().isPresent()).count();
  }
}
