package dev.migrate.dialect.h2;

import dev.migrate.operation.AddConstraint;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The constraints that keep H2 from dropping an index or another constraint. They are dropped first
 * and added again afterwards.
 */
final class H2DependentConstraints {

  private H2DependentConstraints() {}

  /**
   * H2 lets a constraint use an index that is there, and then does not drop that index (error
   * 90085). Which one it uses is nowhere to be seen, so every constraint that could goes before the
   * index and comes back after it.
   */
  static List<AddConstraint> of(Table table, Index index) {
    return table.constraints().stream()
        .filter(constraint -> canUse(constraint, index))
        .map(constraint -> new AddConstraint(table.name(), constraint))
        .toList();
  }

  /** A foreign key uses an index that begins with its columns, in any order. */
  private static boolean canUse(Constraint constraint, Index index) {
    List<String> keys = index.keys().stream().flatMap(key -> key.column().stream()).toList();
    int columns = constraint.columns().size();
    boolean begins =
        keys.size() >= columns
            && Set.copyOf(keys.subList(0, columns)).equals(Set.copyOf(constraint.columns()));
    return constraint instanceof ForeignKey
        ? begins
        : constraint instanceof Unique && begins && index.isUnique() && keys.size() == columns;
  }

  /**
   * A foreign key keeps to one of several keys over the columns that it refers to, and H2 does not
   * drop that one (error 90152). So every foreign key that could keep to it goes and comes back. A
   * unique constraint over the columns of the primary key uses its index, and would keep them from
   * taking NULL (error 90023); it goes and comes back too.
   */
  static List<AddConstraint> of(Schema schema, QualifiedName owner, Constraint dropped) {
    List<AddConstraint> back = new ArrayList<>();
    for (Table table : schema.tables()) {
      for (Constraint constraint : table.constraints()) {
        boolean own = table.name().equals(owner);
        if (refers(constraint, owner, dropped)
            || (own && dropped instanceof PrimaryKey && isUniqueOver(constraint, dropped))) {
          back.add(new AddConstraint(table.name(), constraint));
        }
      }
    }
    return back;
  }

  private static boolean refers(Constraint constraint, QualifiedName table, Constraint target) {
    return constraint instanceof ForeignKey key
        && !(target instanceof ForeignKey)
        && key.target().equals(table)
        && Set.copyOf(key.targetColumns()).equals(Set.copyOf(target.columns()));
  }

  private static boolean isUniqueOver(Constraint constraint, Constraint other) {
    return constraint instanceof Unique
        && Set.copyOf(constraint.columns()).equals(Set.copyOf(other.columns()));
  }
}
