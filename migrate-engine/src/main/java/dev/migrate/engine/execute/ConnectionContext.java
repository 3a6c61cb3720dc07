package dev.migrate.engine.execute;

import dev.migrate.engine.connect.Session;
import dev.migrate.operation.CodeContext;
import java.sql.Connection;

/** What Java code in a revision works with. */
record ConnectionContext(Session session) implements CodeContext {

  @Override
  public Connection connection() {
    return session.connection();
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    if (type.isInstance(session.handle())) {
      return type.cast(session.handle());
    } else if (type.isInstance(session.connection())) {
      return type.cast(session.connection());
    }
    throw new IllegalArgumentException(
        "the connection can be had as java.sql.Connection and org.jdbi.v3.core.Handle, not as "
            + type.getName());
  }
}
