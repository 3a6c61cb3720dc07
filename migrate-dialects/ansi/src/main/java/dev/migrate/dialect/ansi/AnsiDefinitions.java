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
import dev.migrate.schema.MatchType;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Unique;
import java.util.List;
import java.util.Set;

/**
 * The SQL inside of statements: names, values, types, columns and constraints in standard SQL.
 * Immutable and thread-safe. A dialect overrides what differs and passes itself to its {@link
 * AnsiRenderer}.
 */
public class AnsiDefinitions {

  private static final SqlScanner STANDARD = new SqlScanner();

  private final AnsiNames names;
  private final AnsiLiterals literals;
  private final List<DialectName> dialects;
  private final Set<SqlFeature> features;

  /**
   * Creates the definitions.
   *
   * @param names how names are written
   * @param literals how constants are written
   * @param dialects the names by which revisions can mean the dialect, the most specific first
   * @param features what the database can do of that which not every database can
   */
  public AnsiDefinitions(
      AnsiNames names,
      AnsiLiterals literals,
      List<DialectName> dialects,
      Set<SqlFeature> features) {
    this.names = names;
    this.literals = literals;
    this.dialects = List.copyOf(dialects);
    this.features = Set.copyOf(features);
  }

  /** Creates the definitions of the standard itself. */
  public AnsiDefinitions(Capabilities capabilities) {
    this(
        new AnsiNames(capabilities, AnsiReservedWords.ALL, '"'),
        new AnsiLiterals(),
        List.of(new DialectName("ansi")),
        SqlFeature.STANDARD);
  }

  /** How names are written. */
  public final AnsiNames names() {
    return names;
  }

  /** How constants are written. */
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
   */
  protected AnsiTypes types(Schema schema) {
    return new AnsiTypes(this, schema);
  }

  /**
   * How a column's default is written.
   *
   * @param type the column's type
   */
  protected AnsiDefaults defaults(DataType type) {
    return new AnsiDefaults(this, type);
  }

  /**
   * A constant that becomes the value of a column.
   *
   * @param type the column's type
   */
  public final String value(Literal value, DataType type) {
    return literals.literal(value, type.on(dialects));
  }

  /**
   * A default.
   *
   * @param type the column's type
   * @return the SQL, without {@code DEFAULT}
   */
  public final String defaultValue(DefaultValue value, DataType type) {
    return value.on(dialects).accept(defaults(type));
  }

  /**
   * What a default means, where an expression may mean a constant or a sequence.
   *
   * @param type the column's type
   * @return its variant for this dialect, as far as it is understood
   */
  protected DefaultValue understood(DefaultValue value, DataType type) {
    return value.on(dialects);
  }

  /**
   * What distinguishes quotes and comments of this database from the rest.
   *
   * @return the scanner; one of standard SQL unless overridden
   */
  public SqlScanner scanner() {
    return STANDARD;
  }

  /**
   * SQL in the database's own words, as a part of a statement.
   *
   * @return its variant for this dialect, verbatim; on a line of its own if it ends in a comment,
   *     to which the rest of the statement would belong otherwise
   */
  public final String expression(Expression expression) {
    String sql = expression.on(dialects).text();
    return scanner().endsInComment(sql) ? sql + "\n" : sql;
  }

  /**
   * Whether a text that follows a renaming can have a new name. There, names of lower-case letters,
   * digits and {@code _} stand bare, and others in double quotes.
   *
   * @return false if the database would take it for something else
   */
  protected boolean isMentionable(String name) {
    return names.isBare(name) || !AnsiNames.isPlain(name);
  }

  /**
   * A column as it stands in a table's definition, without its comment.
   *
   * @param schema the schema at the statement
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
   * @param schema the schema at the statement
   */
  public String type(Column column, Schema schema) {
    String type = column.type().on(dialects).accept(types(schema));
    return type + column.collation().map(this::collation).orElse("");
  }

  /** A column's collation, after its type. */
  protected String collation(String name) {
    return " COLLATE " + names.name(name);
  }

