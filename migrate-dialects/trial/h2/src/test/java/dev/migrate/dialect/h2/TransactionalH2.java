package dev.migrate.dialect.h2;

import dev.migrate.dialect.Capabilities;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Inspector;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.dialect.Place;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.SessionState;
import dev.migrate.dialect.Transactions;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * H2 as if its changes of the schema were part of transactions. They are not, so it is good for
 * revisions that change rows.
 *
 * @param h2 the dialect as it is
 * @param renderer its renderer, or one that adds to it
 */
record TransactionalH2(Dialect h2, Renderer renderer) implements Dialect {

  private TransactionalH2(Dialect h2) {
    this(h2, h2.renderer());
  }

  TransactionalH2() {
    this(new H2DialectProvider().dialect(DialectName.H2));
  }

  @Override
  public Capabilities capabilities() {
    Capabilities real = h2.capabilities();
    return new Capabilities(
        real.database(), true, real.nameLength(), real.nameLengthInBytes(), real.online());
  }

  @Override
  public List<DialectName> names() {
    return h2.names();
  }

  @Override
  public Inspector inspector() {
    return h2.inspector();
  }

  @Override
  public Schema canonical(Schema schema) {
    return h2.canonical(schema);
  }

  @Override
  public MigrationLock lock(QualifiedName history) {
    return h2.lock(history);
  }

  @Override
  public boolean isMissingTable(SQLException failure) {
    return h2.isMissingTable(failure);
  }

  @Override
  public Place place(Connection connection) throws SQLException {
    return h2.place(connection);
  }

  @Override
  public String fromCurrentSchema(QualifiedName table) {
    return h2.fromCurrentSchema(table);
  }

  @Override
  public Transactions transactions() {
    return h2.transactions();
  }

  @Override
  public SessionState sessionState() {
    return h2.sessionState();
  }

  @Override
  public boolean readsCommitted(Connection connection) throws SQLException {
    return h2.readsCommitted(connection);
  }
}
