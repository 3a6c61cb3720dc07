package dev.migrate.dialect.ansi;

import dev.migrate.dialect.Capabilities;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Deferrability;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.IdentityMode;
import dev.migrate.schema.Literal;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import java.util.List;

/**
 * What stands inside of statements: names, values, types, columns and constraints in standard SQL.
 * Immutable and thread-safe. A dialect overrides what it says differently and hands itself to its
 * {@link AnsiRenderer}.
 */
public class AnsiDefinitions {

  private final AnsiNames names;
  private final AnsiLiterals literals;
  private final List<DialectName> dialects;

  /**
   * Creates the definitions.
   *
   * @param names how names are written
   * @param literals how constants are written
   * @param dialects the names by which revisions can mean the dialect, the most specific first
   */
  public AnsiDefinitions(AnsiNames names, AnsiLiterals literals, List<DialectName> dialects) {
    this.names = names;
    this.literals = literals;
    this.dialects = List.copyOf(dialects);
  }

  /**
   * Creates the definitions of the standard itself.
   *
   * @param capabilities the database
   */
  public AnsiDefinitions(Capabilities capabilities) {
    this(
        new AnsiNames(capabilities, AnsiReservedWords.ALL, '"'),
        new AnsiLiterals(),
        List.of(new DialectName("ansi")));
  }

  /**
   * How names are written.
   *
   * @return the names
   */
  public final AnsiNames names() {
    return names;
  }

  /**
   * How constants are written.
   *
   * @return the literals
   */
  public final AnsiLiterals literals() {
    return literals;
  }

  /**
   * The names by which revisions can mean this dialect.
   *
   * @return the names, the most specific first
   */
  public final List<DialectName> dialects() {
    return dialects;
  }

  /**
   * How types are written in a statement.
   *
   * @param schema the schema at the statement
   * @return the types
   */
  protected AnsiTypes types(Schema schema) {
    return new AnsiTypes(this, schema);
  }

  /**
   * How a column's default is written.
   *
   * @param type the column's type
   * @return the defaults
   */
  protected AnsiDefaults defaults(DataType type) {
    return new AnsiDefaults(this, type);
  }

  /**
   * A constant that becomes the value of a column.
   *
   * @param value the constant
   * @param type the column's type
   * @return the SQL
   */
  public final String value(Literal value, DataType type) {
    return literals.literal(value, type.on(dialects));
  }

  /**
   * A default.
   *
   * @param value the default
   * @param type the column's type
   * @return the SQL, without {@code DEFAULT}
   */
  public final String defaultValue(DefaultValue value, DataType type) {
    return value.on(dialects).accept(defaults(type));
  }

  /**
   * SQL in the database's own words.
   *
   * @param expression the expression
   * @return its variant for this dialect, verbatim
   */
  public final String expression(Expression expression) {
    return expression.on(dialects).text();
  }

  /**
   * Whether a text that follows a renaming can have a new name. There, names of lower-case letters,
   * digits and {@code _} stand bare, and others in double quotes.
   *
   * @param name the new name
   * @return false if the database would take it for something else
   */
  protected boolean isMentionable(String name) {
    return names.isBare(name) || !AnsiNames.isPlain(name);
  }

  /**
   * A column as it stands in a table's definition, without its comment.
   *
   * @param column the column
   * @param schema the schema at the statement
   * @return the SQL
   */
  public String column(Column column, Schema schema) {
    return names.name(column.name())
        + " "
        + type(column, schema)
        + source(column)
        + (column.nullable() ? "" : " NOT NULL");
  }

  /**
   * A column's type with its collation.
   *
   * @param column the column
   * @param schema the schema at the statement
   * @return the SQL
   */
  public String type(Column column, Schema schema) {
    String type = column.type().on(dialects).accept(types(schema));
    return type + column.collation().map(this::collation).orElse("");
  }

