package dev.migrate.generate;

import dev.migrate.operation.CommentOnTable;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropTable;
import dev.migrate.schema.Comment;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables that come and go. */
final class TableChanges {

  private TableChanges() {}

  /**
   * Creates tables after those that their foreign keys refer to. Where keys lead round in a circle,
   * or to a key that does not exist yet, they are added later.
   */
  static void create(Transition transition) {
    List<Table> left =
        new ArrayList<>(
            transition.target().tables().stream()
                .filter(table -> transition.current().findTable(table.name()).isEmpty())
                .toList());
    Set<QualifiedName> names = left.stream().map(Table::name).collect(Collectors.toSet());
    while (!left.isEmpty()) {
      Table next =
          left.stream().filter(table -> refersToNone(table, names)).findFirst().orElse(left.get(0));
      transition.add(new CreateTable(withPossibleKeys(transition, next)));
      left.remove(next);
      names.remove(next.name());
    }
  }

  /** Changes a table that stays. What SQLite does by one copy of the table comes together. */
  static void change(Transition transition, Table table) {
    QualifiedName name = table.name();
    Table after = transition.target().table(name);
    if (!after.comment().equals(table.comment())) {
      transition.add(new CommentOnTable(name, new Comment(after.comment())));
    }
    ColumnChanges.dropIdentities(transition, after);
    ColumnChanges.add(transition, after);
    KeyChanges.drop(transition, name);
    ColumnChanges.change(transition, after);
    ColumnChanges.addIdentities(transition, after);
    KeyChanges.addPrimaryKey(transition, after);
    ColumnChanges.makeIdentities(transition, after);
    ColumnChanges.addComputed(transition, after);
    KeyChanges.add(transition, after);
  }

  private static boolean refersToNone(Table table, Set<QualifiedName> others) {
    return table.foreignKeys().stream()
        .map(ForeignKey::target)
        .filter(target -> !target.equals(table.name()))
        .noneMatch(others::contains);
  }

  private static Table withPossibleKeys(Transition transition, Table table) {
    List<Constraint> possible =
        table.constraints().stream()
            .filter(
                constraint ->
                    !(constraint instanceof ForeignKey key) || isPossible(transition, table, key))
            .toList();
    return table.withConstraints(possible);
  }

  private static boolean isPossible(Transition transition, Table table, ForeignKey key) {
    return key.target().equals(table.name())
        || (ForeignKeyChanges.fits(transition.current(), key) && isReady(transition, key));
  }

  /** Whether the columns that a key refers to are as they will be, and their key stays. */
  private static boolean isReady(Transition transition, ForeignKey key) {
    Table now = transition.now(key.target());
    Table after = transition.target().table(key.target());
    return key.targetColumns().stream()
            .allMatch(column -> now.column(column).equals(after.column(column)))
        && !ForeignKeyChanges.losesKey(transition, now, key);
  }

  /** Drops tables before those that their foreign keys refer to; circles are opened first. */
  static void drop(Transition transition) {
    List<QualifiedName> left =
        new ArrayList<>(
            transition.current().tables().stream()
                .map(Table::name)
                .filter(name -> transition.target().findTable(name).isEmpty())
                .toList());
    while (!left.isEmpty()) {
      QualifiedName next =
          left.stream()
              .filter(name -> left.stream().noneMatch(other -> refers(transition, other, name)))
              .findFirst()
              .orElse(left.get(0));
      for (QualifiedName other : left) {
        if (!other.equals(next)) {
          openCircle(transition, other, next);
        }
      }
      transition.add(new DropTable(next));
      left.remove(next);
    }
  }

  private static boolean refers(Transition transition, QualifiedName table, QualifiedName target) {
    return !table.equals(target)
        && transition.now(table).foreignKeys().stream()
            .anyMatch(key -> key.target().equals(target));
  }

  private static void openCircle(Transition transition, QualifiedName table, QualifiedName target) {
    transition.now(table).foreignKeys().stream()
        .filter(key -> key.target().equals(target))
        .forEach(key -> transition.add(new DropConstraint(table, key.requiredName())));
  }
}
