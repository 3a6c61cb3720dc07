package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ScriptCommand;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.dialect.ansi.AnsiScriptFormat;
import dev.migrate.dialect.ansi.SqlPart;
import dev.migrate.dialect.ansi.SqlScanner;
import dev.migrate.dialect.ansi.SqlScanner.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scripts for the clients mysql and mariadb, which stop at the first error, unless they are called
 * with {@code --force}. As they may go on, the session is read-only except after a statement that
 * has succeeded: then everything else fails, since no change is possible in a read-only session, of
 * rows or of the schema.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/mysql.html">mysql</a>
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/set-transaction.html">READ ONLY</a>
 */
final class MysqlScriptFormat extends AnsiScriptFormat {

  /** Quotes and comments, where {@code sql_mode} does not say otherwise. */
  static final SqlScanner SCANNER =
      new SqlScanner(
          Feature.BACKSLASH,
          Feature.DOUBLE_QUOTED_TEXT,
          Feature.BACKTICKS,
          Feature.HASH_COMMENTS,
          Feature.SPACED_HYPHENS,
          Feature.CONDITIONAL_COMMENTS);

  /**
   * The client takes this for its own command wherever it stands, even at the end of a word, and
   * reads what comes after it as the mark that ends statements.
   */
  private static final Pattern DELIMITER = Pattern.compile("(?iU)[\\w$]*delimiter(?= )");

  /** What the client executes itself where a statement would begin. */
  private static final Pattern CLIENT_COMMAND =
      Pattern.compile("(?i)\\\\|(?:delimiter|source|tee|notee|system|connect|charset)\\b");

  private static final Pattern NEW_DELIMITER = Pattern.compile("(?i)delimiter\\s+(?<mark>\\S+)");

  private static final List<String> MARKS = List.of("$$", "//", "%%", "~~", "@@@");

  /** Each failure counts, and is never forgotten; in another session it is NULL. */
  private static final String COUNT = "SET @migrate_failed = @migrate_failed + @@error_count";

  private static final String FAILED = "'a statement before failed'";

  private final String readOnly;
  private final boolean isMariadb;

  MysqlScriptFormat(MysqlServer server) {
    super(SCANNER);
    this.isMariadb = server.isMariadb();
    boolean old = isMariadb && !server.isMariadbFrom(11, 1, 1);
    this.readOnly = old ? "tx_read_only" : "transaction_read_only";
  }

  @Override
  public String client() {
    return isMariadb ? "mariadb" : "mysql";
  }

  /** What the client takes its terminal to speak is not what the file is written in. */
  @Override
  public List<ScriptCommand> frame(List<String> place, List<ScriptCommand> body) {
    List<ScriptCommand> script = new ArrayList<>();
    script.add(
        command(
            "SET @migrate_failed = 0, @migrate_open = @@"
                + readOnly
                + ", @migrate_autocommit = @@autocommit, @migrate_client = @@character_set_client,"
                + " @migrate_results = @@character_set_results,"
                + " @migrate_connection = @@collation_connection"));
    script.add(command("SET NAMES utf8mb4"));
    script.add(command("SET autocommit = 1"));
    place.forEach(sql -> script.addAll(prepare(sql)));
    if (body.stream().anyMatch(this::isEscaped)) {
      script.addAll(
          stop(
              "CASE WHEN @@sql_mode LIKE '%NO_BACKSLASH_ESCAPES%' THEN 'the script needs a"
                  + " sql_mode without NO_BACKSLASH_ESCAPES' END"));
    }
    script.addAll(body);
    script.add(ScriptCommand.BLANK);
    script.add(
        command(
            "SET SESSION "
                + readOnly
                + " = @migrate_open, autocommit = @migrate_autocommit,"
                + " character_set_client = @migrate_client,"
                + " character_set_results = @migrate_results,"
                + " collation_connection = @migrate_connection"));
    return script;
  }

  private boolean isEscaped(ScriptCommand command) {
    return command
        .sql()
        .filter(sql -> has(sql, '\r', SqlPart.Kind.TEXT) || has(sql, '\0', SqlPart.Kind.TEXT))
        .isPresent();
  }

