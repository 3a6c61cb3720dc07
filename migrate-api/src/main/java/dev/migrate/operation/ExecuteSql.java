package dev.migrate.operation;

import dev.migrate.error.DefinitionException;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Executes one statement of raw SQL, sent verbatim.
 *
 * @param sql the statement, by dialect if need be
 * @param only the dialects on which it runs; empty for all
 * @param declarations what it looks at and changes
 * @param undo what a downgrade does about it
 * @param meaning what it does to the schema; none if it leaves no lasting object
 * @param isOutsideTransaction whether the database refuses it inside of a transaction
 * @param keepsSchema whether it is stated that it changes nothing of the schema; false where the
 *     meaning says what it changes
 */
public record ExecuteSql(
    Expression sql,
    Set<DialectName> only,
    Declarations declarations,
    Undo undo,
    List<Operation> meaning,
    boolean isOutsideTransaction,
    boolean keepsSchema)
    implements Operation, RawOperation {

  /**
   * A statement that the database takes inside of a transaction too.
   *
   * @param sql the statement, by dialect if need be
   * @param only the dialects on which it runs; empty for all
   * @param declarations what it looks at and changes
   * @param undo what a downgrade does about it
   * @param meaning what it does to the schema; none if it leaves no lasting object
   * @throws DefinitionException if raw SQL or code stands for the meaning
   */
  public ExecuteSql(
      Expression sql,
      Set<DialectName> only,
      Declarations declarations,
      Undo undo,
      List<Operation> meaning) {
    this(sql, only, declarations, undo, meaning, false, false);
  }

  /**
   * Checks and copies.
   *
   * @throws DefinitionException if raw SQL or code stands for the meaning
   */
  public ExecuteSql {
    Objects.requireNonNull(sql, "sql");
    only = Collections.unmodifiableSet(new TreeSet<>(only));
    meaning = List.copyOf(meaning);
    if (meaning.stream().anyMatch(ExecuteSql::isRaw)) {
      throw new DefinitionException(
          "the meaning of raw SQL contains raw SQL or code: " + sql,
          "state it with operations on the schema, such as createTable");
    }
    keepsSchema &= meaning.isEmpty();
  }

  private static boolean isRaw(Operation operation) {
    return operation instanceof ForDialect group
        ? group.operations().stream().anyMatch(ExecuteSql::isRaw)
        : operation instanceof RawOperation;
  }

  @Override
  public List<Operation> on(List<DialectName> names) {
    if (!only.isEmpty() && names.stream().noneMatch(only::contains)) {
      return List.of();
    }
    List<Operation> here = meaning.stream().flatMap(part -> part.on(names).stream()).toList();
    return List.of(
        here.equals(meaning)
            ? this
            : new ExecuteSql(
                sql, only, declarations, undo, here, isOutsideTransaction, here.isEmpty()));
  }

  @Override
  public Schema applyTo(Schema before) {
    return Operation.applyAll(meaning, before);
  }

  /**
   * What was declared to undo it; otherwise the inverses of what it means, if it means something.
   */
  @Override
  public Inverse inverse(Schema before) {
    if (meaning.isEmpty() && undo.sql().isEmpty()) {
      return undo.isNeeded()
          ? Inverse.none(
              "nothing was declared about undoing the raw SQL "
                  + sql
                  + "; add .undoneBy(\"…\") or .needsNoUndo(), or override downgrade(…)")
          : Inverse.of();
    } else if (!undo.isNeeded()) {
      return Inverse.none(
          "the raw SQL "
              + sql
              + " changes the schema, so it does need an undo; take .needsNoUndo() away, or"
              + " override downgrade(…)");
    }
    Inverse meant = Inverse.combined(Inverse.ofAll(meaning, before));
    return undo.sql().isEmpty() || meant.obstacle().isPresent()
        ? meant
        : Inverse.of(
            new ExecuteSql(
                undo.sql().get(),
                only,
                declarations.reversed(),
                Undo.by(sql),
                meant.operations(),
                isOutsideTransaction,
                keepsSchema));
  }

  @Override
  public Footprint footprint(Schema before) {
    return meaning.isEmpty() && !keepsSchema && !declarations.stateChanges()
        ? Footprint.UNKNOWN
        : Footprint.ofAll(meaning, before).and(declarations.stated(before, Optional.of(sql)));
  }

  /** What the changes of the schema do that the SQL stands for. */
  @Override
  public List<ElementChange> elementChanges() {
    return meaning.stream().flatMap(part -> part.elementChanges().stream()).toList();
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  /** What the changes of the schema lose that the SQL stands for. */
  @Override
  public List<String> dataLoss(Schema before) {
    List<String> losses = new ArrayList<>();
    Schema schema = before;
    for (Operation part : meaning) {
      losses.addAll(part.dataLoss(schema));
      schema = part.applyTo(schema);
    }
    return losses;
  }

  @Override
  public String toString() {
    return "execute " + sql + (only.isEmpty() ? "" : " only on " + only);
  }
}
