package dev.migrate.dialect.ansi;

import dev.migrate.dialect.ScriptCommand;
import dev.migrate.dialect.ScriptFormat;
import dev.migrate.dialect.ScriptStatement;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.ansi.SqlPart.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A script for a client that takes statements apart as its database does. Immutable and
 * thread-safe.
 */
public class AnsiScriptFormat implements ScriptFormat {

  /** Quotes and comments. */
  protected final SqlScanner scanner;

  /**
   * Creates the format.
   *
   * @param scanner finds quotes and comments of the database
   */
  public AnsiScriptFormat(SqlScanner scanner) {
    this.scanner = scanner;
  }

  /** What is not closed would run on into the next statement. */
  @Override
  public Optional<String> obstacle(Statement statement) {
    return scanner.parts(statement.sql()).stream()
        .filter(part -> !part.isClosed())
        .map(part -> "a quote or comment of it is not closed")
        .findFirst();
  }

  @Override
  public List<ScriptStatement> statements(String script) {
    return new ScriptSplitter(this).split(scanner.parts(script));
  }

  /**
   * Whether a terminator ends a statement of a script, or is inside of it.
   *
   * @param code the statement before the terminator, without texts, quoted names and comments
   * @return true unless overridden
   */
  protected boolean isWhole(String code) {
    return true;
  }

  /**
   * Whether a line where a statement would begin is a command of the client.
   *
   * @return false unless overridden
   */
  protected boolean isClientCommand(String line) {
    return false;
  }

  /**
   * What ends statements after a command of the client.
   *
   * @param terminator what ended them before
   * @return empty, unless overridden, if the command cannot be done without the client
   */
  protected Optional<String> terminatorAfter(String line, String terminator) {
    return Optional.empty();
  }

  /**
   * What to do about a statement that the client does not only send to the database.
   *
   * @param code the statement without texts, quoted names and comments
   * @return empty, unless overridden, if it does
   */
  protected Optional<String> clientOnly(String code) {
    return Optional.empty();
  }

  @Override
  public ScriptCommand command(String sql) {
    String typed = typed(sql);
    return ScriptCommand.statement(sql, typed + (scanner.endsInComment(typed) ? "\n;" : ";"));
  }

  /**
   * The statement in the words of the client, who may read some of them differently.
   *
   * @return what the client sends on as this statement; the statement itself unless overridden
   */
  protected String typed(String sql) {
    StringBuilder typed = new StringBuilder();
    for (SqlPart part : scanner.parts(sql)) {
      typed.append(typed(part, typed));
    }
    return typed.toString();
  }

  /**
   * A part of a statement in the words of the client.
   *
   * @param before what is typed before it
   * @return the part itself unless overridden
   */
  protected String typed(SqlPart part, CharSequence before) {
    return part.text();
  }

  /**
   * Whether a part of some kinds has a character.
   *
   * @return whether it is in one of those parts
   */
  protected final boolean has(String sql, char character, Kind... kinds) {
    return sql.indexOf(character) >= 0
        && scanner.parts(sql).stream()
            .filter(part -> List.of(kinds).contains(part.kind()))
            .anyMatch(part -> part.text().indexOf(character) >= 0);
  }
}