  @Override
  public Optional<String> obstacle(Statement statement) {
    String sql = statement.sql();
    if (has(sql, '\\', SqlPart.Kind.CODE)) {
      return Optional.of(client() + " would take a backslash of it for a command");
    }
    return has(sql, '\r', SqlPart.Kind.NAME)
        ? Optional.of(client() + " would take the carriage return out of a name in it")
        : super.obstacle(statement);
  }

  @Override
  public ScriptCommand command(String sql) {
    String typed = typed(sql);
    if (!isCompound(sql)) {
      return ScriptCommand.statement(sql, ended(typed, ";"));
    }
    String mark = MARKS.stream().filter(each -> !typed.contains(each)).findFirst().orElse("$$$$");
    return ScriptCommand.statement(
        sql, "DELIMITER " + mark + "\n" + ended(typed, mark) + "\nDELIMITER ;");
  }

  private String ended(String typed, String mark) {
    return typed + (scanner.endsInComment(typed) ? "\n" : "") + mark;
  }

  /** Whether the client would take a semicolon in the middle for the end. */
  private boolean isCompound(String sql) {
    return has(sql.stripTrailing().replaceFirst(";$", ""), ';', SqlPart.Kind.CODE);
  }

  /** The client takes carriage returns out of text, and ends a statement at a NUL character. */
  @Override
  protected String typed(SqlPart part, CharSequence before) {
    return switch (part.kind()) {
      case CODE -> DELIMITER.matcher(part.text()).replaceAll("`$0`");
      case TEXT -> escaped(part.text());
      default -> part.text();
    };
  }

  private static String escaped(String text) {
    if (text.indexOf('\r') < 0 && text.indexOf('\0') < 0) {
      return text;
    }
    StringBuilder escaped = new StringBuilder();
    boolean afterBackslash = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean special = c == '\r' || c == '\0';
      escaped.append(special && !afterBackslash ? "\\" : "");
      escaped.append(c == '\r' ? 'r' : c == '\0' ? '0' : c);
      afterBackslash = c == '\\' && !afterBackslash;
    }
    return escaped.toString();
  }

  @Override
  public ScriptCommand begin() {
    return command("START TRANSACTION");
  }

  @Override
  public List<ScriptCommand> prepare(String sql) {
    return List.of(command(sql), command(COUNT));
  }

  /**
   * The only statement that opens the session to changes. Its message is the wrong value. A text of
   * a variable would keep its own collation, with which that of a problem may not agree.
   */
  @Override
  public List<ScriptCommand> stop(String problem) {
    String open = "IF(@migrate_open, 'ON', 'OFF')";
    String value =
        "IF(@migrate_failed = 0, COALESCE(" + problem + ", " + open + "), " + FAILED + ")";
    return List.of(
        command("SET SESSION " + readOnly + " = ON"),
        command("SET SESSION " + readOnly + " = " + value).onSameLine());
  }

  /** A check finds one text at most. */
  @Override
  public String problem(Statement check) {
    return "(" + check.sql() + ")";
  }

  @Override
  public List<ScriptCommand> step(Statement statement, String here, String moveOn) {
    List<ScriptCommand> commands = new ArrayList<>();
    boolean rows = statement.kind() == Kind.DATA;
    commands.add(
        command("SET SESSION " + readOnly + " = IF(" + here + ", @migrate_open, 1)").onSameLine());
    if (rows) {
      commands.add(begin());
    }
    commands.addAll(execute(statement));
    commands.add(command(COUNT));
    commands.add(command(moveOn + " AND @migrate_failed = 0").onSameLine());
    if (rows) {
      commands.add(commit().onSameLine());
    }
    return commands;
  }

  @Override
  public Optional<String> now() {
    return Optional.of("UTC_TIMESTAMP(6)");
  }

  @Override
  protected boolean isClientCommand(String line) {
    return CLIENT_COMMAND.matcher(line).lookingAt();
  }

  @Override
  protected Optional<String> terminatorAfter(String line, String terminator) {
    Matcher delimiter = NEW_DELIMITER.matcher(line);
    return delimiter.lookingAt() ? Optional.of(delimiter.group("mark")) : Optional.empty();
  }

  @Override
  protected Optional<String> clientOnly(String code) {
    return code.indexOf('\\') >= 0
        ? Optional.of("take the backslash out, which is a command of " + client())
        : Optional.empty();
  }
}
