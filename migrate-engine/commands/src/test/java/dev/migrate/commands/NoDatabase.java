package dev.migrate.commands;

import dev.migrate.testkit.UrlDataSource;
import javax.sql.DataSource;

/** A database that cannot be reached, with a secret in its URL. */
final class NoDatabase {

  static final DataSource SOURCE =
      new UrlDataSource("jdbc:h2:tcp://localhost:1/nowhere;PASSWORD=hunter2", "", "");

  private NoDatabase() {}
}
