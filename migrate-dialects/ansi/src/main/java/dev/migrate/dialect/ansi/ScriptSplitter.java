package dev.migrate.dialect.ansi;

import dev.migrate.dialect.ScriptStatement;
import dev.migrate.dialect.ansi.SqlPart.Kind;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits one script into statements. Used once; not thread-safe. */
final class ScriptSplitter {

  private final AnsiScriptFormat format;
  private final List<ScriptStatement> statements = new ArrayList<>();
  private final StringBuilder statement = new StringBuilder();

  /** The statement with a space for each quote and comment. */
  private final StringBuilder code = new StringBuilder();

  private String terminator = ";";
  private int line = 1;
  private int start = 1;

  /** The rest of a line of the client, of which quotes are no quotes. */
  private boolean isSkipping;

  ScriptSplitter(AnsiScriptFormat format) {
    this.format = format;
  }

  List<ScriptStatement> split(List<SqlPart> parts) {
    for (SqlPart part : parts) {
      if (!part.isClosed()) {
        throw refused("a quote or comment is not closed", part.text(), "close it");
      } else if (part.kind() == Kind.CODE) {
        readCode(part.text());
      } else {
        readOther(part);
      }
    }
    end();
    return List.copyOf(statements);
  }

  private void readOther(SqlPart part) {
    boolean comment = part.kind() == Kind.LINE_COMMENT || part.kind() == Kind.BLOCK_COMMENT;
    if (!isSkipping && (!comment || isBegun())) {
      begin();
      statement.append(part.text());
      code.append(comment ? " " : part.kind() == Kind.NAME ? " n " : " '' ");
    }
    line += lines(part.text());
  }

  private boolean isBegun() {
    return statement.length() > 0;
  }

  private void begin() {
    start = isBegun() ? start : line;
  }

  private void readCode(String text) {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (isSkipping) {
        isSkipping = c != '\n';
        line += c == '\n' ? 1 : 0;
        i++;
      } else if (!isBegun() && c <= ' ') {
        line += c == '\n' ? 1 : 0;
        i++;
      } else if (!isBegun() && format.isClientCommand(lineAt(text, i))) {
        String command = lineAt(text, i);
        terminator = terminatorAfter(command);
        i += command.length();
        isSkipping = true;
      } else if (text.startsWith(terminator, i) && isWhole()) {
        end();
        i += terminator.length();
      } else {
        begin();
        statement.append(c);
        code.append(c);
        line += c == '\n' ? 1 : 0;
        i++;
      }
    }
  }

  private boolean isWhole() {
    return !terminator.equals(";") || format.isWhole(code.toString());
  }

  private String terminatorAfter(String command) {
    Optional<String> known = format.terminatorAfter(command, terminator);
    return known.orElseThrow(
        () ->
            refused(
                "the script has a command of " + format.client() + ", which is not SQL",
                command,
                "take it out of the script, and write in SQL what it does"));
  }

  private void end() {
    String sql = statement.toString().strip();
    if (!sql.isEmpty()) {
      format
          .clientOnly(code.toString().strip())
          .ifPresent(
              next -> {
                line = start;
                throw refused(
                    "only " + format.client() + " can execute a statement of the script",
                    sql,
                    next);
              });
      statements.add(new ScriptStatement(start, sql));
    }
    statement.setLength(0);
    code.setLength(0);
  }

  private DefinitionException refused(String problem, String text, String next) {
    return new DefinitionException(
        Facts.of(problem)
            .with("line", String.valueOf(line))
            .with("script", text.strip().lines().findFirst().orElse(""))
            .with("left", "nothing of the script was executed")
            .next(next));
  }

  private static String lineAt(String text, int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.substring(start) : text.substring(start, end);
  }

  private static int lines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }
}
