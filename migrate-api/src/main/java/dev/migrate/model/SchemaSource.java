package dev.migrate.model;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.Schema;

/**
 * A model: what declares the schema that an application wants. {@link Model} declares it in the
 * words of revisions; other sources read entity classes, or a database.
 */
@FunctionalInterface
public interface SchemaSource {

  /**
   * The declared schema. Called as often as needed; the same arguments give the same result.
   *
   * @param dialect the database for which it is wanted
   * @param recorded the schema that the revisions make; what the source has no words for, such as
   *     the views for one that reads classes, it takes over from there
   * @throws dev.migrate.error.MigrateException if the model does not make a schema
   */
  DeclaredSchema declared(Dialect dialect, Schema recorded);

  /**
   * Accepts that revisions and model differ in an element, for good: no revision is generated for
   * it, and a check passes.
   *
   * @param element a table or another object, such as {@code audit}, or a part of a table, such as
   *     {@code account.ix_account_email}
   * @param reason why that is right
   * @return a copy that ignores this too
   * @throws dev.migrate.error.DefinitionException if the name is malformed, or the reason is blank
   */
  default SchemaSource ignoring(String element, String reason) {
    IgnoredElement ignored = new IgnoredElement(element, reason);
    return (dialect, recorded) -> declared(dialect, recorded).ignoring(ignored);
  }
}