  /**
   * What fills a column that an insert does not name.
   *
   * @return the SQL, with a space in front; empty if nothing does
   */
  protected String source(Column column) {
    return column.defaultValue().map(v -> " DEFAULT " + defaultValue(v, column.type())).orElse("")
        + column.identityMode().map(mode -> " " + identity(mode) + " AS IDENTITY").orElse("")
        + column.generated().map(generated -> generated(column, generated)).orElse("");
  }

  /**
   * The clause of an identity column.
   *
   * @return the SQL, without {@code AS IDENTITY}
   */
  public String identity(IdentityMode mode) {
    return mode == IdentityMode.ALWAYS ? "GENERATED ALWAYS" : "GENERATED BY DEFAULT";
  }

  /**
   * How a column is computed. The standard knows only columns that are kept.
   *
   * @throws UnsupportedByDialectException if the column is not stored
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
    return constraintBody(constraint, schema) + notEnforced(constraint);
  }

  private String constraintBody(Constraint constraint, Schema schema) {
    if (constraint instanceof ForeignKey key) {
      return foreignKey(key, schema);
    } else if (constraint instanceof Check check) {
      return "CHECK (" + expression(check.condition()) + ")";
    } else if (constraint instanceof PrimaryKey key) {
      return "PRIMARY KEY " + keyColumns(key, key.included(), key.deferrability());
    }
    Unique unique = (Unique) constraint;
    String what = "the unique constraint " + unique.requiredName() + " in which NULL equals NULL";
    return "UNIQUE "
        + (unique.isNullsNotDistinct()
            ? words(SqlFeature.NULLS_NOT_DISTINCT, what, "NULLS NOT DISTINCT ")
            : "")
        + keyColumns(unique, unique.included(), unique.deferrability());
  }

  private String keyColumns(Constraint key, List<String> included, Deferrability deferrability) {
    String name = key.requiredName();
    return names.list(key.columns())
        + (included.isEmpty()
            ? ""
            : words(
                SqlFeature.INCLUDED_COLUMNS,
                "the key " + name + " including " + String.join(", ", included),
                " INCLUDE " + names.list(included)))
        + deferrability(SqlFeature.DEFERRABLE_KEY, "the deferrable key " + name, deferrability);
  }

  private String notEnforced(Constraint constraint) {
    return constraint.isNotEnforced()
        ? words(
            SqlFeature.NOT_ENFORCED,
            "the constraint " + constraint.requiredName() + " that is not enforced",
            " NOT ENFORCED")
        : "";
  }

  /**
   * A foreign key.
   *
   * @param key the foreign key, which names the columns of its target
   * @param schema a schema that has the target
   * @return the SQL, without the constraint's name
   */
  protected String foreignKey(ForeignKey key, Schema schema) {
    String what = "the foreign key " + key.requiredName();
    return "FOREIGN KEY "
        + names.list(key.columns())
        + " REFERENCES "
        + names.name(key.target())
        + " "
        + names.list(key.targetColumns())
        + (key.match() == MatchType.FULL
            ? words(SqlFeature.MATCH_FULL, what + " that matches full", " MATCH FULL")
            : "")
        + action(" ON DELETE ", key.onDelete())
        + (key.onDeleteColumns().isEmpty()
            ? ""
            : words(
                SqlFeature.SET_COLUMNS,
                what + " that sets " + String.join(", ", key.onDeleteColumns()),
                " " + names.list(key.onDeleteColumns())))
        + action(" ON UPDATE ", key.onUpdate())
        + deferrability(
            SqlFeature.DEFERRABLE_FOREIGN_KEY,
            "the deferrable foreign key " + key.requiredName(),
            key.deferrability());
  }

  private static String action(String when, ReferentialAction action) {
    return action == ReferentialAction.NO_ACTION ? "" : when + action.name().replace('_', ' ');
  }

  private String deferrability(SqlFeature feature, String what, Deferrability deferrability) {
    return deferrability == Deferrability.NOT_DEFERRABLE
        ? ""
        : words(feature, what, " DEFERRABLE " + deferrability.name().replace('_', ' '));
  }

  /**
   * The words for something that not every database can do.
   *
   * @param what what needs it, for the refusal
   * @throws UnsupportedByDialectException if the database does not have the feature
   */
  protected final String words(SqlFeature feature, String what, String sql) {
    if (!features.contains(feature)) {
      throw unsupported(what, feature.alternative());
    }
    return sql;
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
