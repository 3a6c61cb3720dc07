package dev.migrate.commands.skeleton;

import dev.migrate.commands.skeleton.Artifact.Scope;
import dev.migrate.schema.DialectName;

/** A database that a new application can use. */
public enum Database {
  /** In a file beside the application. */
  H2(DialectName.H2, "jdbc:h2:./app", "com.h2database", "h2", "2.5.252"),
  /** In a file beside the application. */
  SQLITE(DialectName.SQLITE, "jdbc:sqlite:app.db", "org.xerial", "sqlite-jdbc", "3.53.4.0"),
  /** A server. */
  POSTGRESQL(
      DialectName.POSTGRESQL,
      "jdbc:postgresql://localhost/app",
      "org.postgresql",
      "postgresql",
      "42.7.14"),
  /** A server. */
  MYSQL(
      DialectName.MYSQL, "jdbc:mysql://localhost/app", "com.mysql", "mysql-connector-j", "26.10.0"),
  /** A server. */
  MARIADB(
      DialectName.MARIADB,
      "jdbc:mariadb://localhost/app",
      "org.mariadb.jdbc",
      "mariadb-java-client",
      "4.0.0");

  private final DialectName dialect;
  private final String url;
  private final Artifact driver;

  Database(DialectName dialect, String url, String group, String driver, String version) {
    this.dialect = dialect;
    this.url = url;
    this.driver = new Artifact(group, driver, version, Scope.RUNTIME);
  }

  /** The name of its dialect. */
  public DialectName dialect() {
    return dialect;
  }

  /** Where it is, as long as nobody says otherwise. */
  public String url() {
    return url;
  }

  Artifact driver() {
    return driver;
  }
}
