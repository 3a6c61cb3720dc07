package dev.migrate.dialect.ansi;

import dev.migrate.schema.CurrentDate;
import dev.migrate.schema.CurrentTimestamp;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValueVisitor;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NextValue;
import dev.migrate.schema.VaryingDefault;

/** Defaults in standard SQL. Immutable; made for one column by {@link AnsiDefinitions#defaults}. */
public class AnsiDefaults implements DefaultValueVisitor<String> {

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

  @Override
  public String visit(Expression value) {
    return definitions.expression(value);
  }

  @Override
  public String visit(VaryingDefault value) {
    return value.on(definitions.dialects()).accept(this);
  }
}
