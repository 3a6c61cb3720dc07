package dev.migrate.quickstart;

import java.io.IOException;
import javax.sql.DataSource;

/**
 * A database that runs.
 *
 * @param dataSource its connections
 * @param name what it is, in words
 * @param server what has to be stopped at the end; does nothing if there is no server
 */
record Store(DataSource dataSource, String name, Server server) implements AutoCloseable {

  /** A server of the quickstart's own. */
  interface Server {

    /** For databases that need none. */
    Server NONE = () -> {};

    void stop() throws IOException;
  }

  @Override
  public void close() throws IOException {
    server.stop();
  }
}
