package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.ScriptCommand;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.ansi.AnsiScriptFormat;
import dev.migrate.dialect.ansi.SqlPart;
import dev.migrate.dialect.ansi.SqlScanner;
import dev.migrate.dialect.ansi.SqlScanner.Feature;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Literal;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scripts for psql, which goes on after an error unless it is set not to. Where it does, or another
 * client does, a transaction that failed is rolled back as a whole, and the next one finds that the
 * history is not as it has to be.
 *
 * @see <a href="https://www.postgresql.org/docs/current/app-psql.html">psql in the manual</a>
 */
final class PostgresqlScriptFormat extends AnsiScriptFormat {

  /** Quotes and comments. */
  static final SqlScanner SCANNER =
      new SqlScanner(
          Feature.ESCAPE_TEXT,
          Feature.DOLLAR_TAGS,
          Feature.NESTED_COMMENTS,
          Feature.CARRIAGE_RETURNS);

  private static final Pattern ROUTINE =
      Pattern.compile("(?i)\\s*+CREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:FUNCTION|PROCEDURE)\\b");

  private static final Pattern BLOCK = Pattern.compile("(?i)\\b(?:begin|case|end)\\b");

  private static final Pattern DUMP_COMMAND = Pattern.compile("\\\\(?:un)?restrict\\s");

  private static final Pattern COPY = Pattern.compile("(?is)^COPY\\b.*\\bFROM\\s+STDIN\\b");

  /** A client that goes on after an error is kept from statements outside of a transaction. */
  private static final String CLOSE = "set_config('default_transaction_read_only', 'on', false)";

  private final Renderer renderer;

  PostgresqlScriptFormat(Renderer renderer) {
    super(SCANNER);
    this.renderer = renderer;
  }

  @Override
  public String client() {
    return "psql";
  }

  /** In a file that is not for a terminal, psql takes the encoding of the database for its own. */
  @Override
  public List<ScriptCommand> frame(List<String> place, List<ScriptCommand> body) {
    List<ScriptCommand> script = new ArrayList<>();
    script.add(ScriptCommand.ofClient("\\set migrate_on_error_stop :ON_ERROR_STOP"));
    script.add(ScriptCommand.ofClient("\\set migrate_encoding :ENCODING"));
    script.add(ScriptCommand.ofClient("\\set ON_ERROR_STOP on"));
    script.add(command("SET client_encoding = 'UTF8'"));
    if (!place.isEmpty()) {
      script.add(command(copied("migrate.search_path", "search_path")));
      place.stream().map(this::command).forEach(script::add);
    }
    script.addAll(body);
    script.add(ScriptCommand.BLANK);
    if (!place.isEmpty()) {
      script.add(command(copied("search_path", "migrate.search_path")));
    }
    if (body.stream().anyMatch(command -> command.text().contains(CLOSE))) {
      script.add(command("RESET default_transaction_read_only"));
    }
    script.add(ScriptCommand.ofClient("\\encoding :migrate_encoding"));
    script.add(ScriptCommand.ofClient("\\set ON_ERROR_STOP :migrate_on_error_stop"));
    return script;
  }

  private static String copied(String to, String from) {
    return block("PERFORM set_config('" + to + "', current_setting('" + from + "'), false);");
  }

  private static String block(String statements) {
    return "DO $migrate$ BEGIN " + statements + " END $migrate$";
  }

  @Override
  public Optional<String> obstacle(Statement statement) {
    return has(statement.sql(), '\\', SqlPart.Kind.CODE)
        ? Optional.of("psql would take a backslash of it for a command")
        : super.obstacle(statement);
  }

  /** A colon before a name is one of psql's variables; with a backslash it is a colon. */
  @Override
  protected String typed(String sql) {
    StringBuilder typed = new StringBuilder();
    int position = 0;
    for (SqlPart part : scanner.parts(sql)) {
      if (part.kind() == SqlPart.Kind.CODE) {
        for (int i = position; i < position + part.text().length(); i++) {
          typed.append(isVariable(sql, i) ? "\\:" : sql.substring(i, i + 1));
        }
      } else {
        typed.append(part.text());
      }
      position += part.text().length();
    }
    return typed.toString();
  }

