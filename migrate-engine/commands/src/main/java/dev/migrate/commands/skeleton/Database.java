package dev.migrate.commands.skeleton;

import dev.migrate.commands.skeleton.Artifact.Scope;
import dev.migrate.schema.DialectName;
import java.util.Locale;

/** A database that a new application can use. */
public enum Database {
  /** In a file beside the application. */
  H2("jdbc:h2:./app", "com.h2database", "h2", "2.5.252"),
  /** In a file beside the application. */
  SQLITE("jdbc:sqlite:app.db", "org.xerial", "sqlite-jdbc", "3.53.4.0"),
  /** A server. */
  POSTGRESQL("jdbc:postgresql://localhost/app", "org.postgresql", "postgresql", "42.7.14"),
  /** A server. */
  MYSQL("jdbc:mysql://localhost/app", "com.mysql", "mysql-connector-j", "26.10.0"),
  /** A server. */
  MARIADB("jdbc:mariadb://localhost/app", "org.mariadb.jdbc", "mariadb-java-client", "4.0.0");

  private final String url;
  private final String group;
  private final String driver;
  private final String version;

  Database(String url, String group, String driver, String version) {
    this.url = url;
    this.group = group;
    this.driver = driver;
    this.version = version;
  }

  /** The name of its dialect. */
  public DialectName dialect() {
    return new DialectName(name().toLowerCase(Locale.ROOT));
  }

  /** Where it is, as long as nobody says otherwise. */
  public String url() {
    return url;
  }

  Artifact driver() {
    return new Artifact(group, driver, version, Scope.RUNTIME);
  }
}
