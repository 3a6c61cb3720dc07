package dev.migrate.dialect;

import dev.migrate.schema.DialectName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * What a database must answer. Immutable and thread-safe; made by a {@link DialectProvider} for a
 * certain product and version. The engine asks nothing else of a database.
 */
public interface Dialect {

  /**
   * The names by which revisions can mean this dialect.
   *
   * @return at least one name, the most specific first: {@code [mariadb, mysql]}
   */
  List<DialectName> names();

  /**
   * What this dialect can do, in facts.
   *
   * @return the capabilities
   */
  Capabilities capabilities();

  /**
   * Says operations in SQL.
   *
   * @return the renderer
   */
  Renderer renderer();

  /**
   * Looks at a live database.
   *
   * @return the inspector
   */
  Inspector inspector();

  /**
   * A schema as this database would store it: synonyms of types replaced, variants for this dialect
   * chosen, what it cannot tell left out. For every operation that ran, {@code
   * canonical(inspected)} equals {@code canonical(declared)}. Applied twice, it changes nothing.
   *
   * @param schema a schema, declared or inspected
   * @return the schema in canonical form
   */
  Schema canonical(Schema schema);

  /**
   * A declared schema in canonical form, where the database itself is asked how it stores some of
   * the tables. Equals {@code canonical(inspected)} for everything that {@link #canonical(Schema)}
   * cannot know, such as the constant that an expression is reduced to.
   *
   * @param schema a declared schema
   * @param tables the names of the tables to ask about
   * @param connection the connection, without an open transaction that anybody needs
   * @return the schema in canonical form
   * @throws SQLException if the connection fails
   * @see Inspector#stored
   */
  default Schema canonical(Schema schema, Set<QualifiedName> tables, Connection connection)
      throws SQLException {
    Schema stored = schema;
    for (Table table : inspector().stored(connection, schema, tables)) {
      stored = stored.with(table);
    }
    return canonical(stored);
  }

  /**
   * Which things may not have the same name, so that two branches that choose the same one disturb
   * each other.
   *
   * @return {@link NameSpaces#ONE_FOR_ALL} unless overridden, the strictest there is
   */
  default NameSpaces nameSpaces() {
    return NameSpaces.ONE_FOR_ALL;
  }

  /**
   * The lock under which one process at a time migrates.
   *
   * @param history the history table, which stands for what is locked
   * @return the lock, not yet held
   */
  MigrationLock lock(QualifiedName history);

  /**
   * Whether a statement failed because a table is not there, as opposed to missing rights or a lost
   * connection.
   *
   * @param failure what the driver threw
   * @return whether the table is missing
   */
  boolean isMissingTable(SQLException failure);

  /**
   * Whether the connection sees nothing but what others have committed. Asks the driver, not the
   * server.
   *
   * @param connection the connection
   * @return false if its isolation level lets it see more
   * @throws SQLException if the connection is closed
   */
  default boolean readsCommitted(Connection connection) throws SQLException {
    return true;
  }
}
