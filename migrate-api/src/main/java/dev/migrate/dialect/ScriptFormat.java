package dev.migrate.dialect;

import dev.migrate.dialect.Statement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the vendor's own client runs a script. A script does what the call would do, and after the
 * first statement that fails it executes and records nothing more, also where the client goes on
 * after an error. Immutable and thread-safe.
 *
 * <p>A dialect overrides what its client needs; the defaults suit a client of which nothing is
 * known but that a semicolon ends a statement, and that it stops at the first error.
 */
public interface ScriptFormat {

  /** The defaults. */
  ScriptFormat PLAIN = new ScriptFormat() {};

  /**
   * The client in a word.
   *
   * @return such as {@code psql}
   */
  default String client() {
    return "a client that stops at the first error";
  }

  /**
   * Why the client cannot run a statement as it is. The script ends before the revision that has
   * it.
   *
   * @param statement a statement that is not Java code
   * @return such as {@code psql would take the backslash for a command}; empty if it can
   */
  default Optional<String> obstacle(Statement statement) {
    return Optional.empty();
  }

  /**
   * A statement as it is typed.
   *
   * @param sql one statement, without a semicolon at its end
   * @return the entry, with what ends the statement; if the SQL ends in a comment, on a line of its
   *     own
   */
  default ScriptCommand command(String sql) {
    boolean comment = sql.substring(sql.lastIndexOf('\n') + 1).contains("--");
    return ScriptCommand.statement(sql, sql + (comment ? "\n;" : ";"));
  }

  /**
   * The whole script: what makes the client ready, the revisions, and what leaves the session as it
   * was.
   *
   * @param place the statements after which names mean what they meant where the script was made
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

  /** What begins a transaction. */
  default ScriptCommand begin() {
    return command("BEGIN");
  }

  /** What commits a transaction. */
  default ScriptCommand commit() {
    return command("COMMIT");
  }

  /**
   * What keeps in the session, as part of the transaction, how much of the script is done. Wanted
   * where the client may go on after a transaction that failed.
   *
   * @param part the number of the transaction, from 1
   * @return the entry, if the session can keep it
   */
  default Optional<ScriptCommand> mark(int part) {
    return Optional.empty();
  }

  /**
   * Whether so much of the script is done.
   *
   * @param part the number of the transaction that was committed last
   * @return an SQL condition, if {@link #mark} keeps it
   */
  default Optional<String> isMarked(int part) {
    return Optional.empty();
  }

  /**
   * What fails, with a message, if there is a problem. Nothing after it may be executed then.
   *
   * @param problem an SQL expression: the message, or NULL if all is well
   */
  default List<ScriptCommand> stop(String problem) {
    return List.of(command("SELECT CAST(" + problem + " AS integer)"));
  }

  /**
   * A check: a query that must find nothing.
   *
   * @param check a statement of the kind {@link Kind#CHECK}
   * @return an SQL expression: a message if it finds a row, otherwise NULL
   */
  default String problem(Statement check) {
    return "CASE WHEN EXISTS (" + check.sql() + ") THEN 'a check found a row' END";
  }

  /**
   * A statement of a revision that happens as a whole or not at all.
   *
   * @return the entries that execute it inside of the transaction
   */
  default List<ScriptCommand> execute(Statement statement) {
    return statement.kind() == Kind.CHECK
        ? stop(problem(statement))
        : List.of(command(statement.sql()));
  }

  /**
   * A statement of a revision that runs statement by statement.
   *
   * @param here an SQL condition that holds if the history says that this statement is next; if it
   *     does not, the statement may not be executed
   * @param moveOn the statement that says in the history that this one is done; it ends in a
   *     condition, to which {@code AND …} can be added
   * @return the entries; if the statement fails, the history still says that it is next, and
   *     nothing after them may be executed
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

  /** What gives settings of the session their values, and remembers those that they had. */
  default List<ScriptCommand> set(List<SessionSetting> settings) {
    List<ScriptCommand> commands = new ArrayList<>();
    for (SessionSetting setting : settings) {
      setting.remember().map(this::command).ifPresent(commands::add);
      commands.add(command(setting.during()));
    }
    return commands;
  }

  /** What gives settings of the session the values back that were remembered. */
  default List<ScriptCommand> restore(List<SessionSetting> settings) {
    return settings.stream()
        .map(setting -> setting.recall().orElseGet(() -> setting.restore().apply(setting.usual())))
        .map(this::command)
        .toList();
  }

  /**
   * The time in UTC when a script runs, as the history table has it.
   *
   * @return an SQL expression; if there is none, a script has the time when it was made
   */
  default Optional<String> now() {
    return Optional.empty();
  }
}
