package dev.migrate.generate;

import dev.migrate.operation.DropConstraint;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The foreign keys that change, and those that make way for a change of their columns or keys. */
final class ForeignKeyChanges {

  private ForeignKeyChanges() {}

  static void drop(Transition transition) {
    Schema before = transition.current();
    for (Table table : transition.kept()) {
      Table after = transition.targetOf(table).orElseThrow();
      for (ForeignKey key : table.foreignKeys()) {
        if (makesWay(transition, before, table, key) || !stays(key, after)) {
          transition.add(new DropConstraint(table.name(), key.requiredName()));
        }
      }
    }
    before.tables().stream()
        .filter(table -> transition.targetOf(table).isEmpty())
        .forEach(
            table ->
                table.foreignKeys().stream()
                    .filter(key -> transition.target().findTable(key.target()).isPresent())
                    .filter(key -> losesTarget(transition, before, key))
                    .forEach(
                        key ->
                            transition.add(new DropConstraint(table.name(), key.requiredName()))));
  }

  private static boolean stays(ForeignKey key, Table after) {
    return after
        .findConstraint(key.requiredName())
        .filter(
            then -> then.equals(key) || (key.isNotValid() && key.withNotValid(false).equals(then)))
        .isPresent();
  }

  /** Whether a column of it changes, or the key that it refers to goes. */
  private static boolean makesWay(
      Transition transition, Schema before, Table table, ForeignKey key) {
    return key.columns().stream()
            .map(column -> new ColumnName(table.name(), column))
            .anyMatch(transition.affected()::isAffected)
        || losesTarget(transition, before, key);
  }

  /** Whether a column that it refers to changes, or their key goes. */
  private static boolean losesTarget(Transition transition, Schema before, ForeignKey key) {
    boolean columns =
        key.targetColumns().stream()
            .map(column -> new ColumnName(key.target(), column))
            .anyMatch(transition.affected()::isAffected);
    return columns
        || before
            .findTable(key.target())
            .map(known -> losesKey(transition, known, key))
            .orElse(false);
  }

  /** Whether the key that a foreign key refers to is dropped, also if it comes back. */
  static boolean losesKey(Transition transition, Table target, ForeignKey key) {
    Optional<Table> after = transition.targetOf(target);
    if (after.isEmpty()) {
      return true;
    }
    AffectedColumns affected = transition.affected();
    if (!affected.changedTables().contains(target.name()) && after.get().equals(target)) {
      return false;
    }
    Set<String> going = KeyChanges.going(affected, target, after.get());
    List<Constraint> constraints =
        target.constraints().stream().filter(c -> !going.contains(c.requiredName())).toList();
    List<Index> indexes =
        target.indexes().stream().filter(i -> !going.contains(i.requiredName())).toList();
    return !target.withConstraints(constraints).withIndexes(indexes).hasKey(key.targetColumns());
  }

  static void add(Transition transition) {
    for (Table after : transition.target().tables()) {
      after.foreignKeys().forEach(key -> KeyChanges.add(transition, after.name(), key));
    }
  }

  /** Whether a foreign key can be added to a schema. */
  static boolean fits(Schema schema, ForeignKey key) {
    QualifiedName target = key.target();
    return schema
        .findTable(target)
        .filter(
            table -> key.targetColumns().stream().allMatch(c -> table.findColumn(c).isPresent()))
        .filter(table -> table.hasKey(key.targetColumns()))
        .isPresent();
  }
}
