package dev.migrate.engine.execute;

import dev.migrate.operation.CodeContext;
import java.sql.Connection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What Java code in a revision works with. */
record ConnectionContext(CodeConnection guard) implements CodeContext {

  @Override
  public Connection connection() {
    return guard.guarded();
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    if (type == Handle.class) {
      return type.cast(Jdbi.create(guard.guarded()).open());
    } else if (type.isInstance(guard.guarded())) {
      return type.cast(guard.guarded());
    } else if (type.isInstance(guard.connection())) {
      return type.cast(guard.connection());
    }
    throw new IllegalArgumentException(
        "the connection can be had as java.sql.Connection and org.jdbi.v3.core.Handle, not as "
            + type.getName());
  }
}
