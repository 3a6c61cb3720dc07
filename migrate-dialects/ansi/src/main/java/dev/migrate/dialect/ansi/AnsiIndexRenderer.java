package dev.migrate.dialect.ansi;

import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Statement;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.RenameIndex;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.NullsOrder;
import dev.migrate.schema.QualifiedName;
import java.util.List;

/**
 * Renders operations on indexes as standard SQL. Immutable and thread-safe; to be extended as
 * {@link AnsiRenderer}.
 */
public abstract class AnsiIndexRenderer extends AnsiColumnRenderer {

  AnsiIndexRenderer(AnsiDefinitions definitions) {
    super(definitions);
  }

  /** Not in the standard; most engines agree on this form. */
  @Override
  public List<Statement> visit(CreateIndex operation, RenderContext context) {
    return one(createIndex(operation, ""), operation);
  }

  /**
   * Creates an index.
   *
   * @param option what stands between {@code INDEX} and the name, with a space at its end
   */
  protected final String createIndex(CreateIndex operation, String option) {
    Index index = operation.index();
    String keys = String.join(", ", index.keys().stream().map(key -> key(index, key)).toList());
    return (index.isUnique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
        + option
        + name(index.requiredName())
        + " ON "
        + name(operation.table())
        + index.method().map(method -> method(index, method)).orElse("")
        + " ("
        + keys
        + ")"
        + (index.included().isEmpty() ? "" : included(index))
        + (index.isNullsNotDistinct() ? nullsNotDistinct(index) : "")
        + index.where().map(condition -> where(index, condition)).orElse("")
        + (index.isInvisible() ? invisible(index) : "");
  }

  private String key(Index index, IndexKey key) {
    String what =
        key.column().map(this::name).orElseGet(() -> computed(key.expression().orElseThrow()));
    return what
        + (key.prefix() == 0 ? "" : prefix(index, key))
        + key.collation().map(name -> collation(index, name)).orElse("")
        + key.operatorClass().map(name -> operatorClass(index, name)).orElse("")
        + (key.isDescending() ? " DESC" : "")
        + key.nulls().map(order -> nulls(index, order)).orElse("");
  }

  /**
   * How much of a column counts in an index. An index over the whole column serves as well, unless
   * it is unique.
   *
   * @param key its part, which has a prefix
   * @return the SQL after the column
   * @throws UnsupportedByDialectException here if the index is unique
   */
  protected String prefix(Index index, IndexKey key) {
    if (index.isUnique()) {
      throw definitions.unsupported(
          "the unique index " + index.requiredName() + " over the beginning of a column",
          "leave prefix(…) out if the whole value must be unique, or add a column that is"
              + " storedAs(\"substring(…)\") and make that unique");
    }
    return "";
  }

  private String collation(Index index, String name) {
    String what = "the collation " + name + " of index " + index.requiredName();
    return definitions.words(SqlFeature.INDEX_COLLATION, what, "") + definitions.collation(name);
  }

  /**
   * How a unique index treats NULL as a value like any other.
   *
   * @return the SQL after the parts, with a space in front
   * @throws UnsupportedByDialectException if the database cannot
   */
  protected String nullsNotDistinct(Index index) {
    String what = "the index " + index.requiredName() + " in which NULL equals NULL";
    return definitions.words(SqlFeature.NULLS_NOT_DISTINCT, what, " NULLS NOT DISTINCT");
  }

  /**
   * How an index is hidden from queries.
   *
   * @return the SQL at the end of the statement, with a space in front
   * @throws UnsupportedByDialectException here; MySQL and MariaDB have it
   */
  protected String invisible(Index index) {
    throw definitions.unsupported(
        "the invisible index " + index.requiredName(),
        "leave invisible() out, or do not create the index where it cannot be hidden");
  }

  /**
   * How an index compares values.
   *
   * @param operatorClass the name of the way
   * @throws UnsupportedByDialectException here; PostgreSQL has it
   */
  protected String operatorClass(Index index, String operatorClass) {
    throw definitions.unsupported(
        "the operator class " + operatorClass + " of index " + index.requiredName(),
        "leave operatorClass(…) out, or create the index with op.on(…) where it is known");
  }

  /**
   * Where an index has its NULLs.
   *
   * @throws UnsupportedByDialectException here; some engines have it
   */
  protected String nulls(Index index, NullsOrder order) {
    throw definitions.unsupported(
        "the index " + index.requiredName() + " with a place for NULLs",
        "leave nullsFirst() or nullsLast() out");
  }

  /**
   * A part of an index that is computed.
   *
   * @throws UnsupportedByDialectException here; some engines have it
   */
  protected String computed(Expression expression) {
    String sql = definitions.expression(expression);
    throw definitions.unsupported(
        "an index over the expression " + sql,
        "add a column that is storedAs(\"" + sql + "\"), and an index over that column");
  }

  /**
   * How an index is built.
   *
   * @throws UnsupportedByDialectException here; some engines have it
   */
  protected String method(Index index, String method) {
    throw definitions.unsupported(
        "the method " + method + " of index " + index.requiredName(),
        "leave using(…) out, or create the index with op.on(…) where the method is known");
  }

  /**
   * The columns that an index carries beside its keys.
   *
   * @throws UnsupportedByDialectException here; some engines have it
   */
  protected String included(Index index) {
    throw definitions.unsupported(
        "index " + index.requiredName() + " including " + String.join(", ", index.included()),
        "make those columns the last keys of the index, or leave including(…) out");
  }

  /**
   * The rows that an index is over.
   *
   * @throws UnsupportedByDialectException here; some engines have it
   */
  protected String where(Index index, Expression condition) {
    String sql = definitions.expression(condition);
    throw definitions.unsupported(
        "index " + index.requiredName() + " over the rows where " + sql,
        index.isUnique()
            ? "add a column that is storedAs(\"CASE WHEN "
                + sql
                + " THEN … END\"), and make that unique"
            : "leave where(…) out: the index is larger, and answers the same queries");
  }

  /** Not in the standard; most engines agree on this form. */
  @Override
  public List<Statement> visit(RenameIndex operation, RenderContext context) {
    QualifiedName index = operation.table().sibling(operation.index());
    String names = name(index) + " RENAME TO " + name(operation.newName());
    return one("ALTER INDEX " + names, operation);
  }

  /** An index is named in the schema of its table. */
  @Override
  public List<Statement> visit(DropIndex operation, RenderContext context) {
    QualifiedName index = operation.table().sibling(operation.index());
    return one("DROP INDEX " + name(index), operation);
  }
}
