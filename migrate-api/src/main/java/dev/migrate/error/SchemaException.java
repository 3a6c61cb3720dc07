package dev.migrate.error;

/**
 * An operation does not fit the schema at its place in the graph: a table or column does not exist,
 * or already exists. Detected by folding the revisions, before a database is touched.
 */
public final class SchemaException extends MigrateException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param facts the message: what does not fit, and the known names
   */
  public SchemaException(Facts facts) {
    super(facts);
  }
}
