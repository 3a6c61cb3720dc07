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
import java.util.function.Predicate;

/** The columns of tables that stay. */
final class ColumnChanges {

  private ColumnChanges() {}

  /** Adds the columns that are new and need nothing that comes later. */
  static void add(Transition transition, Table after) {
    boolean waits = waitsForKey(transition, after);
    addMissing(
        transition,
        after,
        column -> column.generated().isEmpty() && !(waits && column.identityMode().isPresent()));
  }

  /**
   * On some databases an identity needs a key, and a table has one identity: it goes before a key
   * of its does and before another one comes.
   */
  static void dropIdentities(Transition transition, Table after) {
    Table now = transition.now(after.name());
    Set<String> going = KeyChanges.going(transition.affected(), now, after);
    boolean gains =
        after.columns().stream()
            .anyMatch(column -> isIdentity(after, column) && !isIdentity(now, column));
    for (Column column : now.columns()) {
      if (isIdentity(now, column)
          && !isIdentity(after, column)
          && (gains || now.rulesUsing(column.name()).stream().anyMatch(going::contains))) {
        IdentityChange none = new IdentityChange(Optional.empty());
        transition.add(new AlterColumn(after.name(), column.name(), List.of(none)));
      }
    }
  }

  private static boolean isIdentity(Table table, Column column) {
    return table.findColumn(column.name()).flatMap(Column::identityMode).isPresent();
  }

  /** Adds the identities that their key follows at once. */
  static void addIdentities(Transition transition, Table after) {
    addMissing(transition, after, column -> column.generated().isEmpty());
  }

  /** Makes columns identities whose key had to come first. */
  static void makeIdentities(Transition transition, Table after) {
    for (Column column : after.columns()) {
      Optional<Column> now = transition.now(after.name()).findColumn(column.name());
      if (isIdentity(after, column) && now.flatMap(Column::identityMode).isEmpty()) {
        IdentityChange identity = new IdentityChange(column.identityMode());
        transition.add(new AlterColumn(after.name(), column.name(), List.of(identity)));
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
    add(transition, after);
    for (Column column : after.columns()) {
      Optional<Column> now = transition.now(name).findColumn(column.name());
      now.ifPresent(
          known -> alter(transition, name, known, column, waitsForKey(transition, after)));
    }
  }

  /** Whether the primary key of a table comes after its columns. */
  private static boolean waitsForKey(Transition transition, Table after) {
    return after.primaryKey().isPresent()
        && !transition.now(after.name()).primaryKey().equals(after.primaryKey());
  }

  /** Adds computed columns, once what they are computed from is as it will be. */
  static void addComputed(Transition transition, Table after) {
    addMissing(transition, after, column -> true);
  }

  private static void addMissing(Transition transition, Table after, Predicate<Column> condition) {
    List<Column> left =
        new ArrayList<>(
            after.columns().stream()
                .filter(condition)
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

  private static void alter(
      Transition transition, QualifiedName table, Column now, Column after, boolean waitsForKey) {
    List<ColumnChange> changes = new ArrayList<>();
    if (!now.type().equals(after.type())) {
      changes.add(new TypeChange(after.type(), Optional.empty()));
    }
    if (!now.collation().equals(after.collation()) && !goes(now, after)) {
      changes.add(new CollationChange(after.collation()));
    }
    boolean isNewIdentity = now.identityMode().isEmpty();
    if (!now.identityMode().equals(after.identityMode()) && !(isNewIdentity && waitsForKey)) {
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
    for (Table table : transition.changing()) {
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
