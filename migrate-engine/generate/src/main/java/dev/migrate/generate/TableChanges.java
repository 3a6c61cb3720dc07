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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables that come and go. */
final class TableChanges {

  private TableChanges() {}

  /**
   * Creates tables after those that their foreign keys refer to. Where keys lead round in a circle,
   * or to a key that does not exist yet, they are added later.
   */
  static void create(Transition transition) {
    List<Table> missing =
        transition.target().tables().stream()
            .filter(table -> transition.current().findTable(table.name()).isEmpty())
            .toList();
    DependencyOrder.of(missing, Table::name, TableChanges::targets)
        .forEach(table -> transition.add(new CreateTable(withPossibleKeys(transition, table))));
  }

  private static List<QualifiedName> targets(Table table) {
    return table.foreignKeys().stream().map(ForeignKey::target).toList();
  }

  /** Changes a table that stays. What SQLite does by one copy of the table comes together. */
  static void change(Transition transition, Table table) {
    QualifiedName name = table.name();
    Table after = transition.target().table(name);
    if (!after.comment().equals(table.comment())) {
      transition.add(new CommentOnTable(name, new Comment(after.comment())));
    }
    OptionChanges.clear(transition, after);
    ColumnChanges.dropIdentities(transition, after);
    ColumnChanges.add(transition, after);
    KeyChanges.drop(transition, name);
    ColumnChanges.change(transition, after);
    ColumnChanges.addIdentities(transition, after);
    KeyChanges.addPrimaryKey(transition, after);
    ColumnChanges.makeIdentities(transition, after);
    ColumnChanges.addComputed(transition, after);
    KeyChanges.add(transition, after);
    OptionChanges.set(transition, after);
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
    List<Table> going =
        transition.current().tables().stream()
            .filter(table -> transition.target().findTable(table.name()).isEmpty())
            .toList();
    Map<QualifiedName, List<QualifiedName>> referring = new HashMap<>();
    for (Table table : going) {
      for (QualifiedName target : targets(table)) {
        referring.computeIfAbsent(target, name -> new ArrayList<>()).add(table.name());
      }
    }
    DependencyOrder.of(going, Table::name, table -> referring(referring, table))
        .forEach(
            table -> {
              referring(referring, table)
                  .forEach(other -> openCircle(transition, other, table.name()));
              transition.add(new DropTable(table.name()));
            });
  }

  private static List<QualifiedName> referring(
      Map<QualifiedName, List<QualifiedName>> referring, Table table) {
    return referring.getOrDefault(table.name(), List.of());
  }

  private static void openCircle(Transition transition, QualifiedName table, QualifiedName target) {
    if (!table.equals(target)) {
      transition.current().findTable(table).stream()
          .flatMap(other -> other.foreignKeys().stream())
          .filter(key -> key.target().equals(target))
          .forEach(key -> transition.add(new DropConstraint(table, key.requiredName())));
    }
  }
}
