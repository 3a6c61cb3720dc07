package dev.migrate.report;

import dev.migrate.dialect.SessionSetting;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import java.util.List;

/**
 * One revision with the statements that it executes. Immutable and thread-safe.
 *
 * @param step the step of the plan
 * @param statements the statements, in order
 * @param operationsBefore for each statement, how many operations of the step come before those
 *     that it belongs to; an operation can have no statement
 * @param inOneTransaction whether the revision and its history row are one transaction
 * @param settings the session settings that the statements require
 */
public record ScriptStep(
    PlanStep step,
    List<Statement> statements,
    List<Integer> operationsBefore,
    boolean inOneTransaction,
    List<SessionSetting> settings) {

  /**
   * Copies.
   *
   * @throws IllegalArgumentException if there is not one number for each statement
   */
  public ScriptStep {
    statements = List.copyOf(statements);
    operationsBefore = List.copyOf(operationsBefore);
    if (statements.size() != operationsBefore.size()) {
      throw new IllegalArgumentException(
          statements.size() + " statements, " + operationsBefore.size() + " numbers");
    }
    settings = List.copyOf(settings);
  }

  /**
   * The schema before a statement.
   *
   * @param number the number of the statement, from 1
   */
  public Schema before(int number) {
    int operations = operationsBefore.get(number - 1);
    Schema schema = Operation.applyAll(step.operations().subList(0, operations), step.before());
    for (int earlier = operationsBefore.indexOf(operations); earlier < number - 1; earlier++) {
      Statement statement = statements.get(earlier);
      boolean changes = statement.kind() != Kind.CHECK;
      schema = changes ? statement.part().applyTo(schema) : schema;
    }
    return schema;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(step.title());
    statements.forEach(statement -> text.append('\n').append(statement));
    return text.toString();
  }
}
