package dev.migrate.operation;

import dev.migrate.error.DefinitionException;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Schema;
import java.util.Collections;
import java.util.List;
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
 */
public record ExecuteSql(
    Expression sql,
    Set<DialectName> only,
    Declarations declarations,
    Undo undo,
    List<Operation> meaning)
    implements Operation {

  /**
   * Checks and copies.
   *
   * @throws DefinitionException if raw SQL or code stands for the meaning
   */
  public ExecuteSql {
    only = Collections.unmodifiableSet(new TreeSet<>(only));
    meaning = List.copyOf(meaning);
    if (meaning.stream().anyMatch(ExecuteSql::isOpaque)) {
      throw new DefinitionException(
          "raw SQL or code shall say what raw SQL means: " + sql,
          "say it with operations on the schema, such as createTable");
    }
  }

  private static boolean isOpaque(Operation operation) {
    return operation instanceof ForDialect group
        ? group.operations().stream().anyMatch(ExecuteSql::isOpaque)
        : operation instanceof ExecuteSql || operation instanceof RunCode;
  }

  @Override
  public List<Operation> on(List<DialectName> names) {
    return only.isEmpty() || names.stream().anyMatch(only::contains) ? List.of(this) : List.of();
  }

  @Override
  public Schema applyTo(Schema before) {
    Schema schema = before;
    for (Operation operation : meaning) {
      schema = operation.applyTo(schema);
    }
    return schema;
  }

  @Override
  public Inverse inverse(Schema before) {
    if (undo.sql().isPresent()) {
      return Inverse.of(
          new ExecuteSql(
              undo.sql().orElseThrow(), only, declarations, Undo.by(sql), undoneMeaning(before)));
    } else if (!undo.isNeeded()) {
      return Inverse.of();
    } else if (meaning.isEmpty()) {
      return Inverse.none(
          "nothing was said about undoing the raw SQL "
              + sql
              + "; add .undoneBy(\"…\") or .needsNoUndo(), or override downgrade(…)");
    }
    List<Inverse> inverses = Inverse.ofAll(meaning, before);
    return inverses.stream()
        .filter(inverse -> inverse.obstacle().isPresent())
        .findFirst()
        .orElseGet(
            () ->
                new Inverse(
                    inverses.stream().flatMap(i -> i.operations().stream()).toList(),
                    inverses.stream().flatMap(i -> i.onlyIfEmpty().stream()).findFirst(),
                    Optional.empty()));
  }

  private List<Operation> undoneMeaning(Schema before) {
    return Inverse.ofAll(meaning, before).stream().flatMap(i -> i.operations().stream()).toList();
  }

  @Override
  public Footprint footprint(Schema before) {
    if (meaning.isEmpty()) {
      return declarations.footprint();
    }
    Footprint footprint = Footprint.NONE;
    Schema schema = before;
    for (Operation operation : meaning) {
      footprint = footprint.and(operation.footprint(schema));
      schema = operation.applyTo(schema);
    }
    return declarations.writes().isEmpty() ? footprint : footprint.and(declarations.footprint());
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "execute " + sql + (only.isEmpty() ? "" : " only on " + only);
  }
}
