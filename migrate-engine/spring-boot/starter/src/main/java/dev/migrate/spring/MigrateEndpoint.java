package dev.migrate.spring;

import dev.migrate.engine.Migrator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * The endpoint {@code migrate}: the revisions of each migrator with their state, what is pending
 * and what conflicts. Reads only. Shows names of revisions and of what they change, but neither
 * SQL, rows nor how to connect.
 */
@Endpoint(id = "migrate")
public final class MigrateEndpoint {

  private final Map<String, Migrator> migrators;

  MigrateEndpoint(Map<String, Migrator> migrators) {
    this.migrators = new LinkedHashMap<>(migrators);
  }

  /** What the endpoint shows. */
  @ReadOperation
  public MigrateReport migrators() {
    Map<String, MigrateReport.Database> databases = new LinkedHashMap<>();
    migrators.forEach((name, each) -> databases.put(name, MigrateReport.Database.of(each)));
    return new MigrateReport(databases);
  }
}
