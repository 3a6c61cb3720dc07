package dev.migrate.report;

import dev.migrate.dialect.SessionSetting;
import dev.migrate.dialect.Statement;
import dev.migrate.schema.QualifiedName;
import java.util.List;

/**
 * One revision of a script. Immutable and thread-safe.
 *
 * @param step the step of the plan
 * @param statements what runs, in order
 * @param inOneTransaction whether the revision happens as a whole or not at all, together with its
 *     row in the history
 * @param settings what the session has to be meanwhile
 * @param bookkeeping what keeps the history when the script is run by hand
 */
public record ScriptStep(
    Step step,
    List<Statement> statements,
    boolean inOneTransaction,
    List<SessionSetting> settings,
    List<String> bookkeeping) {

  /** Copies. */
  public ScriptStep {
    statements = List.copyOf(statements);
    settings = List.copyOf(settings);
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
    settings.forEach(setting -> text.append('\n').append(setting.during()).append(';'));
    text.append(inOneTransaction ? "\nBEGIN;" : "");
    for (Statement statement : statements) {
      text.append('\n').append(line(statement));
    }
    bookkeeping.forEach(sql -> text.append('\n').append(sql).append(';'));
    text.append(inOneTransaction ? "\nCOMMIT;" : "");
    for (SessionSetting setting : settings) {
      text.append('\n').append(setting.restore().apply(setting.usual())).append(';');
    }
    return text.toString();
  }

  private static String line(Statement statement) {
    return switch (statement.kind()) {
      case CODE -> "-- this script cannot do: " + commented(statement.sql());
      case CHECK -> "-- go on only if this finds nothing:\n" + statement.sql() + ";";
      default -> statement.sql() + ";";
    };
  }

  /** Every line of a text stays inside a comment. */
  private static String commented(String text) {
    return text.replaceAll("\\R", "\n-- ");
  }
}
