package dev.migrate.source;

import dev.migrate.Reconciliation.Variant;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.ForDialect;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import java.util.Optional;

/** Operations as Java source. */
public final class JavaSource {

  private JavaSource() {}

  /**
   * An operation as a call on one line, without imports. The words are those of {@link
   * dev.migrate.Ddl}.
   *
   * @param recorder the name of the variable on which it is called
   * @return the call; empty if the operation has what only exists as code, such as the body of
   *     {@code run(code(…))}
   */
  public static Optional<String> call(Operation operation, String recorder) {
    return layout(operation, recorder).map(Layout::flat);
  }

  /**
   * An operation as the statement that records it in {@code upgrade(Operations op)}, without
   * imports.
   *
   * @param indent the columns before the statement
   * @return the statement with its lines broken at 100 columns; empty as for {@link #call}
   */
  public static Optional<String> statement(Operation operation, int indent) {
    return layout(operation, "op")
        .map(call -> Layout.written(Layout.level(0, call, Layout.text(";")), indent));
  }

  /**
   * A variant as the call that declares it in {@code reconcile(Reconciliation when)}, on one line.
   *
   * @return the call; empty as for {@link #call}
   */
  public static Optional<String> reconciliation(Variant variant) {
    Words words = new Words(new Imports());
    return variant.operations().stream().allMatch(JavaSource::isKnown)
        ? Optional.of(
            Layout.flat(
                new LineageSource(words, new OperationSource(words))
                    .of(variant, id -> Optional.empty())
                    .layout()))
        : Optional.empty();
  }

  private static Optional<Layout> layout(Operation operation, String recorder) {
    return isKnown(operation)
        ? Optional.of(
            new OperationSource(new Words(new Imports())).of(recorder, operation).layout())
        : Optional.empty();
  }

  /** Whether all that the operation does is in it, and not in the body of a lambda. */
  static boolean isKnown(Operation operation) {
    if (operation instanceof ForDialect group) {
      return group.operations().stream().allMatch(JavaSource::isKnown);
    } else if (operation instanceof CreateView create) {
      return create.view().query().isPresent();
    }
    return !(operation instanceof RunCode);
  }
}