  private static boolean isVariable(String sql, int position) {
    if (sql.charAt(position) != ':' || position + 1 == sql.length()) {
      return false;
    }
    char next = sql.charAt(position + 1);
    boolean name = Character.isLetter(next) || "_'\"{".indexOf(next) >= 0;
    return name && (position == 0 || sql.charAt(position - 1) != ':');
  }

  /** A setting is what it was before if the transaction is rolled back. */
  @Override
  public Optional<ScriptCommand> mark(int part) {
    return Optional.of(command("SET migrate.part = " + part));
  }

  @Override
  public Optional<String> isMarked(int part) {
    return Optional.of("current_setting('migrate.part', true) = '" + part + "'");
  }

  @Override
  public List<ScriptCommand> stop(String problem) {
    return List.of(
        command(
            "DO $migrate$ DECLARE problem text := "
                + problem
                + "; BEGIN IF problem IS NOT NULL THEN RAISE '%', problem; END IF; END $migrate$"));
  }

  /**
   * Outside of a transaction. A client that goes on after an error is kept from executing it, and
   * from recording it where it can be seen whether it was executed.
   */
  @Override
  public List<ScriptCommand> step(Statement statement, String here, String moveOn) {
    List<ScriptCommand> commands = new ArrayList<>();
    commands.add(command(block("IF NOT " + here + " THEN PERFORM " + CLOSE + "; END IF;")));
    commands.addAll(execute(statement));
    String proof = proof(statement.part()).map(condition -> " AND " + condition).orElse("");
    commands.add(command(moveOn + proof));
    return commands;
  }

  /** What holds if a statement outside of a transaction was executed. */
  private Optional<String> proof(Operation part) {
    if (part instanceof CreateIndex create) {
      QualifiedName index = create.table().sibling(create.index().requiredName());
      return Optional.of(
          "EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass("
              + text(renderer.name(index))
              + ") AND indisvalid)");
    } else if (part instanceof DropIndex drop) {
      String index = renderer.name(drop.table().sibling(drop.index()));
      return Optional.of("to_regclass(" + text(index) + ") IS NULL");
    } else if (part instanceof AddEnumValue add) {
      return Optional.of(
          "EXISTS (SELECT FROM pg_enum WHERE enumtypid = to_regtype("
              + text(renderer.name(add.enumType()))
              + ") AND enumlabel = "
              + text(add.label())
              + ")");
    }
    return Optional.empty();
  }

  private String text(String text) {
    return renderer.literal(Literal.of(text));
  }

  @Override
  public Optional<String> now() {
    return Optional.of("now() AT TIME ZONE 'UTC'");
  }

  /** Between BEGIN and END of a routine's body, psql sends no semicolon. */
  @Override
  protected boolean isWhole(String code) {
    if (!ROUTINE.matcher(code).lookingAt()) {
      return true;
    }
    int depth = 0;
    Matcher word = BLOCK.matcher(code);
    while (word.find()) {
      boolean ends = word.group().equalsIgnoreCase("end");
      boolean begins = word.group().equalsIgnoreCase("begin") || (!ends && depth > 0);
      depth += begins ? 1 : ends && depth > 0 ? -1 : 0;
    }
    return depth == 0;
  }

  @Override
  protected boolean isClientCommand(String line) {
    return line.startsWith("\\");
  }

  /** What a dump has so that nothing in it is taken for a command changes no object. */
  @Override
  protected Optional<String> terminatorAfter(String line, String terminator) {
    return DUMP_COMMAND.matcher(line).lookingAt() ? Optional.of(terminator) : Optional.empty();
  }

  @Override
  protected Optional<String> clientOnly(String code) {
    if (COPY.matcher(code).find()) {
      return Optional.of("leave the rows out: pg_dump --schema-only");
    }
    return code.indexOf('\\') >= 0
        ? Optional.of("take the backslash out, which is a command of psql")
        : Optional.empty();
  }
}
