package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table. Immutable; every method that changes something returns a copy. Nullable
 * unless it is {@link #notNull()}, an identity column, or part of the primary key. A default of
 * NULL counts as no default.
 *
 * @param nullable whether it accepts NULL
 * @param defaultValue the value for inserts that do not name the column
 * @param identityMode whether and how the database generates its values
 * @param generated whether and how it is computed from other columns
 * @param collation the collation, by a name that the database knows
 * @param comment its comment in the database
 */
public record Column(
    String name,
    DataType type,
    boolean nullable,
    Optional<DefaultValue> defaultValue,
    Optional<IdentityMode> identityMode,
    Optional<Generated> generated,
    Optional<String> collation,
    Optional<String> comment)
    implements TableElement {

  /**
   * Checks that the attributes fit together.
   *
   * @throws DefinitionException if the default does not fit the type, the type cannot be an
   *     identity, or more than one of default, identity and computation is given
   */
  public Column {
    NameRules.require("column", name);
    Objects.requireNonNull(type, "type");
    defaultValue = defaultValue.filter(value -> !value.equals(Literal.NULL));
    collation.ifPresent(value -> NameRules.require("collation", value));
    comment.ifPresent(Comment::require);
    requireOneSource(name, defaultValue, identityMode, generated);
    if (defaultValue.isPresent()) {
      requireFit(name, type, defaultValue.get());
    }
    if (identityMode.isPresent()) {
      requireNumber(name, type);
      nullable = false;
    }
  }

  /**
   * A nullable column with no further attributes.
   *
   * @throws DefinitionException if the name is empty
   */
  public static Column of(String name, DataType type) {
    return new Column(
        name,
        type,
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Says in a model what the column was called before, so that a generated revision renames it.
   *
   * @param formerName the name that the revisions may still know
   * @throws DefinitionException if the name is empty
   */
  public RenamedElement was(String formerName) {
    return new RenamedElement(this, formerName);
  }

  /** Makes the column NOT NULL. */
  public Column notNull() {
    return withNullable(false);
  }

  /**
   * Sets the default: the value for inserts that do not name the column.
   *
   * @param value a {@link DefaultValue}, or a Java value for {@link Literal#of}; null for none
   * @throws DefinitionException if the value does not fit the type
   */
  public Column defaultTo(@Nullable Object value) {
    return withDefault(
        Optional.of(value instanceof DefaultValue known ? known : Literal.of(value)));
  }

  /**
   * Makes the column an identity column: the database generates the values that an insert does not
   * name. Implies {@link #notNull()}.
   *
   * @throws DefinitionException if the type is not smallint, integer or bigint
   */
  public Column identity() {
    return withIdentity(Optional.of(IdentityMode.BY_DEFAULT));
  }

  /**
   * Makes the column an identity column: the database generates all values, and refuses inserts
   * that name one. Implies {@link #notNull()}.
   *
   * @throws DefinitionException if the type is not smallint, integer or bigint
   */
  public Column identityAlways() {
    return withIdentity(Optional.of(IdentityMode.ALWAYS));
  }

  /**
   * Makes the column computed from other columns and stored.
   *
   * @param expression the computation, such as {@code price * quantity}
   */
  public Column storedAs(String expression) {
    return storedAs(Expression.of(expression));
  }

  /** Makes the column computed from other columns and stored. */
  public Column storedAs(Expression expression) {
    return withGenerated(Optional.of(new Generated(expression, true)));
  }

  /**
   * Makes the column computed from other columns when read.
   *
   * @param expression the computation, such as {@code price * quantity}
   */
  public Column virtualAs(String expression) {
    return virtualAs(Expression.of(expression));
  }

  /** Makes the column computed from other columns when read. */
  public Column virtualAs(Expression expression) {
    return withGenerated(Optional.of(new Generated(expression, false)));
  }

  /**
   * Sets the collation.
   *
   * @param name a collation that the database knows
   */
  public Column collate(String name) {
    return withCollation(NameRules.given("name", name));
  }

  /** Sets the comment of the column. */
  public Column comment(String text) {
    return withComment(NameRules.given("text", text));
  }

  /** A copy with another name. */
  public Column withName(String other) {
    return new Column(
        other, type, nullable, defaultValue, identityMode, generated, collation, comment);
  }

  /** A copy with another type. */
  public Column withType(DataType other) {
    return new Column(
        name, other, nullable, defaultValue, identityMode, generated, collation, comment);
  }

  /**
   * A copy that is nullable or not.
   *
   * @param other whether it accepts NULL
   */
  public Column withNullable(boolean other) {
    return new Column(name, type, other, defaultValue, identityMode, generated, collation, comment);
  }

  /**
   * A copy with another default.
   *
   * @param other the default; empty for none
   */
  public Column withDefault(Optional<DefaultValue> other) {
    return new Column(name, type, nullable, other, identityMode, generated, collation, comment);
  }

  /**
   * A copy that is an identity column or not.
   *
   * @param other the mode; empty for an ordinary column
   */
  public Column withIdentity(Optional<IdentityMode> other) {
    return new Column(name, type, nullable, defaultValue, other, generated, collation, comment);
  }

  /**
   * A copy that is computed or not.
   *
   * @param other the computation; empty for none
   */
  public Column withGenerated(Optional<Generated> other) {
    return new Column(name, type, nullable, defaultValue, identityMode, other, collation, comment);
  }

  /**
   * A copy with another collation.
   *
   * @param other the collation; empty for the database's default
   */
  public Column withCollation(Optional<String> other) {
    return new Column(name, type, nullable, defaultValue, identityMode, generated, other, comment);
  }

  /**
   * A copy with another comment.
   *
   * @param other the comment; empty for none
   */
  public Column withComment(Optional<String> other) {
    return other.equals(comment)
        ? this
        : new Column(name, type, nullable, defaultValue, identityMode, generated, collation, other);
  }

  /**
   * Whether an insert must name this column.
   *
   * @return true if it is NOT NULL and has no default, identity or computation
   */
  public boolean isRequired() {
    return !nullable && defaultValue.isEmpty() && identityMode.isEmpty() && generated.isEmpty();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name).append(' ').append(type);
    collation.ifPresent(value -> text.append(" collate ").append(value));
    text.append(nullable ? "" : " not null");
    defaultValue.ifPresent(value -> text.append(" default ").append(value));
    identityMode.ifPresent(
        mode -> text.append(mode == IdentityMode.ALWAYS ? " identity always" : " identity"));
    generated.ifPresent(value -> text.append(' ').append(value));
    comment.ifPresent(value -> text.append(" comment '").append(value).append('\''));
    return text.toString();
  }

  private static void requireOneSource(
      String name, Optional<?> defaultValue, Optional<?> identity, Optional<?> generated) {
    int sources =
        (defaultValue.isPresent() ? 1 : 0)
            + (identity.isPresent() ? 1 : 0)
            + (generated.isPresent() ? 1 : 0);
    if (sources > 1) {
      throw new DefinitionException(
          "the column " + name + " has more than one of default, identity and computation",
          "keep only one of them");
    }
  }

  private static void requireNumber(String name, DataType type) {
    boolean number = type instanceof SimpleType simple && simple.isWholeNumber();
    if (!number && !(type instanceof NativeType) && !(type instanceof VaryingType)) {
      throw new DefinitionException(
          "the column " + name + " of type " + type + " cannot be an identity",
          "make it smallint(), integer() or bigint()");
    }
  }

  private static void requireFit(String name, DataType type, DefaultValue value) {
    if (value instanceof VaryingDefault varying) {
      requireFit(name, type, varying.standard());
      varying.variants().values().forEach(variant -> requireFit(name, type, variant));
    } else if (value instanceof Literal literal && !type.accepts(literal.kind())) {
      Facts facts =
          Facts.of("the default " + literal + " does not fit the column " + name)
              .with("type", type.toString());
      boolean call = literal.kind() == Literal.Kind.TEXT && !literal.text().isBlank();
      throw new DefinitionException(
          facts.next(
              call
                  ? "did you mean expression(\"" + literal.text() + "\")" + alternative(type) + "?"
                  : "give a value of the column's type"));
    }
  }

  private static String alternative(DataType type) {
    if (type instanceof TimestampType) {
      return " or currentTimestamp()";
    }
    return type == SimpleType.DATE ? " or currentDate()" : "";
  }
}
