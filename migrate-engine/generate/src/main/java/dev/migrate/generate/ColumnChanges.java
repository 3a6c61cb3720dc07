package dev.migrate.generate;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.DropColumn;
import dev.migrate.schema.CollationChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.Comment;
import dev.migrate.schema.DefaultChange;
import dev.migrate.schema.IdentityChange;
import dev.migrate.schema.NullabilityChange;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.TypeChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The columns of tables that stay. */
final class ColumnChanges {

  private ColumnChanges() {}

  /** Adds the columns that are new and not computed. */
  static void add(Transition transition, Table after) {
    addMissing(transition, after, false);
  }

  /** An identity needs its key on some databases, so it goes before the key does. */
  static void dropIdentities(Transition transition, Table after) {
    Table now = transition.now(after.name());
    Set<String> going = KeyChanges.going(transition.affected(), now, after);
    boolean losesKey =
        now.primaryKey().filter(key -> going.contains(key.requiredName())).isPresent();
    for (Column column : now.columns()) {
      boolean loses =
          column.identityMode().isPresent()
              && after.findColumn(column.name()).flatMap(Column::identityMode).isEmpty();
      if (losesKey && loses) {
        IdentityChange none = new IdentityChange(Optional.empty());
        transition.add(new AlterColumn(after.name(), column.name(), List.of(none)));
      }
    }
  }

  /** Alters columns; computed ones whose computation changes are dropped before. */
  static void change(Transition transition, Table after) {
    QualifiedName name = after.name();
    dropEach(
        transition,
        name,
        transition.now(name).columns().stream()
            .map(Column::name)
            .filter(c -> transition.affected().recreated().contains(new ColumnName(name, c)))
            .toList());
    addMissing(transition, after, false);
    for (Column column : after.columns()) {
      Optional<Column> now = transition.now(name).findColumn(column.name());
      now.ifPresent(known -> alter(transition, name, known, column));
    }
  }

  /** Adds computed columns, once what they are computed from is as it will be. */
  static void addComputed(Transition transition, Table after) {
    addMissing(transition, after, true);
  }

  private static void addMissing(Transition transition, Table after, boolean computed) {
    List<Column> left =
        new ArrayList<>(
            after.columns().stream()
                .filter(column -> column.generated().isPresent() == computed)
                .filter(c -> transition.now(after.name()).findColumn(c.name()).isEmpty())
                .toList());
    while (!left.isEmpty()) {
      Column next =
          left.stream()
              .filter(column -> left.stream().noneMatch(other -> uses(after, column, other)))
              .findFirst()
              .orElse(left.get(0));
      transition.add(new AddColumn(after.name(), next));
      left.remove(next);
    }
  }

  private static boolean uses(Table table, Column column, Column other) {
    return !column.equals(other)
        && column
            .generated()
            .filter(computed -> table.mentions(computed.expression(), other.name()))
            .isPresent();
  }

  private static void alter(Transition transition, QualifiedName table, Column now, Column after) {
    List<ColumnChange> changes = new ArrayList<>();
    if (!now.type().equals(after.type())) {
      changes.add(new TypeChange(after.type(), Optional.empty()));
    }
    if (!now.collation().equals(after.collation()) && !goes(now, after)) {
      changes.add(new CollationChange(after.collation()));
    }
    if (!now.identityMode().equals(after.identityMode())) {
      changes.add(new IdentityChange(after.identityMode()));
    }
    if (!now.defaultValue().equals(after.defaultValue())) {
      changes.add(new DefaultChange(after.defaultValue()));
    }
    if (now.nullable() != after.nullable()) {
      changes.add(new NullabilityChange(after.nullable()));
    }
    if (!now.comment().equals(after.comment())) {
      changes.add(new Comment(after.comment()));
    }
    if (!changes.isEmpty()) {
      transition.add(new AlterColumn(table, now.name(), changes));
    }
  }

  /** Whether a collation goes with a type that has none. */
  private static boolean goes(Column now, Column after) {
    Column bare = Column.of(now.name(), now.type()).withCollation(now.collation());
    return after.collation().isEmpty()
        && !now.type().equals(after.type())
        && new TypeChange(after.type(), Optional.empty()).applyTo(bare).collation().isEmpty();
  }

  /** Drops the columns that the target does not have. */
  static void drop(Transition transition) {
    for (Table table : transition.kept()) {
      Table after = transition.targetOf(table).orElseThrow();
      dropEach(
          transition,
          table.name(),
          table.columns().stream()
              .map(Column::name)
              .filter(column -> after.findColumn(column).isEmpty())
              .toList());
    }
  }

  /** Drops columns, computed ones before those that they are computed from. */
  private static void dropEach(Transition transition, QualifiedName table, List<String> columns) {
    List<String> left = new ArrayList<>(columns);
    while (!left.isEmpty()) {
      Table now = transition.now(table);
      String next =
          left.stream()
              .filter(column -> now.usersOf(column).isEmpty())
              .findFirst()
              .orElse(left.get(0));
      transition.add(new DropColumn(table, next));
      left.remove(next);
    }
  }
}
