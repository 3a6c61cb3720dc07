package dev.migrate.dialect.ansi;

import dev.migrate.dialect.ScriptCommand;
import dev.migrate.dialect.ScriptFormat;
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
