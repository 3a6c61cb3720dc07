package dev.migrate.dialect.ansi;

import dev.migrate.schema.CurrentDate;
import dev.migrate.schema.CurrentTimestamp;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValueVisitor;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NextValue;
import dev.migrate.schema.VaryingDefault;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Defaults in standard SQL. Immutable; made for one column by {@link AnsiDefinitions#defaults}. */
public class AnsiDefaults implements DefaultValueVisitor<String> {

  private static final String NAME = "(?:[\\p{L}_][\\p{L}\\p{N}_$]*+|\"[^\"]*+\")";

  /** A constant, with its kind or type in front, or a name; or nothing before a parenthesis. */
  private static final Pattern OPERAND =
      Pattern.compile(
          "(?:[\\p{L}_&]*+ ?'[^']*+(?:''[^']*+)*+'|[-+]?[\\p{N}.][\\p{L}\\p{N}_.]*+"
              + "|(?:"
              + NAME
              + "\\.)?"
              + NAME
              + ")?+");

  /** PostgreSQL's way to write casts, and H2's. */
  private static final Pattern CASTS =
      Pattern.compile(
          "\\s*+(?:::\\s*+[\\p{L}_][\\p{L}\\p{N}_ .\"]*+(?:\\([\\d, ]*+\\))?(?:\\[])*+)*+");

  /** What hides a parenthesis, or one. */
  private static final Pattern PART = Pattern.compile("'[^']*+'|\"[^\"]*+\"|[()]");

  /** The words around the default. */
  protected final AnsiDefinitions definitions;

  /** The type of the column. */
  protected final DataType type;

  /**
   * Creates the defaults.
   *
   * @param definitions the words around the default
   * @param type the type of the column
   */
  public AnsiDefaults(AnsiDefinitions definitions, DataType type) {
    this.definitions = definitions;
    this.type = type;
  }

  @Override
  public String visit(Literal value) {
    return definitions.value(value, type);
  }

  @Override
  public String visit(CurrentTimestamp value) {
    return "CURRENT_TIMESTAMP";
  }

  @Override
  public String visit(CurrentDate value) {
    return "CURRENT_DATE";
  }

  @Override
  public String visit(NextValue value) {
    return "NEXT VALUE FOR " + definitions.names().name(value.sequence());
  }

  /** Operators are not allowed everywhere without parentheses: {@code DEFAULT 1 IS NOT NULL}. */
  @Override
  public String visit(Expression value) {
    String sql = definitions.expression(value);
    boolean isComment = sql.contains("--");
    return isOperand(sql) && !isComment ? sql : "(" + sql + (isComment ? "\n)" : ")");
  }

  /** Whether it is a constant, a keyword, a call, a cast or in parentheses already. */
  private static boolean isOperand(String sql) {
    Matcher operand = OPERAND.matcher(sql);
    if (!operand.lookingAt()) {
      return false;
    }
    int end = operand.end();
    if (end < sql.length() && sql.charAt(end) == '(') {
      end = closing(sql, end) + 1;
    }
    return end > 0 && CASTS.matcher(sql).region(end, sql.length()).matches();
  }

  /** Where the parenthesis that opens here is closed; -1 if nowhere. */
  private static int closing(String sql, int open) {
    int depth = 0;
    Matcher parts = PART.matcher(sql).region(open, sql.length());
    while (parts.find()) {
      String part = parts.group();
      depth += part.equals("(") ? 1 : part.equals(")") ? -1 : 0;
      if (depth == 0) {
        return parts.start();
      }
    }
    return -1;
  }

  @Override
  public String visit(VaryingDefault value) {
    return value.on(definitions.dialects()).accept(this);
  }
}
