package dev.migrate.spring;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/**
 * Tells Spring Boot that the schema is managed. Otherwise Hibernate drops and creates all tables of
 * an embedded database by default.
 */
final class MigrateSchemaManagement implements SchemaManagementProvider {

  private final ObjectProvider<MigratedDataSource> migrated;

  /**
   * Creates the provider.
   *
   * @param migrated what is migrated; not known if the application declares migrators of its own
   */
  MigrateSchemaManagement(ObjectProvider<MigratedDataSource> migrated) {
    this.migrated = migrated;
  }

  @Override
  public SchemaManagement getSchemaManagement(DataSource asked) {
    MigratedDataSource known = migrated.getIfAvailable();
    return known == null
            || asked.equals(known.dataSource())
            || isSameDatabase(asked, known.dataSource())
        ? SchemaManagement.MANAGED
        : SchemaManagement.UNMANAGED;
  }

  /** Another user can migrate the same database; in doubt it is the same. */
  private static boolean isSameDatabase(DataSource asked, DataSource known) {
    try {
      return url(asked).equals(url(known));
    } catch (SQLException unknown) {
      return true;
    }
  }

  private static String url(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return String.valueOf(connection.getMetaData().getURL());
    }
  }
}
