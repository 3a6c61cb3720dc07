package dev.migrate.generate;

import java.util.List;
import javax.sql.DataSource;

/** Servers that the tests of this JVM share. */
enum ServerEngine implements TestEngine {
  POSTGRESQL {
    @Override
    public DataSource emptyDatabase() {
      return PostgresqlServer.emptyDatabase();
    }

    @Override
    public List<String> emptying() {
      return List.of(
          "SET client_min_messages = warning",
          "DROP SCHEMA IF EXISTS public, billing, \"Audit\", ref, old CASCADE",
          "CREATE SCHEMA public");
    }

    @Override
    public List<String> collations() {
      return List.of("C", "POSIX");
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
    public List<String> emptying() {
      return List.of(
          "SET foreign_key_checks = 0",
          "DROP DATABASE IF EXISTS law",
          "DROP DATABASE IF EXISTS billing",
          "DROP DATABASE IF EXISTS `Audit`",
          "DROP DATABASE IF EXISTS ref",
          "DROP DATABASE IF EXISTS old",
          "CREATE DATABASE law CHARACTER SET utf8mb4",
          "USE law",
          "SET foreign_key_checks = 1");
    }

    @Override
    public List<String> collations() {
      return List.of("utf8mb4_bin", "utf8mb4_unicode_ci");
    }

    @Override
    public String foreignKeys(boolean enforced) {
      return "SET foreign_key_checks = " + (enforced ? "1" : "0");
    }
  }
}
