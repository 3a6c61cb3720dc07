package dev.migrate.testkit;

import java.util.UUID;

/** Empty databases for tests. The driver has to be on the class path of the test. */
public final class Databases {

  private Databases() {}

  /** A new, empty H2 database in memory; it lives as long as the JVM. */
  public static UrlDataSource h2() {
    return of("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
  }

  /**
   * The database that a URL names.
   *
   * @param password the user's password
   * @return its connections, each of them new
   */
  public static UrlDataSource of(String url, String user, String password) {
    return new UrlDataSource(url, user, password);
  }
}
