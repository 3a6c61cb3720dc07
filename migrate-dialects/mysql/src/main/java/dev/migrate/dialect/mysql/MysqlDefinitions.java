package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Capabilities;
import dev.migrate.dialect.ansi.AnsiDefaults;
import dev.migrate.dialect.ansi.AnsiDefinitions;
import dev.migrate.dialect.ansi.AnsiNames;
import dev.migrate.dialect.ansi.AnsiTypes;
import dev.migrate.dialect.ansi.SqlFeature;
import dev.migrate.dialect.ansi.SqlScanner;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.IdentityMode;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The SQL inside of statements where MySQL and MariaDB differ from the standard. */
final class MysqlDefinitions extends AnsiDefinitions {

  /**
   * No character outside of the Basic Multilingual Plane, no white space at the end.
   *
   * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/identifiers.html">Names</a>
   */
  private static final Pattern POSSIBLE = Pattern.compile("(?s)[\\x{1}-\\x{FFFF}]*(?<![ \\t-\\r])");

  /** At the end of a native type; in a statement it comes after what computes the column. */
  private static final String INVISIBLE = " invisible";

  private final MysqlServer server;
  private final MysqlLiterals literals;

  MysqlDefinitions(MysqlServer server, Capabilities capabilities) {
    this(server, capabilities, new MysqlLiterals(server));
  }

  private MysqlDefinitions(MysqlServer server, Capabilities capabilities, MysqlLiterals literals) {
    super(
        new AnsiNames(capabilities, MysqlReservedWords.ALL, '`', POSSIBLE),
        literals,
        server.names(),
        features(server));
    this.server = server;
    this.literals = literals;
  }

  private static Set<SqlFeature> features(MysqlServer server) {
    if (server.isMariadb()) {
      return Set.of(
          SqlFeature.SEQUENCE_LIMITS, SqlFeature.SEQUENCE_CYCLE, SqlFeature.SEQUENCE_CACHE);
    }
    return server.isFrom(8, 0, 16) ? Set.of(SqlFeature.NOT_ENFORCED) : Set.of();
  }

  MysqlServer server() {
    return server;
  }

  MysqlLiterals mysqlLiterals() {
    return literals;
  }

  /** MariaDB has the type from 10.7 on; elsewhere a UUID is its sixteen bytes. */
  boolean hasUuid() {
    return server.hasUuid();
  }

  /** Refuses what the server cannot do. */
  void require(SqlFeature feature, String what) {
    words(feature, what, "");
  }

  /** Double quotes enclose a string here, except in some SQL modes. */
  @Override
  protected boolean isMentionable(String name) {
    return names().isBare(name);
  }

  @Override
  public SqlScanner scanner() {
    return MysqlScriptFormat.SCANNER;
  }

  @Override
  protected AnsiTypes types(Schema schema) {
    return new MysqlTypes(this, schema);
  }

  @Override
  protected AnsiDefaults defaults(DataType type) {
    return new MysqlDefaults(this, type);
  }

  /** Collations are called by their character set; others belong to other databases. */
  @Override
  protected String collation(String name) {
    boolean known = MysqlCollations.isKnown(name, server);
    if (!known) {
      throw unsupported(
          "the collation " + name,
          "use one that SHOW COLLATION lists, such as utf8mb4_bin; state it for this database alone"
              + " with op.on(…)");
    }
    return super.collation(name);
  }

  /** The whole column: a change of one attribute has to repeat all others, or loses them. */
  String column(Column column, Table table, Schema schema) {
    return column(column, schema)
        + table.constraints().stream()
            .filter(this::isAtColumn)
            .map(Check.class::cast)
            .filter(check -> check.atColumn().filter(column.name()::equals).isPresent())
            .map(check -> " " + rule(check, schema))
            .collect(Collectors.joining());
  }

  /** Whether it is a check that belongs to the definition of its column, as in MariaDB. */
  boolean isAtColumn(Constraint constraint) {
    return server.isMariadb() && constraint instanceof Check check && check.atColumn().isPresent();
  }

  /** The column without the check that may belong to it. */
  @Override
  public String column(Column column, Schema schema) {
    boolean timestamp = MysqlTypeReader.isTimestamp(column.type().on(dialects()));
    requireDefault(column, timestamp);
    String type = type(column, schema);
    boolean invisible = type.endsWith(INVISIBLE);
    return names().name(column.name())
        + " "
        + (invisible ? type.substring(0, type.length() - INVISIBLE.length()) : type)
        + column.generated().map(generated -> generated(column, generated)).orElse("")
        + nullability(column, timestamp)
        + column.defaultValue().map(v -> " DEFAULT " + defaultValue(v, column.type())).orElse("")
        + (column.identityMode().isPresent() ? " " + identity(column) : "")
        + (invisible ? " INVISIBLE" : "")
        + column.comment().map(text -> " COMMENT " + MysqlComments.column(this, text)).orElse("");
  }

