package dev.migrate;

import dev.migrate.error.DefinitionException;
import dev.migrate.operation.CodeBody;
import dev.migrate.operation.Row;
import dev.migrate.operation.RowChange;
import dev.migrate.schema.ArrayType;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CacheChange;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Check;
import dev.migrate.schema.CollationChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.Comment;
import dev.migrate.schema.CurrentDate;
import dev.migrate.schema.CurrentTimestamp;
import dev.migrate.schema.CycleChange;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.DeclaredTable;
import dev.migrate.schema.DefaultChange;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.IdentityChange;
import dev.migrate.schema.IdentityMode;
import dev.migrate.schema.IncrementChange;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.Literal;
import dev.migrate.schema.MaximumChange;
import dev.migrate.schema.MinimumChange;
import dev.migrate.schema.ModelElement;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.NextValue;
import dev.migrate.schema.NullabilityChange;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.StartChange;
import dev.migrate.schema.TableOption;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;
import dev.migrate.schema.TypeChange;
import dev.migrate.schema.Unique;
import dev.migrate.schema.ValueTypeChange;
import dev.migrate.schema.View;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The vocabulary of a revision: {@code import static dev.migrate.Ddl.*;}.
 *
 * <p>Every method throws {@link dev.migrate.error.DefinitionException} for arguments that are never
 * valid, such as an empty name or {@code varchar(0)}. All results are immutable.
 */
public final class Ddl {

  /** H2. */
  public static final DialectName H2 = DialectName.H2;

  /** PostgreSQL. */
  public static final DialectName POSTGRESQL = DialectName.POSTGRESQL;

  /** MySQL, and also MariaDB where nothing is given for {@link #MARIADB}. */
  public static final DialectName MYSQL = DialectName.MYSQL;

  /** MariaDB. */
  public static final DialectName MARIADB = DialectName.MARIADB;

  /** SQLite. */
  public static final DialectName SQLITE = DialectName.SQLITE;

  /** Refused at the end of the statement. */
  public static final ReferentialAction NO_ACTION = ReferentialAction.NO_ACTION;

  /** Refused at once. */
  public static final ReferentialAction RESTRICT = ReferentialAction.RESTRICT;

  /** The referring rows are deleted, or updated, as well. */
  public static final ReferentialAction CASCADE = ReferentialAction.CASCADE;

  /** The referring columns become NULL. */
  public static final ReferentialAction SET_NULL = ReferentialAction.SET_NULL;

  /** The referring columns get their default. */
  public static final ReferentialAction SET_DEFAULT = ReferentialAction.SET_DEFAULT;

  private Ddl() {}

  /**
   * Declares a table in a {@code Model}.
   *
   * @param name its name, as {@link QualifiedName#of} reads it
   * @param first a column, constraint, index, comment or option
   * @param more further ones
   */
  public static DeclaredTable table(String name, ModelElement first, ModelElement... more) {
    return DeclaredTable.of(QualifiedName.of(name), Several.of(first, more));
  }

  /**
   * A nullable column with no further attributes.
   *
   * @param name its name, taken literally
   */
  public static Column column(String name, DataType type) {
    return Column.of(name, type);
  }

  /** True or false. */
  public static DataType bool() {
    return SimpleType.BOOLEAN;
  }

  /** A whole number of 16 bits. */
  public static DataType smallint() {
    return SimpleType.SMALLINT;
  }

  /** A whole number of 32 bits. */
  public static DataType integer() {
    return SimpleType.INTEGER;
  }

  /** A whole number of 64 bits. */
  public static DataType bigint() {
    return SimpleType.BIGINT;
  }

  /** A binary floating-point number of 32 bits. */
  public static DataType real() {
    return SimpleType.REAL;
  }

  /** A binary floating-point number of 64 bits. */
  public static DataType doublePrecision() {
    return SimpleType.DOUBLE_PRECISION;
  }

  /** Characters without a stated limit. */
  public static DataType text() {
    return SimpleType.TEXT;
  }

  /** Bytes without a stated limit. */
  public static DataType blob() {
    return SimpleType.BLOB;
  }

  /** A day. */
  public static DataType date() {
    return SimpleType.DATE;
  }