  /**
   * A column's collation, after its type.
   *
   * @param name its name
   * @return the SQL, with a space in front
   */
  protected String collation(String name) {
    return " COLLATE " + names.name(name);
  }

  /**
   * What fills a column that an insert does not name.
   *
   * @param column the column
   * @return the SQL, with a space in front; empty if nothing does
   */
  protected String source(Column column) {
    return column.defaultValue().map(v -> " DEFAULT " + defaultValue(v, column.type())).orElse("")
        + column.identityMode().map(mode -> " " + identity(mode) + " AS IDENTITY").orElse("")
        + column.generated().map(generated -> generated(column, generated)).orElse("");
  }

  /**
   * How a column numbers its rows.
   *
   * @param mode the mode
   * @return the SQL, without {@code AS IDENTITY}
   */
  public String identity(IdentityMode mode) {
    return mode == IdentityMode.ALWAYS ? "GENERATED ALWAYS" : "GENERATED BY DEFAULT";
  }

  /**
   * How a column is computed. The standard knows only columns that are kept.
   *
   * @param column the column
   * @param generated the computation
   * @return the SQL, with a space in front
   * @throws UnsupportedByDialectException if it shall be computed when read
   */
  protected String generated(Column column, Generated generated) {
    if (!generated.stored()) {
      throw unsupported(
          "the column " + column.name() + " that is computed when read",
          "write storedAs(…) instead of virtualAs(…), or create a view");
    }
    return " GENERATED ALWAYS AS (" + expression(generated.expression()) + ")";
  }

  /**
   * A constraint as it stands in a table's definition, with its name.
   *
   * @param constraint the constraint; a foreign key names the columns of its target
   * @param schema a schema that has the target of a foreign key
   * @return the SQL
   */
  public String constraint(Constraint constraint, Schema schema) {
    return "CONSTRAINT " + names.name(constraint.requiredName()) + " " + rule(constraint, schema);
  }

  /**
   * What a constraint demands.
   *
   * @param constraint the constraint; a foreign key names the columns of its target
   * @param schema a schema that has the target of a foreign key
   * @return the SQL, without the constraint's name
   */
  protected String rule(Constraint constraint, Schema schema) {
    if (constraint instanceof ForeignKey key) {
      return foreignKey(key, schema);
    } else if (constraint instanceof Check check) {
      return "CHECK (" + expression(check.condition()) + ")";
    }
    String kind = constraint instanceof PrimaryKey ? "PRIMARY KEY " : "UNIQUE ";
    return kind + names.list(constraint.columns());
  }

  /**
   * A foreign key.
   *
   * @param key the foreign key, which names the columns of its target
   * @param schema a schema that has the target
   * @return the SQL, without the constraint's name
   */
  protected String foreignKey(ForeignKey key, Schema schema) {
    return "FOREIGN KEY "
        + names.list(key.columns())
        + " REFERENCES "
        + names.name(key.target())
        + " "
        + names.list(key.targetColumns())
        + action(" ON DELETE ", key.onDelete())
        + action(" ON UPDATE ", key.onUpdate())
        + deferrability(key);
  }

  private static String action(String when, ReferentialAction action) {
    return action == ReferentialAction.NO_ACTION ? "" : when + action.name().replace('_', ' ');
  }

  /**
   * When a foreign key is checked.
   *
   * @param key the foreign key
   * @return the SQL, with a space in front; empty if after each statement
   */
  protected String deferrability(ForeignKey key) {
    return key.deferrability() == Deferrability.NOT_DEFERRABLE
        ? ""
        : " DEFERRABLE " + key.deferrability().name().replace('_', ' ');
  }

  /**
   * The refusal of what the database cannot do.
   *
   * @param what the operation, type or name, with its value
   * @param alternative what to write instead
   * @return the exception, to be thrown
   */
  public final UnsupportedByDialectException unsupported(String what, String alternative) {
    return new UnsupportedByDialectException(what, names.capabilities().database(), alternative);
  }
}
