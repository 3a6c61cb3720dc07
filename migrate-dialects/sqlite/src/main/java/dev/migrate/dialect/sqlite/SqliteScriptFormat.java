package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.ScriptCommand;
import dev.migrate.dialect.SessionSetting;
import dev.migrate.dialect.Statement;
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
 * Scripts for the shell sqlite3, which goes on after an error unless it is given {@code .bail on}.
 * For any other client the session stays read-only: to it, the line that is to open the session is
 * a part of the one before, which it does not know.
 *
 * @see <a href="https://www.sqlite.org/cli.html">The command line shell</a>
 */
final class SqliteScriptFormat extends AnsiScriptFormat {

  /** Quotes and comments. */
  static final SqlScanner SCANNER = new SqlScanner(Feature.BACKTICKS, Feature.BRACKETS);

  /**
   * A pragma takes no value that is computed. So what gives the settings their values back is
   * written to a file, in the folder where the shell runs, and read from there.
   */
  private static final String FILE = "'migrate-session.sql'";

  private static final String PRAGMA = "PRAGMA ";

  private static final String WRITABLE_SCHEMA = "writable_schema";

  private static final Pattern CHECK =
      Pattern.compile(PRAGMA + "foreign_key_check(?:\\((?<table>.*)\\))?");

  /** These change rows; in them, text can be computed. */
  private static final Pattern CHANGES_ROWS =
      Pattern.compile(
          "\\s*+(INSERT|UPDATE|DELETE|REPLACE|WITH)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Such a line ends a statement in the shells of other vendors, and so in sqlite3. */
  private static final Pattern TERMINATOR = Pattern.compile("(?im)^[ \\t]*+(?:/|go)[ \\t]*+$");

  /**
   * @see <a href="https://www.sqlite.org/c3ref/complete.html">Completeness</a>
   */
  private static final Pattern TRIGGER =
      Pattern.compile("(?i)\\s*+CREATE\\s+(?:TEMP\\s+|TEMPORARY\\s+)?TRIGGER\\b");

  private static final Pattern TRIGGER_END = Pattern.compile("(?i);\\s*END\\s*$");

  SqliteScriptFormat() {
    super(SCANNER);
  }

  @Override
  public String client() {
    return "sqlite3";
  }

  @Override
  public List<ScriptCommand> frame(List<String> place, List<ScriptCommand> body) {
    List<ScriptCommand> script = new ArrayList<>();
    script.add(command("PRAGMA query_only = 1"));
    script.add(ScriptCommand.ofClient(".bail on"));
    script.add(command("PRAGMA query_only = 0"));
    script.addAll(super.frame(place, body));
    return script;
  }

  /** The shell reads lines that end in a carriage return and a line feed, or at a NUL character. */
  @Override
  public Optional<String> obstacle(Statement statement) {
    String sql = statement.sql();
    boolean changes = CHANGES_ROWS.matcher(sql).matches();
    boolean inName = has(sql, '\r', SqlPart.Kind.NAME) || has(sql, '\0', SqlPart.Kind.NAME);
    boolean inText = has(sql, '\r', SqlPart.Kind.TEXT) || has(sql, '\0', SqlPart.Kind.TEXT);
    return inName || (inText && !changes)
        ? Optional.of("sqlite3 would take the carriage return out of it")
        : super.obstacle(statement);
  }

  @Override
  protected String typed(SqlPart part, CharSequence before) {
    return switch (part.kind()) {
      case CODE -> TERMINATOR.matcher(part.text()).replaceAll("/**/$0");
      case TEXT -> computed(part.text());
      default -> part.text();
    };
  }

  private static String computed(String text) {
    String computed = text.replace("\r", "' || char(13) || '").replace("\0", "' || char(0) || '");
    return computed.equals(text) ? text : "(" + computed + ")";
  }

  /** A write begins the transaction; otherwise others could write in between. */
  @Override
  public ScriptCommand begin() {
    return command("BEGIN IMMEDIATE");
  }

  /** A function that fails with a text of ours, which only triggers can do otherwise. */
  @Override
  public List<ScriptCommand> stop(String problem) {
    return List.of(
        command(
            "SELECT json_extract('{}', problem) FROM (SELECT "
                + problem
                + " AS problem) WHERE problem IS NOT NULL"));
  }

  /** A pragma is a table too; the other checks find a text. */
  @Override
  public String problem(Statement check) {
    Matcher pragma = CHECK.matcher(check.sql());
    if (!pragma.matches()) {
      return "(SELECT * FROM (" + check.sql() + "\n) LIMIT 1)";
    }
    String table = pragma.group("table");
    String argument =
        table == null ? "" : "('" + SqliteToken.of(table).get(0).value().replace("'", "''") + "')";
    return "(SELECT 'a row of ' || \"table\" || ' refers to a missing row of ' || parent"
        + " FROM pragma_foreign_key_check"
        + argument
        + " LIMIT 1)";
  }

  /** Whether the shell is defensive shows in what it does about {@code writable_schema}. */
  @Override
  public List<ScriptCommand> set(List<SessionSetting> settings) {
    if (settings.isEmpty()) {
      return List.of();
    }
    List<ScriptCommand> commands = new ArrayList<>();
    commands.add(
        ScriptCommand.comment("What gives the settings of the session back is written to a file."));
    commands.addAll(written(values(settings)));
    if (settings.stream().map(SqliteScriptFormat::pragma).anyMatch(WRITABLE_SCHEMA::equals)) {
      commands.add(command("PRAGMA writable_schema = 1"));
      commands.addAll(
          written(
              "readfile("
                  + FILE
                  + ") || CASE WHEN (SELECT writable_schema FROM pragma_writable_schema) = 0"
                  + " THEN '.dbconfig defensive on' || char(10) ELSE '' END"));
      commands.add(ScriptCommand.ofClient(".dbconfig defensive off"));
    }
    settings.stream().map(SessionSetting::during).map(this::command).forEach(commands::add);
    return commands;
  }

  private static String values(List<SessionSetting> settings) {
    return String.join(
        " || ",
        settings.stream().map(SqliteScriptFormat::pragma).map(SqliteScriptFormat::value).toList());
  }

  private static String value(String pragma) {
    return "'PRAGMA "
        + pragma
        + " = ' || (SELECT "
        + pragma
        + " FROM pragma_"
        + pragma
        + ")"
        + " || ';' || char(10)";
  }

  private static String pragma(SessionSetting setting) {
    return setting.read().substring(PRAGMA.length());
  }

  /** Only the shell has this function. */
  private List<ScriptCommand> written(String text) {
    String problem =
        "CASE WHEN writefile("
            + FILE
            + ", "
            + text
            + ") IS NULL THEN 'the file migrate-session.sql cannot be written' END";
    return stop(problem).stream().map(command -> ScriptCommand.ofClient(command.text())).toList();
  }

  @Override
  public List<ScriptCommand> restore(List<SessionSetting> settings) {
    return settings.isEmpty()
        ? List.of()
        : List.of(ScriptCommand.ofClient(".read " + FILE.replace("'", "")));
  }

  @Override
  public Optional<String> now() {
    return Optional.of("strftime('%Y-%m-%d %H:%M:%f', 'now')");
  }

  /** The shell waits for the END of a trigger. */
  @Override
  protected boolean isWhole(String code) {
    return !TRIGGER.matcher(code).lookingAt() || TRIGGER_END.matcher(code).find();
  }

  @Override
  protected boolean isClientCommand(String line) {
    return line.startsWith(".");
  }
}