  /** A UUID. */
  public static DataType uuid() {
    return SimpleType.UUID;
  }

  /** A JSON document. */
  public static DataType json() {
    return SimpleType.JSON;
  }

  /**
   * An exact number.
   *
   * @param precision the total number of digits
   * @param scale the number of digits after the decimal point
   */
  public static DataType decimal(int precision, int scale) {
    return new DecimalType(precision, scale);
  }

  /**
   * Characters of a limited length.
   *
   * @param length the maximum number of characters (not bytes)
   */
  public static DataType varchar(int length) {
    return new CharacterType(length, false);
  }

  /**
   * Characters of a fixed length, padded with spaces.
   *
   * @param length the number of characters (not bytes)
   */
  public static DataType character(int length) {
    return new CharacterType(length, true);
  }

  /**
   * Bytes of a limited length.
   *
   * @param length the maximum number of bytes
   */
  public static DataType binary(int length) {
    return new BinaryType(length);
  }

  /** A time of day with microseconds. */
  public static DataType time() {
    return time(6);
  }

  /**
   * A time of day.
   *
   * @param digits the fractional digits of the seconds, 0 to 9
   */
  public static DataType time(int digits) {
    return new TimeType(digits);
  }

  /** A date and time without a time zone, with microseconds. */
  public static DataType timestamp() {
    return timestamp(6);
  }

  /**
   * A date and time without a time zone.
   *
   * @param digits the fractional digits of the seconds, 0 to 9
   */
  public static DataType timestamp(int digits) {
    return new TimestampType(digits, false);
  }

  /** An instant, with microseconds. */
  public static DataType timestampWithTimeZone() {
    return timestampWithTimeZone(6);
  }

  /**
   * An instant.
   *
   * @param digits the fractional digits of the seconds, 0 to 9
   */
  public static DataType timestampWithTimeZone(int digits) {
    return new TimestampType(digits, true);
  }

  /** One of the labels of an enum type made with {@link Operations#createEnumType}. */
  public static DataType enumType(String name) {
    return new EnumReference(QualifiedName.of(name));
  }

  /**
   * A list of values of one type.
   *
   * @param element the type of each value
   */
  public static DataType array(DataType element) {
    return new ArrayType(element);
  }

  /**
   * A type in the database's own words, written verbatim into statements.
   *
   * @param sql such as {@code geography(Point,4326)}
   */
  public static DataType nativeType(String sql) {
    return new NativeType(sql);
  }

  /** The date and time of the insert, as a default or as a value of a row. */
  public static DefaultValue currentTimestamp() {
    return new CurrentTimestamp();
  }

  /** The date of the insert, as a default or as a value of a row. */
  public static DefaultValue currentDate() {
    return new CurrentDate();
  }

  /** The next value of a sequence. */
  public static DefaultValue nextValue(String sequence) {
    return new NextValue(QualifiedName.of(sequence));
  }

  /**
   * A constant, for places that do not take a plain Java value.
   *
   * @param value a value for {@link Literal#of}; null for NULL
   */
  public static Literal literal(@Nullable Object value) {
    return Literal.of(value);
  }

  /**
   * SQL in the database's own words, for a default, an index key or a computed column.
   *
   * @param sql the SQL, written verbatim into statements
   */
  public static Expression expression(String sql) {
    return Expression.of(sql);
  }

  /**
   * The primary key.
   *
   * @param more further columns, in order
   */
  public static PrimaryKey primaryKey(String first, String... more) {
    return PrimaryKey.of(Several.of(first, more));
  }

  /**
   * A unique constraint: no two rows share the values of these columns.
   *
   * @param more further columns, in order
   */
  public static Unique unique(String first, String... more) {
    return Unique.of(Several.of(first, more));
  }

  /**
   * Columns that refer to a key of another table; continue with {@code references(…)}.
   *
   * @param more further columns, in order
   * @return the columns, still without a target
   */
  public static ForeignKey.Start foreignKey(String first, String... more) {
    return ForeignKey.of(Several.of(first, more));
  }

  /**
   * A check constraint: a condition that every row must fulfil.
   *
   * @param condition such as {@code price > 0}
   */
  public static Check check(String condition) {
    return check(Expression.of(condition));
  }

