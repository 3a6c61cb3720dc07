package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Capabilities;
import dev.migrate.dialect.ansi.AnsiDefaults;
import dev.migrate.dialect.ansi.AnsiDefinitions;
import dev.migrate.dialect.ansi.AnsiNames;
import dev.migrate.dialect.ansi.AnsiTypes;
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
import dev.migrate.schema.TimestampType;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands inside of statements where MySQL and MariaDB differ from the standard. */
final class MysqlDefinitions extends AnsiDefinitions {

  /**
   * No character outside of the Basic Multilingual Plane, no space at the end.
   *
   * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/identifiers.html">Names</a>
   */
  private static final Pattern POSSIBLE = Pattern.compile("(?s)[\\x{1}-\\x{FFFF}]*(?<! )");

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
        Set.of());
    this.server = server;
    this.literals = literals;
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
          "use one that SHOW COLLATION lists, such as utf8mb4_bin; say it for this database alone"
              + " with op.on(…)");
    }
    return super.collation(name);
  }

  /** The whole column: whoever changes one attribute has to repeat all others, or loses them. */
  @Override
  public String column(Column column, Schema schema) {
    DataType type = column.type().on(dialects());
    boolean timestamp = type instanceof TimestampType instant && instant.withTimeZone();
    requireDefault(column, timestamp);
    return names().name(column.name())
        + " "
        + type(column, schema)
        + column.generated().map(generated -> generated(column, generated)).orElse("")
        + nullability(column, timestamp)
        + column.defaultValue().map(v -> " DEFAULT " + defaultValue(v, column.type())).orElse("")
        + (column.identityMode().isPresent() ? " " + identity(column) : "")
        + column.comment().map(text -> " COMMENT " + MysqlComments.column(this, text)).orElse("");
  }

  /** A timestamp takes no NULL unless that is said, if the server is set so. */
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
   * Before MariaDB 10.10 the first timestamp of a table that takes no NULL and has no default gets
   * the current time at each update.
   *
   * @see <a href="https://mariadb.com/kb/en/timestamp/#automatic-values">Automatic values</a>
   */
  private void requireDefault(Column column, boolean timestamp) {
    boolean automatic = server.isMariadb() && !server.isFrom(10, 10, 0);
    if (automatic && timestamp && column.isRequired()) {
      throw unsupported(
          "the column " + column.name() + " of type " + column.type() + " without a default",
          "give it one, such as currentTimestamp(), or use MariaDB 10.10 or later");
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
      return "PRIMARY KEY " + names().list(constraint.columns());
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
    if (key.onDelete() == ReferentialAction.SET_DEFAULT
        || key.onUpdate() == ReferentialAction.SET_DEFAULT) {
      throw unsupported(
          "the foreign key " + key.requiredName() + " that sets the default",
          "use SET_NULL, CASCADE or NO_ACTION, or set the default in a trigger");
    }
    return super.foreignKey(key, schema);
  }

  UnsupportedByDialectException noSequences(String what) {
    return unsupported(
        what, "make the column an identity(), which MySQL numbers with AUTO_INCREMENT");
  }
}
