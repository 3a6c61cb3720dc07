package dev.migrate.generate;

import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.Check;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The primary keys, unique constraints, checks and indexes of tables that stay. */
final class KeyChanges {

  private KeyChanges() {}

  /** Drops what the target does not have in this form or under this name. */
  static void drop(Transition transition, QualifiedName name) {
    Table table = transition.now(name);
    Table after = transition.target().table(name);
    Set<String> going = going(transition.affected(), table, after);
    for (Index index : table.indexes()) {
      if (going.contains(index.requiredName())) {
        transition.add(new DropIndex(name, index.requiredName(), false));
      }
    }
    for (Constraint constraint : table.constraints()) {
      if (!(constraint instanceof ForeignKey) && going.contains(constraint.requiredName())) {
        transition.add(new DropConstraint(name, constraint.requiredName()));
      }
    }
  }

  /** What of a table is dropped, also if it is created again later; foreign keys are left out. */
  static Set<String> going(AffectedColumns affected, Table before, Table after) {
    Set<String> going = new HashSet<>();
    before.columns().stream()
        .filter(column -> affected.goes(new ColumnName(before.name(), column.name())))
        .forEach(column -> going.addAll(before.rulesUsing(column.name())));
    for (Constraint constraint : before.constraints()) {
      if (constraint instanceof ForeignKey) {
        going.remove(constraint.requiredName());
      } else if (!stays(constraint, after)) {
        going.add(constraint.requiredName());
      }
    }
    for (Index index : before.indexes()) {
      if (!after.findIndex(index.requiredName()).filter(index::equals).isPresent()) {
        going.add(index.requiredName());
      }
    }
    return going;
  }

  private static boolean stays(Constraint constraint, Table after) {
    return after
        .findConstraint(constraint.requiredName())
        .filter(then -> then.equals(constraint) || isValidated(constraint, then))
        .isPresent();
  }

  /** Whether a check only begins to hold for the rows that were there before it. */
  private static boolean isValidated(Constraint before, Constraint after) {
    return before instanceof Check check
        && check.isNotValid()
        && check.withNotValid(false).equals(after);
  }

  /** Adds the primary key as soon as its columns are there: an identity may need it at once. */
  static void addPrimaryKey(Transition transition, Table after) {
    Table now = transition.now(after.name());
    after
        .primaryKey()
        .filter(key -> key.columns().stream().allMatch(c -> now.findColumn(c).isPresent()))
        .ifPresent(key -> add(transition, after.name(), key));
  }

  /** Adds what is missing. */
  static void add(Transition transition, Table after) {
    after.constraints().stream()
        .filter(constraint -> !(constraint instanceof ForeignKey))
        .forEach(constraint -> add(transition, after.name(), constraint));
    for (Index index : after.indexes()) {
      if (transition.now(after.name()).findIndex(index.requiredName()).isEmpty()) {
        transition.add(new CreateIndex(after.name(), index, false));
      }
    }
  }

  static void add(Transition transition, QualifiedName table, Constraint constraint) {
    Optional<Constraint> known = transition.now(table).findConstraint(constraint.requiredName());
    if (known.isEmpty()) {
      transition.add(new AddConstraint(table, constraint));
    } else if (known.get().isNotValid() && !constraint.isNotValid()) {
      transition.add(new ValidateConstraint(table, constraint.requiredName()));
    }
  }
}
