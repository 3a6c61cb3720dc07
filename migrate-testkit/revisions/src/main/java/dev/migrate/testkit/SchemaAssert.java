package dev.migrate.testkit;

import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.function.UnaryOperator;
import org.opentest4j.AssertionFailedError;

/**
 * Claims about a schema; a failure names what differs rather than the two schemas. Immutable.
 *
 * <pre>{@code
 * assertThat(schema).hasColumn("account", column("email", varchar(320)));
 * assertThat(dialect.canonical(inspected)).isEqualTo(dialect.canonical(declared));
 * }</pre>
 */
public final class SchemaAssert {

  private final Schema actual;
  private final String description;
  private final UnaryOperator<Schema> canonical;

  private SchemaAssert(Schema actual, String description, UnaryOperator<Schema> canonical) {
    this.actual = actual;
    this.description = description;
    this.canonical = canonical;
  }

  /**
   * Starts with the schema that is there.
   *
   * @return what can be claimed about it
   */
  public static SchemaAssert assertThat(Schema actual) {
    return new SchemaAssert(actual, "the schema is not as expected", UnaryOperator.identity());
  }

  /** Starts with a schema in the form of a database, into which what is expected is brought too. */
  static SchemaAssert assertThat(Schema actual, UnaryOperator<Schema> canonical) {
    return new SchemaAssert(canonical.apply(actual), "the schema is not as expected", canonical);
  }

  /**
   * Says what was done, for the first line of a failure.
   *
   * @param text such as {@code after add column account.email}
   * @return a copy with the description
   */
  public SchemaAssert as(String text) {
    return new SchemaAssert(actual, text, canonical);
  }

  /**
   * Claims that it equals another schema; the order of columns does not count.
   *
   * @return this
   * @throws AssertionFailedError if something differs; the message says what
   */
  public SchemaAssert isEqualTo(Schema expected) {
    SchemaDifference difference = SchemaDifference.between(canonical.apply(expected), actual);
    if (!difference.isEmpty()) {
      throw new AssertionFailedError(description + "\n" + difference, expected, actual);
    }
    return this;
  }

  /**
   * Claims that a table is there.
   *
   * @param table its name, as {@link QualifiedName#of} reads it
   * @return this
   * @throws AssertionFailedError if it is not; the message names the known tables
   */
  public SchemaAssert hasTable(String table) {
    table(table);
    return this;
  }

  /**
   * Claims that a table is not there.
   *
   * @param table its name, as {@link QualifiedName#of} reads it
   * @return this
   * @throws AssertionFailedError if it is
   */
  public SchemaAssert hasNoTable(String table) {
    actual
        .findTable(QualifiedName.of(table))
        .ifPresent(
            known -> {
              throw new AssertionFailedError(description + "\nthere is a " + known);
            });
    return this;
  }

  /**
   * Claims that a table has a column with all these attributes.
   *
   * @param table the table's name, as {@link QualifiedName#of} reads it
   * @return this
   * @throws AssertionFailedError if the column is missing or another one; the message says how
   */
  public SchemaAssert hasColumn(String table, Column expected) {
    Table owner = table(table);
    Table wanted =
        owner.findColumn(expected.name()).isPresent()
            ? owner.withColumn(expected.name(), expected)
            : owner.withColumns(columns -> added(columns, expected));
    return isEqualTo(actual.with(wanted));
  }

  private static List<Column> added(List<Column> columns, Column column) {
    columns.add(column);
    return columns;
  }

  private Table table(String table) {
    return actual
        .findTable(QualifiedName.of(table))
        .orElseThrow(
            () ->
                new AssertionFailedError(
                    description
                        + "\nthere is no table "
                        + table
                        + "\n  known  "
                        + String.join(
                            ", ",
                            actual.tables().stream().map(t -> t.name().toString()).toList())));
  }
}
