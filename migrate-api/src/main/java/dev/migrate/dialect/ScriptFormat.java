package dev.migrate.dialect;

import dev.migrate.dialect.Statement.Kind;
import dev.migrate.error.UnsupportedByDialectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the vendor's own client runs a script. A script does what the call would do. After the first
 * failed statement it executes and records nothing more, even if the client continues after an
 * error. Immutable and thread-safe.
 *
 * <p>A dialect overrides what its client needs; the defaults are for a client that ends statements
 * with a semicolon and stops at the first error.
 */
public interface ScriptFormat {

  /** The defaults. */
  ScriptFormat PLAIN = new ScriptFormat() {};

  /**
   * The name of the client.
   *
   * @return such as {@code psql}
   */
  default String client() {
    return "a client that stops at the first error";
  }

  /**
   * Why the client cannot run a statement. The script ends before the revision that contains it.
   *
   * @param statement a statement that is not Java code
   * @return such as {@code psql would take the backslash for a command}; empty if it can
   */
  default Optional<String> obstacle(Statement statement) {
    return Optional.empty();
  }

  /**
   * Splits a script that somebody else wrote for the client, as the client does.
   *
   * @param script the text of the file
   * @return its statements in order; comments between statements are left out
   * @throws dev.migrate.error.DefinitionException if a quote or comment is not closed, or the
   *     script has something that only the client executes, such as {@code \copy}
   * @throws UnsupportedByDialectException by default
   */
  default List<ScriptStatement> statements(String script) {
    throw new UnsupportedByDialectException(
        "a script of somebody else's", client(), "run it with the client, and read the database");
  }

  /**
   * A statement in the client's syntax.
   *
   * @param sql one statement, without a trailing semicolon
   * @return the entry with the statement's terminator, on a separate line if the SQL ends with a
   *     comment
   */
  default ScriptCommand command(String sql) {
    boolean comment = sql.substring(sql.lastIndexOf('\n') + 1).contains("--");
    return ScriptCommand.statement(sql, sql + (comment ? "\n;" : ";"));
  }

  /**
   * The whole script: preparation of the client, the revisions, and restoration of the session.
   *
   * @param place statements after which names mean the same as where the script was created
   * @param body the entries of all revisions
   * @return the entries of the file
   */
  default List<ScriptCommand> frame(List<String> place, List<ScriptCommand> body) {
    List<ScriptCommand> script = new ArrayList<>();
    place.stream().map(this::command).forEach(script::add);
    script.addAll(body);
    return script;
  }

  /**
   * A statement that belongs to no revision, such as the one that creates the history table.
   *
   * @return the entries; if it fails, nothing after them may be executed
   */
  default List<ScriptCommand> prepare(String sql) {
    return List.of(command(sql));
  }

  /** Begins a transaction. */
  default ScriptCommand begin() {
    return command("BEGIN");
  }

  /** Commits a transaction. */
  default ScriptCommand commit() {
    return command("COMMIT");
  }

  /**
   * Records in the session, as part of the transaction, how much of the script is done. Needed
   * where the client may continue after a failed transaction.
   *
   * @param part the number of the transaction, from 1
   * @return the entry, if the session can store this
   */
  default Optional<ScriptCommand> mark(int part) {
    return Optional.empty();
  }

  /**
   * A condition that tests how much of the script is done.
   *
   * @param part the number of the transaction that was committed last
   * @return an SQL condition, if {@link #mark} records it
   */
  default Optional<String> isMarked(int part) {
    return Optional.empty();
  }

  /**
   * Fails with a message if there is a problem. Nothing after it is executed then.
   *
   * @param problem an SQL expression: the message, or NULL if there is no problem
   */
  default List<ScriptCommand> stop(String problem) {
    return List.of(command("SELECT CAST(" + problem + " AS integer)"));
  }

  /**
   * Turns a check, which is a query that must find nothing, into a message.
   *
   * @param check a statement of the kind {@link Kind#CHECK}
   * @return an SQL expression: a message if it finds a row, otherwise NULL
   */
  default String problem(Statement check) {
    return "CASE WHEN EXISTS (" + check.sql() + ") THEN 'a check found a row' END";
  }

  /**
   * A statement of a revision that is one transaction.
   *
   * @return the entries that execute it inside the transaction
   */
  default List<ScriptCommand> execute(Statement statement) {
    return statement.kind() == Kind.CHECK
        ? stop(problem(statement))
        : List.of(command(statement.sql()));
  }

  /**
   * A statement of a revision that runs statement by statement.
   *
   * @param here an SQL condition that is true if this statement is next according to the history;
   *     otherwise it must not be executed
   * @param moveOn the statement that records in the history that this one is done; it ends with a
   *     condition to which {@code AND …} can be added
   * @return the entries; if the statement fails, the history is unchanged and nothing after them
   *     may be executed
   */
  default List<ScriptCommand> step(Statement statement, String here, String moveOn) {
    List<ScriptCommand> commands = new ArrayList<>(execute(statement));
    commands.add(command(moveOn));
    if (statement.kind() == Kind.DATA) {
      commands.add(0, begin());
      commands.add(commit());
    }
    return commands;
  }

  /** Sets session settings, and remembers their previous values. */
  default List<ScriptCommand> set(List<SessionSetting> settings) {
    List<ScriptCommand> commands = new ArrayList<>();
    for (SessionSetting setting : settings) {
      setting.remember().map(this::command).ifPresent(commands::add);
      commands.add(command(setting.during()));
    }
    return commands;
  }

  /** Restores the remembered values of session settings. */
  default List<ScriptCommand> restore(List<SessionSetting> settings) {
    return settings.stream()
        .map(setting -> setting.recall().orElseGet(() -> setting.restore().apply(setting.usual())))
        .map(this::command)
        .toList();
  }

  /**
   * The time in UTC at which a script runs, in the format of the history table.
   *
   * @return an SQL expression; empty for the time at which the script was created
   */
  default Optional<String> now() {
    return Optional.empty();
  }
}
