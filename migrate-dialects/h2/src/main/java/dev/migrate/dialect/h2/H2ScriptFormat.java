package dev.migrate.dialect.h2;

import dev.migrate.dialect.ScriptCommand;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.ansi.AnsiScriptFormat;
import dev.migrate.dialect.ansi.SqlPart;
import dev.migrate.dialect.ansi.SqlScanner;
import dev.migrate.dialect.ansi.SqlScanner.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scripts for H2's RunScript, which stops at the first error unless it is set to continue. Then it
 * would execute the rest, and no query shows whether the statement before has failed. But the
 * statistics of queries have the statements that were executed; so each statement has a number, and
 * if the statistics do not have it afterwards, the session is ended.
 *
 * <p>Only administrators can switch the statistics on. For others, and where the statement {@code
 * RUNSCRIPT} reads the file, which always stops, nothing is checked.
 *
 * @see <a href="https://h2database.com/javadoc/org/h2/tools/RunScript.html">RunScript</a>
 * @see <a href="https://h2database.com/html/commands.html#set_query_statistics">SET
 *     QUERY_STATISTICS</a>
 */
final class H2ScriptFormat extends AnsiScriptFormat {

  /** Quotes and comments. */
  static final SqlScanner SCANNER =
      new SqlScanner(
          Feature.BACKTICKS,
          Feature.DOLLARS,
          Feature.SLASH_COMMENTS,
          Feature.NESTED_COMMENTS,
          Feature.CARRIAGE_RETURNS);

  private static final String STATISTICS = "INFORMATION_SCHEMA.QUERY_STATISTICS";

  private static final String IS_EXECUTED =
      "EXISTS (SELECT 1 FROM " + STATISTICS + " WHERE SQL_STATEMENT LIKE '%/*' || @number || '*/')";

  /** Counts, and ends the session if the statement of that number was not executed. */
  private static final String CHECK =
      "SET @number = CASE WHEN SET(@number, @number + 1) IS NULL OR @checks AND NOT "
          + IS_EXECUTED
          + " THEN ABORT_SESSION(SESSION_ID()) ELSE @number END";

  /** After so many statements the statistics are emptied, so that no search takes long. */
  private static final int KEPT = 500;

  private static final String IS_ADMIN =
      "(SELECT IS_ADMIN FROM INFORMATION_SCHEMA.USERS WHERE USER_NAME = CURRENT_USER)";

  H2ScriptFormat() {
    super(SCANNER);
  }

  @Override
  public String client() {
    return "RunScript";
  }

  @Override
  public List<ScriptCommand> frame(List<String> place, List<ScriptCommand> body) {
    List<ScriptCommand> script = new ArrayList<>();
    script.add(command("SET @statistics = EXISTS (SELECT 1 FROM " + STATISTICS + ")"));
    script.add(command(setting(IS_ADMIN, "QUERY_STATISTICS_MAX_ENTRIES 100000")));
    script.addAll(emptied(IS_ADMIN));
    script.add(command("SET @number = 0" + numbered(0)));
    script.add(command("SET @checks = " + IS_EXECUTED).onSameLine());
    script.add(command("SET @guard = '" + CHECK.replace("'", "''") + "'"));
    int number = 0;
    for (ScriptCommand command : super.frame(place, body)) {
      if (command.sql().isEmpty() || command.text().equals(begin().text())) {
        script.add(command);
      } else {
        number++;
        if (number % KEPT == 0) {
          script.addAll(emptied("@checks"));
        }
        script.add(marked(command, number));
        script.add(command("EXECUTE IMMEDIATE @guard").onSameLine());
      }
    }
    script.add(ScriptCommand.BLANK);
    script.add(command(setting(IS_ADMIN, "QUERY_STATISTICS_MAX_ENTRIES 100")));
    script.add(command(setting("NOT @statistics AND " + IS_ADMIN, "QUERY_STATISTICS FALSE")));
    return script;
  }

  /** Switching the statistics off and on empties them. */
  private List<ScriptCommand> emptied(String condition) {
    return List.of(
        command(setting(condition, "QUERY_STATISTICS FALSE")),
        command(setting(condition, "QUERY_STATISTICS TRUE")).onSameLine());
  }

  private static String setting(String condition, String setting) {
    return "EXECUTE IMMEDIATE CASE WHEN "
        + condition
        + " THEN 'SET "
        + setting
        + "' ELSE 'SET @n = 0' END";
  }

  private ScriptCommand marked(ScriptCommand command, int number) {
    String sql = command.sql().orElseThrow();
    ScriptCommand marked =
        command(sql + (scanner.endsInComment(sql) ? "\n" : "") + numbered(number));
    return command.isOnSameLine() ? marked.onSameLine() : marked;
  }

  private static String numbered(int number) {
    return " /*" + number + "*/";
  }

  /** RunScript does not know that backticks are quotes. */
  @Override
  public Optional<String> obstacle(Statement statement) {
    boolean backticks =
        scanner.parts(statement.sql()).stream()
            .filter(part -> part.kind() == SqlPart.Kind.NAME && part.text().startsWith("`"))
            .anyMatch(part -> !part.text().matches("`[\\p{L}\\p{N}_ ]*`"));
    return backticks
        ? Optional.of("RunScript does not know that backticks are quotes")
        : super.obstacle(statement);
  }

  /**
   * RunScript takes a text between dollar signs for one only after white space, and does not see
   * every end of a comment.
   */
  @Override
  protected String typed(SqlPart part, CharSequence before) {
    return switch (part.kind()) {
      case DOLLAR_TEXT -> {
        boolean alone = before.length() == 0 || before.charAt(before.length() - 1) <= ' ';
        yield alone ? part.text() : " " + part.text();
      }
      case BLOCK_COMMENT -> {
        String inside = part.text().substring(2, part.text().length() - 2);
        yield inside.contains("*") || inside.contains("/") ? " " : part.text();
      }
      default -> part.text();
    };
  }

  @Override
  public List<ScriptCommand> stop(String problem) {
    return List.of(
        command(
            "SELECT SIGNAL('45000', problem) FROM (SELECT "
                + problem
                + " AS problem) WHERE problem IS NOT NULL"));
  }

  @Override
  public Optional<String> now() {
    return Optional.of("CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP)");
  }
}
