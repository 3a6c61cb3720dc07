package dev.migrate.engine.call;

import dev.migrate.engine.connect.ConnectionSource;
import dev.migrate.engine.connect.OpenConnection;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.context.Settings;
import java.util.function.Function;

/**
 * The calls of a migrator, each on a connection that is given back as it was. Immutable and
 * thread-safe.
 */
public final class MigrationCalls {

  private final ConnectionSource source;
  private final Settings settings;

  /**
   * Calls on one database.
   *
   * @param settings what the migrator was built with
   */
  public MigrationCalls(ConnectionSource source, Settings settings) {
    this.source = source;
    this.settings = settings;
  }

  /** Works on a connection. What could not be given back is added to a failure of the work. */
  public <T> T on(Function<CallConnection, T> work) {
    OpenConnection opened = source.open();
    T result;
    try (Session session = Session.on(opened.connection(), settings.dialect(), source.isOwner());
        CallConnection connection = new CallConnection(settings, session, source)) {
      result = work.apply(connection);
    } catch (RuntimeException | Error failure) {
      opened.closeAfter(failure);
      throw failure;
    }
    opened.close();
    return result;
  }

  /** Works on a connection under the migration lock, on a database that can be changed. */
  public <T> T locked(Function<CallConnection, T> work) {
    return on(
        connection ->
            new LockedCall(connection.settleWritable()).run(() -> work.apply(connection)));
  }
}
