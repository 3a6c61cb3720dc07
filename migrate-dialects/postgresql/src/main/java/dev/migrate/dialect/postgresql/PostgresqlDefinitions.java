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
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Schema;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The SQL inside of statements where PostgreSQL differs from the standard. */
final class PostgresqlDefinitions extends AnsiDefinitions {

  /** The first version with columns that are computed when they are read. */
  private static final int VIRTUAL_COLUMNS = 18;

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
    PostgresqlRules rules = new PostgresqlRules(this);
    rules.requireOwnName(column.name());
    rules.requireCollatable(column);
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

  /** A constraint that is not valid is added to a table that is there; elsewhere it would be. */
  @Override
  public String constraint(Constraint constraint, Schema schema) {
    return super.constraint(constraint, schema) + (constraint.isNotValid() ? " NOT VALID" : "");
  }

  @Override
  protected String foreignKey(ForeignKey key, Schema schema) {
    new PostgresqlRules(this).requireKey(key, schema);
    return super.foreignKey(key, schema);
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
