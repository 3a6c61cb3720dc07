package dev.migrate.dialect.h2;

import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.ansi.AnsiCanonical;
import dev.migrate.schema.Check;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Deferrability;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form of a schema on H2: what H2 would store of it, as far as that is known.
 *
 * <ul>
 *   <li>Variants for this dialect are chosen; enum types become labels at the column, and go.
 *   <li>Native types are named as H2 does; numbers lose zeros at their end.
 *   <li>Texts that H2 rewrites are not compared: conditions, computations, views, and defaults that
 *       are neither a constant, the current time nor a sequence; nor those of JSON columns.
 *   <li>Collations, index methods, prefixes, deferrability and options are left out, for H2 has
 *       none at a column, an index, a key or a table; and {@code RESTRICT} is {@code NO ACTION}.
 *   <li>Every constraint is valid, for H2 looks at the rows at once.
 *   <li>A name in upper case is the one that is written bare to get it: {@code ACCOUNT} is {@code
 *       account}. Where both are there, the database does not fold, and both stay.
 * </ul>
 *
 * <p>One thing is lost: a default that H2 computes when it is declared, such as {@code upper('a')}
 * or anything longer than {@code 3 + 4}, is stored as its value, and differs from the expression.
 */
final class H2Canonical extends AnsiCanonical {

  private final Renderer renderer;

  /**
   * The canonical form.
   *
   * @param renderer decides which names are written bare
   * @param names the dialect's names
   */
  H2Canonical(Renderer renderer, List<DialectName> names) {
    super(names);
    this.renderer = renderer;
  }

  @Override
  public Schema of(Schema schema) {
    return new H2PlainNames(renderer).of(super.of(schema));
  }

  @Override
  protected Sequence sequence(Sequence sequence) {
    return H2SequenceDefaults.canonical(sequence, names);
  }

  @Override
  protected List<TableOption> options(Table table) {
    return List.of();
  }

  @Override
  protected DataType nativeType(NativeType type) {
    return H2TypeReader.read(type.sql());
  }

  @Override
  protected DefaultValue understood(Expression expression, DataType type) {
    return H2DefaultReader.read(expression.text(), type, H2Canonical::declared);
  }

  private static QualifiedName declared(@Nullable String schema, String name) {
    return schema == null ? QualifiedName.exactly(name) : QualifiedName.in(schema, name);
  }

  @Override
  protected DefaultValue literal(Literal literal, DataType type) {
    if (type == SimpleType.JSON) {
      return REWRITTEN;
    }
    return literal.kind() == Literal.Kind.NUMBER
        ? Literal.of(new BigDecimal(literal.text()).stripTrailingZeros())
        : literal;
  }

  @Override
  protected Optional<String> collation(String name, DataType type) {
    return Optional.empty();
  }

  @Override
  protected Check check(Table table, Check check) {
    return check.withNotValid(false).withAtColumn(Optional.empty());
  }

  @Override
  protected ForeignKey foreignKey(ForeignKey key) {
    return key.withActions(H2Canonical::action)
        .withDeferrability(Deferrability.NOT_DEFERRABLE)
        .withNotValid(false);
  }

  /** H2 stored one for the other up to 2.4. */
  private static ReferentialAction action(ReferentialAction action) {
    return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
  }

  @Override
  protected Index index(Table table, Index index) {
    return super.index(table, index).withMethod(Optional.empty());
  }

  @Override
  protected IndexKey key(Table table, IndexKey key) {
    return super.key(table, key).withPrefix(0);
  }
}
