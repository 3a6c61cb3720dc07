package dev.migrate.error;

/**
 * An operation that does not fit the schema at its place in the graph: a table or column that is
 * not there, or is there already. Found by folding the revisions, before a database is touched.
 */
public final class SchemaException extends MigrateException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param facts what does not fit, with the names that are known
   */
  public SchemaException(Facts facts) {
    super(facts);
  }
}
