package dev.migrate.benchmark;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/** The upgrade with Flyway, whose migrations are objects too: it has no file to find or to read. */
final class FlywayUpgrade {

  private FlywayUpgrade() {}

  static void to(int revisions, DataSource database) {
    JavaMigration[] migrations = new JavaMigration[revisions];
    for (int i = 0; i < revisions; i++) {
      migrations[i] = new CreateTable(i);
    }
    Flyway.configure()
        .dataSource(database)
        .locations(new String[0])
        .javaMigrations(migrations)
        .load()
        .migrate();
  }

  private record CreateTable(int number) implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
      return MigrationVersion.fromVersion(Integer.toString(number + 1));
    }

    @Override
    public String getDescription() {
      return "r" + number;
    }

    @Override
    public Integer getChecksum() {
      return Upgrader.sql(number).hashCode();
    }

    @Override
    public boolean canExecuteInTransaction() {
      return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
      try (Statement statement = context.getConnection().createStatement()) {
        statement.execute(Upgrader.sql(number));
      }
    }
  }
}