  /** A timestamp takes no NULL unless that is stated, if the server is set so. */
  private String nullability(Column column, boolean timestamp) {
    if (!column.nullable()) {
      if (column.generated().isPresent() && server.isMariadb()) {
        throw unsupported(
            "the generated column " + column.name() + " that takes no NULL",
            "leave notNull() out, and add check(\"" + column.name() + " IS NOT NULL\")");
      }
      return " NOT NULL";
    }
    return timestamp && column.generated().isEmpty() ? " NULL" : "";
  }

  /**
   * The first timestamp of a table that takes no NULL and has no default gets the current time at
   * each update, if the server is set so and the session cannot change that.
   *
   * @see <a href="https://mariadb.com/kb/en/timestamp/#automatic-values">Automatic values</a>
   */
  private void requireDefault(Column column, boolean timestamp) {
    if (timestamp && column.isRequired() && !server.hasExplicitTimestamps()) {
      throw unsupported(
          "the column " + column.name() + " of type " + column.type() + " without a default",
          "give it one, such as currentTimestamp(), or use MariaDB 10.6.9 or later");
    }
  }

  private String identity(Column column) {
    if (column.identityMode().orElseThrow() == IdentityMode.ALWAYS) {
      throw unsupported(
          "the column " + column.name() + " to which only the database gives numbers",
          "write identity() instead of identityAlways(): rows may name a number, or leave it out");
    }
    return "AUTO_INCREMENT";
  }

  @Override
  protected String generated(Column column, Generated generated) {
    return " GENERATED ALWAYS AS ("
        + expression(generated.expression())
        + ") "
        + (generated.stored() ? "STORED" : "VIRTUAL");
  }

  /** Every primary key is called {@code PRIMARY}; unique constraints are unique indexes. */
  @Override
  public String constraint(Constraint constraint, Schema schema) {
    if (constraint instanceof PrimaryKey) {
      names().name(constraint.requiredName());
      return rule(constraint, schema);
    }
    return super.constraint(constraint, schema);
  }

  @Override
  protected String rule(Constraint constraint, Schema schema) {
    if (constraint instanceof Check && !server.isMariadb() && !server.isFrom(8, 0, 16)) {
      // Earlier versions read a check, and forget it.
      throw unsupported(
          "the check " + constraint.requiredName(),
          "use MySQL 8.0.16 or later, or check it in the application");
    }
    return super.rule(constraint, schema);
  }

  /** InnoDB reads {@code SET DEFAULT}, and refuses it or forgets it. */
  @Override
  protected String foreignKey(ForeignKey key, Schema schema) {
    if (key.isNotEnforced()) {
      throw unsupported(
          "the foreign key " + key.requiredName() + " that is not enforced",
          "leave the foreign key out, as no row is checked");
    }
    if (key.onDelete() == ReferentialAction.SET_DEFAULT
        || key.onUpdate() == ReferentialAction.SET_DEFAULT) {
      throw unsupported(
          "the foreign key " + key.requiredName() + " that sets the default",
          "use SET_NULL, CASCADE or NO_ACTION, or set the default in a trigger");
    }
    return super.foreignKey(key, schema);
  }

  /** The clause of {@code ALTER TABLE} that drops a constraint. */
  MysqlClause drop(Constraint constraint) {
    return MysqlClause.drop("DROP " + dropped(constraint));
  }

  private String dropped(Constraint constraint) {
    String name = names().name(constraint.requiredName());
    if (constraint instanceof PrimaryKey) {
      return "PRIMARY KEY";
    } else if (constraint instanceof ForeignKey) {
      return "FOREIGN KEY " + name;
    } else if (constraint instanceof Unique) {
      return "INDEX " + name;
    }
    // MySQL has DROP CONSTRAINT from 8.0.19 on.
    return (server.isMariadb() ? "CONSTRAINT " : "CHECK ") + name;
  }

  UnsupportedByDialectException noSequences(String what) {
    return unsupported(
        what, "make the column an identity(), which MySQL numbers with AUTO_INCREMENT");
  }
}