  /** A check constraint: a condition that every row must fulfil. */
  public static Check check(Expression condition) {
    return Check.of(condition);
  }

  /**
   * An index over columns.
   *
   * @param more further columns, in order
   */
  public static Index index(String first, String... more) {
    return Index.of(Several.of(first, more).stream().map(IndexKey::column).toList());
  }

  /**
   * An index over an expression.
   *
   * @param expression such as {@code expression("lower(body)")}
   */
  public static Index index(Expression expression) {
    return index(IndexKey.expression(expression));
  }

  /**
   * An index over keys, each a column or an expression with its own sort order.
   *
   * @param first {@code asc("a")}, {@code desc("b")} or {@code asc(expression("…"))}
   * @param more further keys, in order
   */
  public static Index index(IndexKey first, IndexKey... more) {
    return Index.of(Several.of(first, more));
  }

  /**
   * A table option for one dialect: text after the closing parenthesis of {@code CREATE TABLE}.
   *
   * @param sql the text, verbatim, such as {@code STRICT} or {@code DEFAULT CHARSET=utf8mb4}
   * @return the option, to be passed to {@code createTable} beside the columns, or to {@code
   *     setTableOption}
   * @throws DefinitionException if the text is blank
   */
  public static TableOption tableOption(DialectName dialect, String sql) {
    return new TableOption(dialect, sql);
  }

  /** An index key in ascending order. */
  public static IndexKey asc(String column) {
    return IndexKey.column(column);
  }

  /** An index key in descending order. */
  public static IndexKey desc(String column) {
    return IndexKey.column(column).descending();
  }

  /**
   * An index key over an expression, in ascending order.
   *
   * @param expression such as {@code expression("lower(body)")}
   */
  public static IndexKey asc(Expression expression) {
    return IndexKey.expression(expression);
  }

  /**
   * An index key over an expression, in descending order.
   *
   * @param expression such as {@code expression("lower(body)")}
   */
  public static IndexKey desc(Expression expression) {
    return IndexKey.expression(expression).descending();
  }

  /** The comment of a table or column. */
  public static Comment comment(String text) {
    return new Comment(Optional.of(Objects.requireNonNull(text, "text")));
  }

  /** Removes a comment. */
  public static Comment noComment() {
    return new Comment(Optional.empty());
  }

  /** A new type, for {@link Operations#alterColumn}. */
  public static TypeChange type(DataType type) {
    return new TypeChange(type, Optional.empty());
  }

  /** Makes a column NOT NULL, for {@link Operations#alterColumn}. */
  public static NullabilityChange notNull() {
    return new NullabilityChange(false);
  }

  /** Makes a column nullable, for {@link Operations#alterColumn}. */
  public static NullabilityChange nullable() {
    return new NullabilityChange(true);
  }

  /**
   * A new default, for {@link Operations#alterColumn}.
   *
   * @param value a {@link DefaultValue}, or a Java value for {@link Literal#of}; null for none
   */
  public static DefaultChange defaultTo(@Nullable Object value) {
    return new DefaultChange(
        Optional.of(value instanceof DefaultValue known ? known : Literal.of(value)));
  }

  /** Removes the default, for {@link Operations#alterColumn}. */
  public static DefaultChange noDefault() {
    return new DefaultChange(Optional.empty());
  }

  /**
   * Makes the column an identity column, for {@link Operations#alterColumn}: the database generates
   * the values that an insert does not name.
   */
  public static IdentityChange identity() {
    return new IdentityChange(Optional.of(IdentityMode.BY_DEFAULT));
  }

  /**
   * Makes the column an identity column, for {@link Operations#alterColumn}: the database generates
   * all values.
   */
  public static IdentityChange identityAlways() {
    return new IdentityChange(Optional.of(IdentityMode.ALWAYS));
  }

  /** Makes an identity column an ordinary one, for {@link Operations#alterColumn}. */
  public static IdentityChange noIdentity() {
    return new IdentityChange(Optional.empty());
  }

  /**
   * A new collation, for {@link Operations#alterColumn}.
   *
   * @param name a collation that the database knows
   */
  public static CollationChange collation(String name) {
    return new CollationChange(Optional.of(Objects.requireNonNull(name, "name")));
  }

