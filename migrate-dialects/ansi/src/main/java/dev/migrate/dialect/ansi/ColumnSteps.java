package dev.migrate.dialect.ansi;

import dev.migrate.operation.AlterColumn;
import dev.migrate.schema.CollationChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.Comment;
import dev.migrate.schema.DefaultChange;
import dev.migrate.schema.IdentityChange;
import dev.migrate.schema.NullabilityChange;
import dev.migrate.schema.Schema;
import dev.migrate.schema.TypeChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The order in which the attributes of a column change, so that every step is possible. */
final class ColumnSteps {

  private final AlterColumn operation;
  private final Column before;
  private final Column after;

  private ColumnSteps(AlterColumn operation, Schema schema) {
    this.operation = operation;
    this.before = schema.table(operation.table()).column(operation.column());
    this.after = operation.applyTo(schema).table(operation.table()).column(operation.column());
  }

  /**
   * An old default or identity goes before the type changes, because it would not fit the new type;
   * a new one comes after. NULL is forbidden before there is an identity, which some engines
   * demand, and allowed once there is none.
   *
   * @return one operation for each change, which together make the same column
   */
  static List<AlterColumn> of(AlterColumn operation, Schema schema) {
    return new ColumnSteps(operation, schema).inOrder();
  }

  private List<AlterColumn> inOrder() {
    Optional<IdentityChange> identity = change(IdentityChange.class);
    Optional<DefaultChange> defaultValue = change(DefaultChange.class);
    List<ColumnChange> steps = new ArrayList<>();
    identity.filter(change -> change.mode().isEmpty()).ifPresent(steps::add);
    defaultValue.flatMap(this::oldDefault).ifPresent(steps::add);
    change(TypeChange.class).ifPresent(steps::add);
    change(CollationChange.class).ifPresent(steps::add);
    nullability().filter(change -> !change.nullable()).ifPresent(steps::add);
    defaultValue.filter(change -> change.value().isPresent()).ifPresent(steps::add);
    identity.filter(change -> change.mode().isPresent()).ifPresent(steps::add);
    nullability().filter(NullabilityChange::nullable).ifPresent(steps::add);
    change(Comment.class).ifPresent(steps::add);
    return steps.stream()
        .map(step -> new AlterColumn(operation.table(), operation.column(), List.of(step)))
        .toList();
  }

  private Optional<DefaultChange> oldDefault(DefaultChange change) {
    boolean inTheWay = before.defaultValue().isPresent() && change(TypeChange.class).isPresent();
    return change.value().isEmpty() || inTheWay
        ? Optional.of(new DefaultChange(Optional.empty()))
        : Optional.empty();
  }

  private Optional<NullabilityChange> nullability() {
    boolean implied = before.nullable() && !after.nullable();
    return implied || change(NullabilityChange.class).isPresent()
        ? Optional.of(new NullabilityChange(after.nullable()))
        : Optional.empty();
  }

  private <C extends ColumnChange> Optional<C> change(Class<C> kind) {
    return operation.changes().stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }
}
