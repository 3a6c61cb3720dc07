package dev.migrate.engine.branch;

import dev.migrate.operation.AlterSequence;
import dev.migrate.schema.CacheChange;
import dev.migrate.schema.CycleChange;
import dev.migrate.schema.IncrementChange;
import dev.migrate.schema.MaximumChange;
import dev.migrate.schema.MinimumChange;
import dev.migrate.schema.SequenceChange;
import dev.migrate.schema.SequenceChangeVisitor;
import dev.migrate.schema.StartChange;
import dev.migrate.schema.ValueTypeChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes of a sequence as calls of {@code Ddl} to paste; empty for a type that is not plain. */
final class SequenceCode implements SequenceChangeVisitor<Optional<String>> {

  private static final SequenceCode CODE = new SequenceCode();

  private SequenceCode() {}

  /** The arguments of the call that alters the sequence. */
  static Optional<String> of(AlterSequence alter) {
    List<String> arguments = new ArrayList<>();
    arguments.add(OperationCode.quoted(alter.sequence().toString()));
    for (SequenceChange change : alter.changes()) {
      Optional<String> call = change.accept(CODE);
      if (call.isEmpty()) {
        return Optional.empty();
      }
      arguments.add(call.get());
    }
    return Optional.of(String.join(", ", arguments));
  }

  @Override
  public Optional<String> visit(ValueTypeChange change) {
    return change.type().isEmpty()
        ? Optional.of("noValueType()")
        : TypeCode.of(change.type().get()).map(type -> "valueType(" + type + ")");
  }

  @Override
  public Optional<String> visit(StartChange change) {
    return number("startingAt", change.start());
  }

  @Override
  public Optional<String> visit(IncrementChange change) {
    return number("incrementedBy", change.increment());
  }

  @Override
  public Optional<String> visit(MinimumChange change) {
    return change.minimum().map(v -> number("minimum", v)).orElse(Optional.of("noMinimum()"));
  }

  @Override
  public Optional<String> visit(MaximumChange change) {
    return change.maximum().map(v -> number("maximum", v)).orElse(Optional.of("noMaximum()"));
  }

  @Override
  public Optional<String> visit(CycleChange change) {
    return Optional.of(change.cycles() ? "cycling()" : "noCycling()");
  }

  @Override
  public Optional<String> visit(CacheChange change) {
    return change.cache().map(v -> number("cache", v)).orElse(Optional.of("noCache()"));
  }

  private static Optional<String> number(String method, long value) {
    String suffix = value == (int) value ? "" : "L";
    return Optional.of(method + "(" + value + suffix + ")");
  }
}
