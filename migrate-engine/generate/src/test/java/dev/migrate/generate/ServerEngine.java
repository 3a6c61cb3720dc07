package dev.migrate.generate;

import javax.sql.DataSource;

/** Servers that the tests of this JVM share. */
enum ServerEngine implements TestEngine {
  POSTGRESQL {
    @Override
    public DataSource emptyDatabase() {
      return PostgresqlServer.emptyDatabase();
    }

    @Override
    public String foreignKeys(boolean enforced) {
      return "SET session_replication_role = " + (enforced ? "origin" : "replica");
    }
  },

  MARIADB {
    @Override
    public DataSource emptyDatabase() {
      return MariadbServer.emptyDatabase();
    }

    @Override
    public String foreignKeys(boolean enforced) {
      return "SET foreign_key_checks = " + (enforced ? "1" : "0");
    }
  }
}