  /** Returns to the database's default collation, for {@link Operations#alterColumn}. */
  public static CollationChange noCollation() {
    return new CollationChange(Optional.empty());
  }

  /** A sequence with start 1 and increment 1. */
  public static Sequence sequence(String name) {
    return Sequence.of(QualifiedName.of(name));
  }

  /** A new type of values, for {@link Operations#alterSequence}. */
  public static ValueTypeChange valueType(DataType type) {
    return new ValueTypeChange(Optional.of(Objects.requireNonNull(type, "type")));
  }

  /** Returns to values of type bigint, for {@link Operations#alterSequence}. */
  public static ValueTypeChange noValueType() {
    return new ValueTypeChange(Optional.empty());
  }

  /**
   * A new first value, for {@link Operations#alterSequence}: the sequence begins with it when it is
   * restarted, and goes on counting until then.
   */
  public static StartChange startingAt(long value) {
    return new StartChange(value);
  }

  /**
   * A new increment, for {@link Operations#alterSequence}.
   *
   * @param step the difference between successive values, not 0
   */
  public static IncrementChange incrementedBy(long step) {
    return new IncrementChange(step);
  }

  /** A new smallest value, for {@link Operations#alterSequence}. */
  public static MinimumChange minimum(long value) {
    return new MinimumChange(Optional.of(value));
  }

  /** Returns to the database's default smallest value, for {@link Operations#alterSequence}. */
  public static MinimumChange noMinimum() {
    return new MinimumChange(Optional.empty());
  }

  /** A new greatest value, for {@link Operations#alterSequence}. */
  public static MaximumChange maximum(long value) {
    return new MaximumChange(Optional.of(value));
  }

  /** Returns to the database's default greatest value, for {@link Operations#alterSequence}. */
  public static MaximumChange noMaximum() {
    return new MaximumChange(Optional.empty());
  }

  /** Makes a sequence start over after its last value, for {@link Operations#alterSequence}. */
  public static CycleChange cycling() {
    return new CycleChange(true);
  }

  /** Makes a sequence end with its last value, for {@link Operations#alterSequence}. */
  public static CycleChange noCycling() {
    return new CycleChange(false);
  }

  /**
   * A new cache, for {@link Operations#alterSequence}.
   *
   * @param values how many values a session allocates at once, 1 or more
   */
  public static CacheChange cache(long values) {
    return new CacheChange(Optional.of(values));
  }

  /** Returns to the database's default cache, for {@link Operations#alterSequence}. */
  public static CacheChange noCache() {
    return new CacheChange(Optional.empty());
  }

  /**
   * The query of a view; {@code reads(…)} declares the tables that it reads.
   *
   * @param query the query, written verbatim into statements
   * @return the query of a view that has no name yet
   */
  public static View.Start view(String query) {
    return view(Expression.of(query));
  }

  /**
   * The query of a view; {@code reads(…)} declares the tables that it reads.
   *
   * @return the query of a view that has no name yet
   */
  public static View.Start view(Expression query) {
    return View.of(query);
  }

  /** The columns of rows to insert or delete. */
  public static List<String> columns(String first, String... more) {
    return Several.of(first, more);
  }

  /**
   * The values of a row.
   *
   * @param values values for {@link Literal#of}, or what the database computes: {@code
   *     currentTimestamp()}, {@code currentDate()}, {@code nextValue(…)}, {@code expression("…")};
   *     null for NULL
   */
  public static Row row(@Nullable Object @Nullable ... values) {
    return Row.of(values);
  }

  /**
   * New values for an update; continue with {@code where(…)} or {@code inEveryRow()}.
   *
   * @param value its new value: as in a {@link #row}
   * @return the new value, still without a condition
   */
  public static RowChange.Start set(String column, @Nullable Object value) {
    return RowChange.set(column, value);
  }

  /** One statement of raw SQL, sent verbatim. */
  public static Sql sql(String text) {
    return Sql.of(text);
  }

  /**
   * Java code that changes data.
   *
   * @param label what it does, in words
   */
  public static Code code(String label, CodeBody body) {
    return Code.of(label, body);
  }
}
