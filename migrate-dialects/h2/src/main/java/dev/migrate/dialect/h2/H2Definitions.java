package dev.migrate.dialect.h2;

import dev.migrate.dialect.Capabilities;
import dev.migrate.dialect.ansi.AnsiDefinitions;
import dev.migrate.dialect.ansi.AnsiNames;
import dev.migrate.dialect.ansi.AnsiTypes;
import dev.migrate.dialect.ansi.SqlFeature;
import dev.migrate.dialect.ansi.SqlScanner;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The SQL inside of statements where H2 differs from the standard. */
final class H2Definitions extends AnsiDefinitions {

  /** H2 reads {@code DEFERRABLE} and forgets it. */
  private static final Set<SqlFeature> FEATURES =
      Set.of(
          SqlFeature.NULLS_NOT_DISTINCT,
          SqlFeature.SEQUENCE_TYPE,
          SqlFeature.SEQUENCE_LIMITS,
          SqlFeature.SEQUENCE_CYCLE,
          SqlFeature.SEQUENCE_CACHE);

  H2Definitions(Capabilities capabilities, Optional<String> schema) {
    super(
        new AnsiNames(capabilities, H2ReservedWords.ALL, '"').in(schema),
        new H2Literals(),
        List.of(DialectName.H2),
        FEATURES);
  }

  @Override
  public SqlScanner scanner() {
    return H2ScriptFormat.SCANNER;
  }

  @Override
  protected AnsiTypes types(Schema schema) {
    return new H2Types(this, schema);
  }

  @Override
  protected DefaultValue understood(DefaultValue value, DataType type) {
    DefaultValue own = value.on(dialects());
    return own instanceof Expression expression
        ? H2DefaultReader.read(
            expression.text(),
            type.on(dialects()),
            (schema, name) -> new QualifiedName(Optional.ofNullable(schema), name))
        : own;
  }

  /** H2 compares all text of a database by one collation. */
  @Override
  protected String collation(String name) {
    throw unsupported(
        "the collation " + name + " of a column",
        "leave collate(…) out, and execute SET COLLATION before the first table is created");
  }

  @Override
  protected String foreignKey(ForeignKey key, Schema schema) {
    new H2Rules(this).requireKey(key, schema);
    return super.foreignKey(key, schema);
  }
}
