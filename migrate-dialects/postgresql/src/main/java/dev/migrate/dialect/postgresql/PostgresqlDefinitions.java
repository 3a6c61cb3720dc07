package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.Capabilities;
import dev.migrate.dialect.ansi.AnsiDefaults;
import dev.migrate.dialect.ansi.AnsiDefinitions;
import dev.migrate.dialect.ansi.AnsiNames;
import dev.migrate.dialect.ansi.AnsiTypes;
import dev.migrate.dialect.ansi.SqlFeature;
import dev.migrate.dialect.ansi.SqlScanner;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Deferrability;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands inside of statements where PostgreSQL differs from the standard. */
final class PostgresqlDefinitions extends AnsiDefinitions {

  /** The first version with columns that are computed when they are read. */
  private static final int VIRTUAL_COLUMNS = 18;

  /** Columns that every table has: 5.6 System Columns in the manual. */
  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

  private final int major;

  PostgresqlDefinitions(Capabilities capabilities, int major, Optional<String> schema) {
    super(
        new AnsiNames(capabilities, PostgresqlReservedWords.ALL, '"').in(schema),
        new PostgresqlLiterals(),
        List.of(DialectName.POSTGRESQL),
        features(major));
    this.major = major;
  }

  private static Set<SqlFeature> features(int major) {
    Set<SqlFeature> features = EnumSet.allOf(SqlFeature.class);
    if (major < 15) {
      features.remove(SqlFeature.NULLS_NOT_DISTINCT);
      features.remove(SqlFeature.SET_COLUMNS);
    }
    if (major < 18) {
      features.remove(SqlFeature.NOT_ENFORCED);
    }
    return features;
  }

  @Override
  public SqlScanner scanner() {
    return PostgresqlScriptFormat.SCANNER;
  }

  @Override
  protected AnsiTypes types(Schema schema) {
    return new PostgresqlTypes(this, schema);
  }

  @Override
  protected AnsiDefaults defaults(DataType type) {
    return new PostgresqlDefaults(this, type);
  }

  @Override
  protected DefaultValue understood(DefaultValue value, DataType type) {
    DefaultValue own = value.on(dialects());
    return own instanceof Expression expression
        ? PostgresqlDefaultReader.read(expression.text(), type.on(dialects()))
        : own;
  }

  @Override
  public String column(Column column, Schema schema) {
    requireOwnName(column.name());
    requireCollatable(column);
    return super.column(column, schema);
  }

  /**
   * A collation is left out where the type has none: a column that was text before it became an
   * enum type still has one in the model.
   */
  @Override
  public String type(Column column, Schema schema) {
    return super.type(PostgresqlCollations.of(column, dialects()), schema);
  }

  /** Refuses a collation on a column that is not text. */
  void requireCollatable(Column column) {
    DataType type = column.type().on(dialects());
    if (column.collation().isPresent() && PostgresqlCollations.isSurelyWithout(type)) {
      throw unsupported(
          "the collation "
              + column.collation().orElseThrow()
              + " of the column "
              + column.name()
              + " of type "
              + type,
          "leave collate(…) out: only text is compared by a collation");
    }
  }

  /** Refuses a name that a column of the system has. */
  void requireOwnName(String column) {
    if (SYSTEM_COLUMNS.contains(column)) {
      throw unsupported(
          "a column named " + column, "choose another name: every table has such a column already");
    }
  }

  /** Refuses the name of a schema that only the system may have. */
  void requireOwnNamespace(String name) {
    if (name.startsWith("pg_")) {
      throw unsupported("a schema named " + name, "choose a name that does not begin with pg_");
    }
  }

  /** A constraint that is not valid is added to a table that is there; elsewhere it would be. */
  @Override
  public String constraint(Constraint constraint, Schema schema) {
    return super.constraint(constraint, schema) + (constraint.isNotValid() ? " NOT VALID" : "");
  }

  /** PostgreSQL refers to keys that are checked at once only. */
  @Override
  protected String foreignKey(ForeignKey key, Schema schema) {
    Table target = schema.table(key.target());
    Table checkedAtOnce =
        target.withConstraints(
            target.constraints().stream().filter(other -> !isDeferrable(other)).toList());
    if (!checkedAtOnce.hasKey(key.targetColumns())) {
      throw unsupported(
          "the foreign key " + key.requiredName() + " to a deferrable key of " + key.target(),
          "leave deferrable() of that key out, or add a unique index over its columns");
    }
    return super.foreignKey(key, schema);
  }

  private static boolean isDeferrable(Constraint constraint) {
    Deferrability deferrability =
        constraint instanceof PrimaryKey key
            ? key.deferrability()
            : constraint instanceof Unique unique
                ? unique.deferrability()
                : Deferrability.NOT_DEFERRABLE;
    return deferrability != Deferrability.NOT_DEFERRABLE;
  }

  @Override
  protected String generated(Column column, Generated generated) {
    if (!generated.stored() && major < VIRTUAL_COLUMNS) {
      throw unsupported(
          "the column " + column.name() + " that is computed when read",
          "PostgreSQL " + VIRTUAL_COLUMNS + " has it; before, write storedAs(…) or create a view");
    }
    return " GENERATED ALWAYS AS ("
        + expression(generated.expression())
        + (generated.stored() ? ") STORED" : ") VIRTUAL");
  }
}
