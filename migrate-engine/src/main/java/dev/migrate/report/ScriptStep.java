package dev.migrate.report;

import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.schema.QualifiedName;
import java.util.List;

/**
 * One revision of a script. Immutable and thread-safe.
 *
 * @param step the step of the plan
 * @param statements what runs, in order
 * @param bookkeeping what keeps the history when the script is run by hand
 */
public record ScriptStep(Step step, List<Statement> statements, List<String> bookkeeping) {

  /** Copies. */
  public ScriptStep {
    statements = List.copyOf(statements);
    bookkeeping = List.copyOf(bookkeeping);
  }

  @Override
  public String toString() {
    String way = step.direction() == Direction.UP ? "up" : "down";
    StringBuilder text = new StringBuilder("-- ").append(way).append(' ');
    text.append(commented(step.title()));
    step.lineage().message().ifPresent(m -> text.append(": ").append(commented(m)));
    for (String loss : step.dataLoss()) {
      text.append("\n-- loses ").append(commented(loss));
    }
    for (QualifiedName table : step.mustBeEmpty()) {
      text.append("\n-- only if it has no rows: table ").append(commented(table.toString()));
    }
    for (Statement statement : statements) {
      boolean runnable = statement.kind() != Kind.CODE;
      text.append(runnable ? "\n" : "\n-- this script cannot do: ");
      text.append(runnable ? statement.sql() + ";" : commented(statement.sql()));
    }
    bookkeeping.forEach(sql -> text.append('\n').append(sql).append(';'));
    return text.toString();
  }

  /** Every line of a text stays inside a comment. */
  private static String commented(String text) {
    return text.replaceAll("\\R", "\n-- ");
  }
}
