package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.UrlDataSource;
import java.sql.SQLException;
import java.util.UUID;
import org.h2.tools.Server;

/** Databases in the memory of this process that other processes reach. */
final class H2Server {

  /** Started when the class is loaded, which is when it is first asked. */
  private static final Server SERVER = start();

  private H2Server() {}

  private static Server start() {
    try {
      return Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-tcpDaemon").start();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  static UrlDataSource emptyDatabase() {
    String url = "jdbc:h2:tcp://localhost:" + SERVER.getPort() + "/mem:" + UUID.randomUUID();
    return Databases.of(url + ";DB_CLOSE_DELAY=-1", "sa", "");
  }
}
